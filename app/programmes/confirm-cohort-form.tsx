import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { formatCount, formatPlural } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { Textarea } from "~/ui/textarea";
import { useSchemaForm } from "~/ui/use-schema-form";
import { VisuallyHidden } from "~/ui/visually-hidden";
import { CohortTable } from "./cohort-table";
import { confirmCohortSchema } from "./confirm-cohort.schema";
import type { CohortDecision } from "./get-cohort-decision.server";
import { StandingHint } from "./standing-hint";
import type { CouncilOfRun } from "./list-ranked-councils.server";

type Values = { priority: string[]; reason: string };
type ConfirmCohortFormProps = {
  decision: CohortDecision;
  proposed: string[];
  values: Values;
  errors?: FieldErrors;
};

/** Decides which councils are priority, beginning with the proposed ones. */
export function ConfirmCohortForm({ decision, proposed, values, errors: serverErrors }: ConfirmCohortFormProps) {
  const { run, programme, councils, standing } = decision;
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: confirmCohortSchema(proposed) as never,
    defaultValues: values,
    serverErrors,
  });
  const flagged = councils.filter((council) => council.flagged > 0);
  const others = councils.length - flagged.length;
  const choice = ({ code, name }: CouncilOfRun) => (
    <div className="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
      <div className="govuk-checkboxes__item">
        <input
          {...register("priority")}
          className="govuk-checkboxes__input"
          id={`priority-${code}`}
          type="checkbox"
          value={code}
          aria-describedby={standing[code] ? `standing-${code}` : undefined}
          defaultChecked={values.priority.includes(code)}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={`priority-${code}`}>
          Priority<VisuallyHidden>: {name}</VisuallyHidden>
        </label>
        {standing[code] && <StandingHint id={`standing-${code}`} standing={standing[code]} />}
      </div>
    </div>
  );
  return (
    <ServicePage width="wide" back={{ href: `/runs/${run.id}`, text: `Run ${run.number}` }} errors={errors}>
      <PageHeading caption={`${programme.name}, run ${run.number}`}>Decide the cohorts</PageHeading>
      <p className="govuk-body">
        Councils stand in order of flagged schools among eligible ones, then by the number flagged, then by code. The
        first {formatCount(programme.cohortSize)} with a flagged school are proposed as priority. All others are
        standard.
      </p>
      <InsetText>
        Who is priority is confidential. Only the Department and that council’s own officers and leads may learn it.
      </InsetText>
      {Object.keys(standing).length > 0 && (
        <p className="govuk-body">
          Under each choice stands the cohort that the council has now, with the reason where one was given. Publication
          gives it the cohort that you confirm here. Schools with an open case keep their due dates.
        </p>
      )}
      <PostForm onSubmit={onSubmit}>
        <CohortTable
          councils={flagged}
          smallestCouncil={programme.smallestCouncil}
          caption={`${formatPlural(flagged.length, "council")} with flagged schools`}
          choice={choice}
          choiceLabel="Cohort"
        />
        {others > 0 && (
          <p className="govuk-body">
            {formatPlural(others, "council")} with eligible schools {others === 1 ? "has" : "have"} none that is
            flagged.
          </p>
        )}
        <Textarea
          {...register("reason")}
          label="Reason for a cohort that is not the proposed one"
          labelSize="s"
          hint="Needed only where you changed who is priority. It is kept with each council that differs, for the Department."
          rows={4}
          defaultValue={values.reason}
          error={errors.reason}
        />
        <Button preventDoubleClick>Confirm cohorts</Button>
      </PostForm>
    </ServicePage>
  );
}
