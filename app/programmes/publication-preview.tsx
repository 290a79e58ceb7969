import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { formatDate } from "~/ui/format-date";
import { formatCount, formatPlural } from "~/ui/format-number";
import { PostForm } from "~/ui/post-form";
import { Table } from "~/ui/table";
import { VisuallyHidden } from "~/ui/visually-hidden";
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
        wide
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
        <li>
          {formatPlural(opened, "flagged school")} {opened === 1 ? "becomes a case" : "become cases"}, with the due date
          of the council’s cohort
        </li>
        {following > 0 && (
          <li>
            of them, {formatCount(following)} {following === 1 ? "follows" : "follow"} a case that has ended, and{" "}
            {following === 1 ? "is" : "are"} linked to it
          </li>
        )}
        {attached > 0 && (
          <li>
            {formatPlural(attached, "open case")} {attached === 1 ? "shows" : "show"} this run’s flag, with the plan and
            the due date unchanged
          </li>
        )}
        <li>each council is told of its own schools and its own due date</li>
        <li>each council then tells its headteachers, who read of it here only after that</li>
        {programme.state === "draft" && <li>the programme’s settings can no longer be changed</li>}
      </ul>
      {notFlagged > 0 && (
        <WarningText>
          This run does not flag the {notFlagged === 1 ? "school" : "schools"} of{" "}
          {formatPlural(notFlagged, "open case")} of this programme. {notFlagged === 1 ? "It stays" : "They stay"} open
          until you remove the flag.
        </WarningText>
      )}
      <Details summary={`What each of the ${formatPlural(councils.length, "council")} and its headteachers will read`}>
        <Table
          caption="Schools by council"
          captionHidden
          rowHeaders
          small
          wide
          columns={[
            { label: "Council" },
            { label: "Words" },
            { label: "Cohort" },
            { label: "New cases", numeric: true },
            { label: "Open cases", numeric: true },
          ]}
          rows={councils.map(({ code, name, cohort, ...counts }) => ({
            key: code,
            cells: [
              `${name} (${code})`,
              <a key="words" className="govuk-link" href={`/runs/${run.id}/publish/${code}`}>
                Schools and words<VisuallyHidden> of {name}</VisuallyHidden>
              </a>,
              names[cohort],
              formatCount(counts.opened),
              formatCount(counts.attached),
            ],
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
        <PostForm version={run.version}>
          <input type="hidden" name="programmeVersion" value={programme.version} />
          <Button preventDoubleClick>Publish</Button>
        </PostForm>
      )}
    </>
  );
}
