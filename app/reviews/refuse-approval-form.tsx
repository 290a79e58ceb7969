import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import { Checkboxes } from "~/ui/checkboxes";
import type { FieldErrors } from "~/ui/error-messages";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { useSchemaForm } from "~/ui/use-schema-form";
import { DecideOnPlanPage } from "./decide-on-plan-page";
import type { Review } from "./review";
import { refuseApprovalSchema } from "./refuse-approval.schema";

type Values = { commandId: string; sections: unknown; reason: string };
type Props = { review: Review; commandId: string; answer?: { errors: FieldErrors; values: FormValues } };

export function RefuseApprovalForm({ review, commandId, answer }: Props) {
  const ticked = [answer?.values.sections ?? []].flat();
  const reason = String(answer?.values.reason ?? "");
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: refuseApprovalSchema,
    defaultValues: { commandId, sections: ticked, reason },
    serverErrors: answer?.errors,
  });
  return (
    <DecideOnPlanPage review={review} title="Refuse the approval" errors={errors}>
      <p className="govuk-body">
        The plan goes back to {review.reviewer?.name ?? "its reviewer"}, who looks at the sections you name again. The
        council is not told of it.
      </p>
      <PostForm commandId={commandId} onSubmit={onSubmit}>
        <Checkboxes
          {...register("sections")}
          legend="Which sections have to be looked at again?"
          legendSize="s"
          error={errors.sections}
          defaultValues={ticked}
          items={review.sections.map(({ key, title }) => ({ value: key, label: title }))}
        />
        <CharacterCount
          {...register("reason")}
          label="Reason"
          labelSize="s"
          hint="The plan’s reviewer reads it."
          error={errors.reason}
          maxLength={LONG_TEXT_LIMIT}
          defaultValue={reason}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Refuse approval</Button>
          <a className="govuk-link" href={`/plans/${review.planId}/review`}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </DecideOnPlanPage>
  );
}
