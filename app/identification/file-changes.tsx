import { formatCount, formatPlural } from "~/ui/format-number";
import { StatCards } from "~/ui/stat-cards";
import { Table } from "~/ui/table";
import type { FileSummary } from "./file-summary";

const ignoredWords: Record<string, string> = {
  councilTotal: "totals of councils",
  nationalTotal: "totals of the country",
  blankLine: "blank lines",
  noCouncil: "schools without a council",
};

/** What taking a file over changes, or has changed: counts, then each changed result with its value before and after. */
export function FileChanges({ summary, done }: { summary: FileSummary; done: boolean }) {
  const { newSchools, newResults, changedResults, unchangedResults, changes, continued, successions, ignored } =
    summary;
  const firstOf = (shown: number, of: number) =>
    shown < of ? `, the first ${formatCount(shown)} of ${formatCount(of)}` : "";
  return (
    <>
      <h2 className="govuk-heading-m">{done ? "What changed" : "What will change"}</h2>
      <StatCards
        stats={[
          { value: formatCount(newSchools), label: "New schools" },
          { value: formatCount(newResults), label: "New results" },
          {
            value: formatCount(changedResults),
            label: "Changed results",
            tone: changedResults > 0 ? "waiting" : undefined,
          },
          { value: formatCount(unchangedResults), label: "Unchanged results" },
        ]}
      />
      {newResults + changedResults + newSchools === 0 && (
        <p className="govuk-body">
          Every result of this file is stored already. Nothing {done ? "changed" : "will change"}.
        </p>
      )}
      {changes.length > 0 && (
        <Table
          caption={`Changed results${firstOf(changes.length, changedResults)}`}
          captionSize="m"
          rowHeaders
          wide
          columns={[
            { label: "School" },
            { label: "Number", nowrap: true },
            { label: "Year", numeric: true },
            { label: "Before", numeric: true },
            { label: "After", numeric: true },
          ]}
          rows={changes.map(({ schoolId, name, laestab, measure, year, before, after }) => ({
            key: `${schoolId} ${measure} ${year}`,
            cells: [name, numberInWords(laestab), year, before, <strong key="after">{after}</strong>],
          }))}
        />
      )}
      {successions.length > 0 && (
        <Table
          caption={`Schools that go on under a new URN${firstOf(successions.length, continued)}`}
          captionSize="m"
          rowHeaders
          wide
          columns={[
            { label: "School" },
            { label: "Number", nowrap: true },
            { label: "URN before" },
            { label: "URN now" },
          ]}
          rows={successions.map(({ laestab, name, fromUrn, toUrn }) => ({
            key: laestab,
            cells: [name, numberInWords(laestab), fromUrn ?? "not known", toUrn ?? "not known"],
          }))}
        />
      )}
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

/** "318/2001". */
const numberInWords = (laestab: string) => `${laestab.slice(0, 3)}/${laestab.slice(3)}`;
