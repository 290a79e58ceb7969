import { formatCount, formatPlural } from "~/ui/format-number";
import { StatCards } from "~/ui/stat-cards";
import { FileListTable } from "./file-list-table";
import { type FileList, fileListHref, type FileListId } from "./file-lists";
import type { LinksSummary } from "./links-summary";

type LinksChangesProps = { fileId: string; summary: LinksSummary; lists: FileList[]; done: boolean; listed: boolean };

/**
 * What taking a file of links over changes, or has changed: counts, what is passed over and why, then the links. `listed`
 * where they can still be listed.
 */
export function LinksChanges({ fileId, summary, lists, done, listed }: LinksChangesProps) {
  const { counts } = summary;
  const hrefOf = (list: FileListId, count: number) => (listed && count > 0 ? fileListHref(fileId, list) : undefined);
  const toneOf = (count: number) => (count > 0 ? ("waiting" as const) : undefined);
  return (
    <>
      <h2 className="govuk-heading-m">{done ? "What changed" : "What will change"}</h2>
      <StatCards
        stats={[
          { value: formatCount(counts.new), label: "New links", href: hrefOf("newLinks", counts.new) },
          {
            value: formatCount(counts.choose),
            label: "Links to choose among",
            tone: toneOf(counts.choose),
            href: hrefOf("linksToChoose", counts.choose),
          },
          {
            value: formatCount(counts.contrary),
            label: "Contrary to what is stored",
            tone: toneOf(counts.contrary),
            href: hrefOf("contraryLinks", counts.contrary),
          },
          { value: formatCount(counts.known), label: "Known links", href: hrefOf("knownLinks", counts.known) },
        ]}
      />
      {counts.new + counts.choose + counts.contrary === 0 && (
        <p className="govuk-body">
          {counts.known > 0 ? "Every link that can be used is stored already." : "There is no link that can be used."}{" "}
          Nothing {done ? "changed" : "will change"}.
        </p>
      )}
      {counts.new > 0 && (
        <p className="govuk-body">
          {done ? "Each new link gave" : "Each new link gives"} the later school the results of the earlier one as its
          history.
        </p>
      )}
      <PassedOver fileId={fileId} summary={summary} listed={listed} />
      {counts.choose + counts.contrary > 0 && (
        <>
          <h2 className="govuk-heading-m">What only a person can decide</h2>
          <p className="govuk-body">
            Where a school was made of several, or became several, no earlier results count for it until somebody
            chooses. What a person has decided stays.{" "}
            {done ? (
              <a className="govuk-link" href={`/results/${fileId}/match`}>
                Choose whose results go on
              </a>
            ) : (
              "You can choose once the links are taken over."
            )}
          </p>
        </>
      )}
      {lists.map((list) => (
        <FileListTable key={list.id} fileId={fileId} list={list} />
      ))}
    </>
  );
}

/** What changes nothing, with the reason, and where the rows are; nothing where all of the file is used. */
function PassedOver({ fileId, summary, listed }: Pick<LinksChangesProps, "fileId" | "summary" | "listed">) {
  const { counts, links, rows, unusedKinds, ignored } = summary;
  const said = rows - counts.unused - links;
  const see = (list: FileListId, words: string) =>
    listed ? (
      <a className="govuk-link" href={fileListHref(fileId, list)}>
        {words}
      </a>
    ) : (
      words
    );
  const facts = [
    said > 0 && `${formatPlural(said, "row")} that ${said === 1 ? "says" : "say"} again what another row says`,
    counts.unknown > 0 && (
      <>
        {see("unknownLinks", formatPlural(counts.unknown, "link"))} passed over, because a school of it is not stored.
        Take over a list with these schools first, then upload a newer file of links
      </>
    ),
    counts.unused > 0 && (
      <>
        {see("unusedLinks", formatPlural(counts.unused, "row"))} not used, because the kind of link tells of no history:{" "}
        {unusedKinds.map(({ type, count }) => `${type} (${formatCount(count)})`).join(", ")}
      </>
    ),
    ...ignored.map(({ reason, count }) => reason === "blankLine" && `${formatPlural(count, "blank line")} passed over`),
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {facts.map((fact, at) => (
        <li key={at}>{fact}</li>
      ))}
    </ul>
  );
}
