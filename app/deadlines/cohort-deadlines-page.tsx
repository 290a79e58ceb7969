import { ServicePage } from "~/people/service-page";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { useSchemaForm } from "~/ui/use-schema-form";
import type { Cohort } from "./board";
import { CohortDates } from "./cohort-dates";
import { PreviewCohortDeadlineForm } from "./preview-cohort-deadline-form";
import { type CohortPreview, SetCohortDeadlineForm } from "./set-cohort-deadline-form";
import { setCohortDeadlineSchema } from "./set-cohort-deadline.schema";

type CohortDeadlinesPageProps = {
  programme: { id: string; name: string; version: number; dueOn: Record<Cohort, string> };
  owing: Record<Cohort, number>;
  /** What the address asks to preview, as typed, and what is wrong with it. */
  values: Record<string, string>;
  errors: FieldErrors;
  preview: CohortPreview | null;
  commandId: string;
  answer?: { errors: FieldErrors; reason: string };
};

/** First the change is previewed, by GET, then made with a reason. */
export function CohortDeadlinesPage(props: CohortDeadlinesPageProps) {
  const { programme, owing, values, errors, preview, commandId, answer } = props;
  const reason = answer?.reason ?? "";
  const form = useSchemaForm({
    schema: setCohortDeadlineSchema,
    defaultValues: {
      cohort: preview?.cohort ?? "priority",
      dueOn: preview?.to ?? "",
      reason,
      commandId,
      version: String(programme.version),
    },
    serverErrors: answer?.errors,
  });
  const shown = { ...errors, ...form.errors };
  return (
    <ServicePage
      back={{ href: `/board?programme=${programme.id}`, text: "Back to the board" }}
      errors={shown}
      errorTargets={{ dueOn: "dueOn-day" }}
      width="narrow"
    >
      <PageHeading caption={programme.name}>Change a cohort’s due date</PageHeading>
      <CohortDates dueOn={programme.dueOn} owing={owing} />
      <p className="govuk-body">
        A new date reaches the plans whose first submission is still owed. Plans that were submitted, returned or
        approved keep the dates they have.
      </p>
      <PreviewCohortDeadlineForm action={`/programmes/${programme.id}/deadlines`} errors={shown} values={values} />
      {preview && <SetCohortDeadlineForm {...{ preview, commandId, version: programme.version, reason, form }} />}
    </ServicePage>
  );
}
