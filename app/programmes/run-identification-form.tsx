import { Button } from "~/ui/button";
import { PostForm } from "~/ui/post-form";

type Props = { programmeId: string; commandId: string; run?: { number: number; state: string } };

/** Starts a run of the programme's rule; a run on its way to publication is put aside by it, and the page says so. */
export function RunIdentification({ programmeId, commandId, run }: Props) {
  const replaces = run && ["proposed", "confirmed", "cohortConfirmed", "failed"].includes(run.state);
  if (run?.state === "waiting") return null;
  return (
    <PostForm action={`/programmes/${programmeId}/identify`} commandId={commandId}>
      {replaces && (
        <p className="govuk-body">
          A new run puts run {run.number} aside. It is kept as it was, and cannot be published any more.
        </p>
      )}
      <Button variant={run && run.state !== "discarded" ? "secondary" : undefined} preventDoubleClick>
        {run ? "Run identification again" : "Run identification"}
      </Button>
    </PostForm>
  );
}
