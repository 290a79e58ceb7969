import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { LinkButton } from "~/ui/link-button";
import { PostForm } from "~/ui/post-form";
import { canBeDiscarded } from "./run-state";

type Run = { id: string; state: string; schoolsRead: number; programme: { id: string } };

const words: Record<string, string> = {
  failed: "The run could not be finished. Put it aside and run identification again.",
  confirmed: "The run is confirmed. Decide which councils are priority.",
  cohortConfirmed: "The cohorts are decided. Look at the preview, then publish.",
  published: "The run is published: each flagged school has a case.",
  discarded: "The run was put aside. It is kept as it was, and cannot be published.",
};

/** What can be done with a run now. */
export function RunNextStep({ run }: { run: Run }) {
  const { id, state, schoolsRead } = run;
  const nothing = state === "proposed" && schoolsRead === 0;
  return (
    <>
      <p className="govuk-body">
        {nothing
          ? "No school has results of this measure in these years. Take over a results file, then run identification again."
          : (words[state] ??
            "Check the counts and the boundary cases, then confirm the run. Its flags stand from then on.")}
      </p>
      <ButtonGroup>
        {state === "proposed" && !nothing && (
          <PostForm action={`/runs/${id}/confirm`}>
            <Button preventDoubleClick>Confirm run</Button>
          </PostForm>
        )}
        {state === "confirmed" && <LinkButton href={`/runs/${id}/cohort`}>Decide cohorts</LinkButton>}
        {state === "cohortConfirmed" && <LinkButton href={`/runs/${id}/publish`}>Go to publication</LinkButton>}
        {state === "published" && <LinkButton href={`/board?programme=${run.programme.id}`}>Open the board</LinkButton>}
        {canBeDiscarded(state) && (
          <PostForm action={`/runs/${id}/discard`}>
            <Button variant="secondary" preventDoubleClick>
              Put run aside
            </Button>
          </PostForm>
        )}
        {state === "cohortConfirmed" && (
          <a className="govuk-link" href={`/runs/${id}/cohort`}>
            Change cohorts
          </a>
        )}
      </ButtonGroup>
    </>
  );
}
