import { ServicePage } from "~/people/service-page";
import type { FieldErrors } from "~/ui/error-messages";
import { formatDate } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { Table } from "~/ui/table";
import { useSchemaForm } from "~/ui/use-schema-form";
import type { Progress } from "./get-progress.server";
import { ProgressNotes } from "./progress-notes";
import { TargetOutcomes } from "./target-outcomes-table";
import { TermReviews } from "./term-reviews";
import { ProgressStatusTag } from "./progress-status-tag";
import { recordProgressSchema } from "./record-progress.schema";
import { type ProgressValues, RecordProgressForm } from "./record-progress-form";

type Props = { progress: Progress; commandId: string; answer?: { errors: FieldErrors; values: FormValues } };

/** How an approved plan is going: each action's latest status, a form for the council, and every entry so far. */
export function ProgressPage({ progress, commandId, answer }: Props) {
  const typed = {
    commandId,
    action: String(answer?.values.action ?? ""),
    status: String(answer?.values.status ?? ""),
    note: String(answer?.values.note ?? ""),
  };
  const { register, errors, onSubmit } = useSchemaForm<ProgressValues>({
    schema: recordProgressSchema,
    defaultValues: typed,
    serverErrors: answer?.errors,
  });
  return (
    <ServicePage width="narrow" back={{ href: `/cases/${progress.caseId}` }} errors={errors}>
      <PageHeading caption={progress.schoolName}>Progress</PageHeading>
      <Table
        caption="Actions of the approved plan"
        captionSize="m"
        rowHeaders
        wide
        columns={[{ label: "Action" }, { label: "To be done by", nowrap: true }, { label: "Latest status" }]}
        rows={progress.actions.map(({ id, what, endsOn, latest }) => ({
          key: id,
          cells: [what, formatDate(endsOn), latest ? <ProgressStatusTag status={latest} /> : "Nothing recorded"],
        }))}
        empty="The plan has no actions."
      />
      {progress.mayRecord && (
        <>
          <h2 className="govuk-heading-m">Record progress</h2>
          <RecordProgressForm actions={progress.actions} {...{ typed, errors, register, onSubmit }} />
        </>
      )}
      <TargetOutcomes {...progress} />
      <TermReviews terms={progress.terms} />
      <h2 className="govuk-heading-m">What has been recorded</h2>
      <ProgressNotes
        notes={progress.notes}
        attachBelow={progress.mayRecord ? `/cases/${progress.caseId}/progress` : undefined}
      />
    </ServicePage>
  );
}
