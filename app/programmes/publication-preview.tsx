import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { formatDate } from "~/ui/format-date";
import { formatCount, formatPlural } from "~/ui/format-number";
import { PostForm } from "~/ui/post-form";
import { Table } from "~/ui/table";
import { WarningText } from "~/ui/warning-text";
import type { PublicationPreview as Preview } from "./get-publication-preview.server";

const names = { priority: "Priority", standard: "Standard" } as const;

const notReady: Record<string, string> = {
  published: "The run is published.",
  discarded: "The run was put aside and cannot be published.",
};

/** What publishing does, before it is done. */
export function PublicationPreview({ preview }: { preview: Preview }) {
  const { run, programme, cohorts, opened, attached, following, notFlagged, councils, problems } = preview;
  if (run.state !== "cohortConfirmed")
    return (
      <p className="govuk-body">
        {notReady[run.state] ?? "The run can be published once it is confirmed and its cohorts are decided."}
      </p>
    );
  return (
    <>
      <Table
        caption="Plans that will be needed"
        captionSize="m"
        rowHeaders
        columns={[
          { label: "Cohort" },
          { label: "Councils", numeric: true },
          { label: "Schools", numeric: true },
          { label: "Plans due", nowrap: true },
        ]}
        rows={cohorts.map(({ cohort, councils: count, schools, dueOn }) => ({
          key: cohort,
          cells: [names[cohort], formatCount(count), formatCount(schools), formatDate(dueOn)],
        }))}
      />
      <p className="govuk-body">When you publish:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{formatPlural(opened, "flagged school")} becomes a case, each with the due date of its council’s cohort</li>
        {following > 0 && <li>{formatCount(following)} of them follow a case that has ended, and are linked to it</li>}
        {attached > 0 && (
          <li>{formatPlural(attached, "open case")} shows this run’s flag, and keeps its plan and date</li>
        )}
        <li>each council is told of its own schools and its own due date, and tells their headteachers</li>
        {programme.state === "draft" && <li>the programme’s settings can no longer be changed</li>}
      </ul>
      {notFlagged > 0 && (
        <WarningText>
          {formatPlural(notFlagged, "open case")} of this programme: the school is not flagged by this run. The case
          stays open until you remove its flag.
        </WarningText>
      )}
      <Details summary="Councils and their schools">
        <Table
          caption="Schools by council"
          captionHidden
          rowHeaders
          small
          columns={[
            { label: "Council" },
            { label: "Cohort" },
            { label: "New cases", numeric: true },
            { label: "Open cases", numeric: true },
          ]}
          rows={councils.map(({ code, name, cohort, ...counts }) => ({
            key: code,
            cells: [`${name} (${code})`, names[cohort], formatCount(counts.opened), formatCount(counts.attached)],
          }))}
        />
      </Details>
      {problems.map((problem) => (
        <WarningText key={problem}>{problem}</WarningText>
      ))}
      {problems.length > 0 ? (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={
              programme.state === "draft" ? `/programmes/${programme.id}/edit` : `/programmes/${programme.id}/deadlines`
            }
          >
            {programme.state === "draft" ? "Change settings" : "Change a cohort’s due date"}
          </a>
        </p>
      ) : (
        <PostForm>
          <Button preventDoubleClick>Publish</Button>
        </PostForm>
      )}
    </>
  );
}
