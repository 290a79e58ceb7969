import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { typedDate } from "~/ui/date-field";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { toDateParts } from "~/ui/format-date";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { useSchemaForm } from "~/ui/use-schema-form";
import { DecideOnPlanPage } from "./decide-on-plan-page";
import type { Review } from "./review";
import { returnPlanSchema } from "./return-plan.schema";

type Values = { commandId: string; "dueOn-day": string; "dueOn-month": string; "dueOn-year": string };
type Props = {
  review: Review;
  /** The date to begin with, "2027-03-26". */
  proposal: string;
  commandId: string;
  answer?: { errors: FieldErrors; values: FormValues };
};

export function ReturnPlanForm({ review, proposal, commandId, answer }: Props) {
  const typed = answer ? typedDate(answer.values, "dueOn") : toDateParts(proposal);
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: returnPlanSchema(review),
    defaultValues: { commandId, "dueOn-day": typed.day, "dueOn-month": typed.month, "dueOn-year": typed.year },
    serverErrors: answer?.errors,
  });
  return (
    <DecideOnPlanPage review={review} title="Return the plan" errors={errors} withSections>
      <p className="govuk-body">
        The council reads your comments, changes the plan, replies to each comment and submits it again.
      </p>
      <PostForm commandId={commandId} onSubmit={onSubmit}>
        <DateInput
          name="dueOn"
          legend="New due date"
          legendSize="m"
          hint="The day by which the council submits again. 20 working days from today are proposed."
          error={errors.dueOn}
          defaultValues={typed}
          fields={{ day: register("dueOn-day"), month: register("dueOn-month"), year: register("dueOn-year") }}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Return plan</Button>
          <a className="govuk-link" href={`/plans/${review.planId}/review`}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </DecideOnPlanPage>
  );
}
