import { schoolNumber } from "~/schools/school-number";
import { formatCount, formatPlural } from "~/ui/format-number";
import { StatCards } from "~/ui/stat-cards";
import { Table } from "~/ui/table";
import { FileListTable } from "./file-list-table";
import { type FileList, fileListHref, type FileListId } from "./file-lists";
import type { FileSummary } from "./file-summary";

const ignoredWords: Record<string, string> = {
  councilTotal: "totals of councils",
  nationalTotal: "totals of the country",
  blankLine: "blank lines",
  noCouncil: "schools without a council",
};

type FileChangesProps = { fileId: string; summary: FileSummary; lists: FileList[]; done: boolean; listed: boolean };

/**
 * What taking a results file over changes, or has changed: counts, then what it replaces, before and after. `listed` where
 * its rows can still be listed.
 */
export function FileChanges({ fileId, summary, lists, done, listed }: FileChangesProps) {
  const { newSchools, newResults, changedResults, changedPupils, changedSchools, unchangedResults, leftOut } = summary;
  const { continued, successions, ignored } = summary;
  const hrefOf = (list: FileListId, count: number) => (listed && count > 0 ? fileListHref(fileId, list) : undefined);
  const toneOf = (count: number) => (count > 0 ? ("waiting" as const) : undefined);
  return (
    <>
      <h2 className="govuk-heading-m">{done ? "What changed" : "What will change"}</h2>
      <StatCards
        stats={[
          { value: formatCount(newSchools), label: "New schools", href: hrefOf("newSchools", newSchools) },
          { value: formatCount(newResults), label: "New results", href: hrefOf("newResults", newResults) },
          {
            value: formatCount(changedResults),
            label: "Changed results",
            tone: toneOf(changedResults),
            href: hrefOf("changedResults", changedResults),
          },
          {
            value: formatCount(changedSchools ?? 0),
            label: "Schools with changed details",
            tone: toneOf(changedSchools ?? 0),
            href: hrefOf("changedSchools", changedSchools ?? 0),
          },
          { value: formatCount(unchangedResults), label: "Unchanged results" },
        ]}
      />
      <p className="govuk-body">{describeExtent(summary, done)}</p>
      {(changedPupils ?? 0) > 0 && (
        <p className="govuk-body">
          The number of pupils behind {formatPlural(changedPupils, "result")} {done ? "changed" : "changes"}, the{" "}
          {changedPupils === 1 ? "value stays" : "values stay"} as {changedPupils === 1 ? "it is" : "they are"}.
        </p>
      )}
      {(leftOut ?? 0) > 0 && (
        <p className="govuk-body">
          {formatPlural(leftOut, "row")} left out, as somebody decided for {leftOut === 1 ? "its" : "their"} council and
          establishment number.
        </p>
      )}
      {lists.map((list) => (
        <FileListTable key={list.id} fileId={fileId} list={list} />
      ))}
      {successions.length > 0 && <Successions successions={successions} of={continued} />}
      {ignored.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Rows that are not schools</h2>
          <ul className="govuk-list govuk-list--bullet">
            {ignored.map(({ reason, count }) => (
              <li key={reason}>
                {formatPlural(count, "row")}: {ignoredWords[reason] ?? reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** In a sentence, what the figures come to: above all whether anything changes. */
function describeExtent(summary: FileSummary, done: boolean): string {
  const { newSchools, newResults, changedResults, changedPupils, changedSchools } = summary;
  const said = [
    newResults > 0 && (done ? "New results were added." : "New results are added."),
    changedResults > 0 &&
      (done ? "Changed results replaced the stored ones." : "Changed results replace the stored ones."),
  ].filter(Boolean);
  if (said.length > 0) return said.join(" ");
  if (newSchools + (changedSchools ?? 0) > 0)
    return `Every result of this file is stored already. Details of schools ${done ? "changed" : "will change"}.`;
  if ((changedPupils ?? 0) > 0)
    return `Every result of this file is stored already. Numbers of pupils ${done ? "changed" : "will change"}.`;
  return `Everything in this file is stored already. Nothing ${done ? "changed" : "will change"}.`;
}

function Successions({ successions, of }: { successions: FileSummary["successions"]; of: number }) {
  const part = successions.length < of ? `, the first ${formatCount(successions.length)} of ${formatCount(of)}` : "";
  return (
    <Table
      caption={`Schools that go on under a new URN${part}`}
      captionSize="m"
      rowHeaders
      wide
      columns={[{ label: "School" }, { label: "Number", nowrap: true }, { label: "URN before" }, { label: "URN now" }]}
      rows={successions.map(({ laestab, name, fromUrn, toUrn }) => ({
        key: laestab,
        cells: [name, schoolNumber(laestab), fromUrn ?? "not known", toUrn ?? "not known"],
      }))}
    />
  );
}
