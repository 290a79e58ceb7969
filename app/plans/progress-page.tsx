import { ServicePage } from "~/people/service-page";
import type { FieldErrors } from "~/ui/error-messages";
import { formatDate } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { Table } from "~/ui/table";
import { Tag, type TagColour } from "~/ui/tag";
import { Timeline } from "~/ui/timeline";
import { useSchemaForm } from "~/ui/use-schema-form";
import type { Progress } from "./get-progress.server";
import { type ProgressStatus, progressStatuses, recordProgressSchema } from "./record-progress.schema";
import { type ProgressValues, RecordProgressForm } from "./record-progress-form";

const colours: Record<ProgressStatus, TagColour> = {
  notStarted: "grey",
  onTrack: "blue",
  atRisk: "orange",
  done: "green",
};

const StatusTag = ({ status }: { status: ProgressStatus }) => (
  <Tag colour={colours[status]}>{progressStatuses[status]}</Tag>
);

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
        columns={[{ label: "Action" }, { label: "To be done by", nowrap: true }, { label: "Latest status" }]}
        rows={progress.actions.map(({ id, what, endsOn, latest }) => ({
          key: id,
          cells: [what, formatDate(endsOn), latest ? <StatusTag status={latest} /> : "Nothing recorded"],
        }))}
        empty="The plan has no actions."
      />
      {progress.mayRecord && (
        <>
          <h2 className="govuk-heading-m">Record progress</h2>
          <RecordProgressForm actions={progress.actions} {...{ typed, errors, register, onSubmit }} />
        </>
      )}
      <h2 className="govuk-heading-m">What has been recorded</h2>
      {progress.notes.length === 0 ? (
        <p className="govuk-body">Nothing has been recorded yet.</p>
      ) : (
        <Timeline
          entries={progress.notes.map(({ id, action, status, note, by, at }) => ({
            id,
            title: (
              <>
                {action} <StatusTag status={status} />
              </>
            ),
            by,
            at,
            words: note,
          }))}
        />
      )}
    </ServicePage>
  );
}
