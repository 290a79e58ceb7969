import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import type { FieldErrors } from "~/ui/error-messages";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { useSchemaForm } from "~/ui/use-schema-form";
import { DecideOnPlanPage } from "./decide-on-plan-page";
import type { Review } from "./review";
import { handOverReviewSchema } from "./hand-over-review.schema";
import type { Candidate } from "./hand-over-review.server";

type Props = {
  review: Review;
  candidates: Candidate[];
  commandId: string;
  answer?: { errors: FieldErrors; values: FormValues };
};

export function HandOverReviewForm({ review, candidates, commandId, answer }: Props) {
  const toId = String(answer?.values.toId ?? "");
  const { register, errors, onSubmit } = useSchemaForm<{ commandId: string; toId: string }>({
    schema: handOverReviewSchema,
    defaultValues: { commandId, toId },
    serverErrors: answer?.errors,
  });
  return (
    <DecideOnPlanPage review={review} title="Hand the review over" errors={errors}>
      {candidates.length === 0 ? (
        <p className="govuk-body">
          No other reviewer is independent of this plan. You can{" "}
          <a className="govuk-link" href={`/plans/${review.planId}/release`}>
            release the review
          </a>{" "}
          to the queue.
        </p>
      ) : (
        <PostForm commandId={commandId} onSubmit={onSubmit}>
          <Radios
            {...register("toId")}
            legend="Who takes the review over?"
            legendSize="m"
            hint="Reviewers who are independent of this plan. What was decided on its sections stays."
            error={errors.toId}
            defaultValue={toId}
            items={candidates.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ButtonGroup>
            <Button preventDoubleClick>Hand over review</Button>
            <a className="govuk-link" href={`/plans/${review.planId}/review`}>
              Cancel
            </a>
          </ButtonGroup>
        </PostForm>
      )}
    </DecideOnPlanPage>
  );
}
