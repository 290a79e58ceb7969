import { Details } from "~/ui/details";
import { formatDate } from "~/ui/format-date";
import { formatCount, formatPlural } from "~/ui/format-number";
import { StatCards } from "~/ui/stat-cards";
import { Table } from "~/ui/table";
import { describeDetails } from "./describe-school-detail";
import type { ListedLink, ListedSchool, SchoolListSummary } from "./school-list-summary";

const ignoredWords: Record<string, string> = {
  blankLine: "blank lines",
  notInEngland: "places that are not in England or in a council that is not known, and that no floor is held against",
  noNumber: "places without an establishment number, and that no floor is held against",
};

const firstOf = (shown: number, of: number) =>
  shown < of ? `, the first ${formatCount(shown)} of ${formatCount(of)}` : "";

function Schools({ caption, schools }: { caption: string; schools: readonly ListedSchool[] }) {
  if (schools.length === 0) return null;
  return (
    <Table
      caption={caption}
      captionSize="m"
      rowHeaders
      wide
      columns={[{ label: "School" }, { label: "URN", nowrap: true }, { label: "Type" }, { label: "Council" }]}
      rows={schools.map(({ urn, name, type, council }, at) => ({
        key: String(at),
        cells: [name, urn ?? "not known", type, council],
      }))}
    />
  );
}

function Links({ caption, links }: { caption: string; links: readonly ListedLink[] }) {
  if (links.length === 0) return null;
  return (
    <Table
      caption={caption}
      captionSize="m"
      rowHeaders
      wide
      columns={[
        { label: "Earlier school" },
        { label: "URN" },
        { label: "Later school" },
        { label: "URN" },
        { label: "Which came first" },
      ]}
      rows={links.map(({ fromUrn, fromName, toUrn, toName, inOrder }) => ({
        key: `${fromUrn} ${toUrn}`,
        cells: [fromName, fromUrn, toName, toUrn, inOrder ? "known" : "not known"],
      }))}
    />
  );
}

type Changes = { id: string; summary: SchoolListSummary; done: boolean; listed: boolean };

/**
 * What taking a list of schools over changes, or has changed, with every detail before and after. `listed` where its
 * schools can still be listed.
 */
export function SchoolListChanges({ id, summary, done, listed }: Changes) {
  const { newSchools, changedSchools, unchangedSchools, links, linksToChoose, lacking } = summary;
  const changes = summary.firstChanges.flatMap(({ urn, name, before, after }) =>
    describeDetails(before, after).map((change) => ({ urn, name, ...change })),
  );
  return (
    <>
      <h2 className="govuk-heading-m">{done ? "What changed" : "What will change"}</h2>
      <p className="govuk-body">
        {summary.listedOnIsEarliest
          ? `The list does not say of which day it is. It is of ${formatDate(summary.listedOn)} or later: on that day a school in it opened or closed.`
          : `The list is of ${formatDate(summary.listedOn)}, as its name says.`}{" "}
        What a newer file has said stays.
      </p>
      <StatCards
        stats={[
          { value: formatCount(newSchools), label: "New schools" },
          {
            value: formatCount(changedSchools),
            label: "Changed schools",
            tone: changedSchools > 0 ? "waiting" : undefined,
          },
          { value: formatCount(unchangedSchools), label: "Unchanged schools" },
          { value: formatCount(links), label: "Schools that continue another" },
        ]}
      />
      {newSchools + changedSchools + links + linksToChoose === 0 && (
        <p className="govuk-body">
          Everything in this list is stored already. Nothing {done ? "changed" : "will change"}.
        </p>
      )}
      <Also summary={summary} done={done} />
      {listed && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/results/${id}/schools/csv`} download>
            Download every school of the list with what changes, and the open schools that it lacks (CSV)
          </a>
        </p>
      )}
      {changes.length > 0 && (
        <Table
          caption={`Changed schools${firstOf(summary.firstChanges.length, changedSchools)}`}
          captionSize="m"
          rowHeaders
          wide
          columns={[
            { label: "School" },
            { label: "URN" },
            { label: "Detail" },
            { label: "Before" },
            { label: "After" },
          ]}
          rows={changes.map(({ urn, name, detail, before, after }) => ({
            key: `${urn} ${detail}`,
            cells: [name, urn, detail, before, <strong key="after">{after}</strong>],
          }))}
        />
      )}
      {newSchools > 0 && (
        <Details summary={`New schools${firstOf(summary.firstNew.length, newSchools)}`}>
          <Schools caption="New schools" schools={summary.firstNew} />
        </Details>
      )}
      {links > 0 && (
        <Details summary={`Schools that continue another${firstOf(summary.firstLinks.length, links)}`}>
          <Links caption="Schools that continue another" links={summary.firstLinks} />
        </Details>
      )}
      {listed && <ToChoose id={id} summary={summary} done={done} />}
      {lacking > 0 && (
        <>
          <h2 className="govuk-heading-m">Open schools that the list lacks</h2>
          <p className="govuk-body">
            {formatPlural(lacking, "school")} stored as open {lacking === 1 ? "is" : "are"} not in the list. Nothing
            about them changes: the list may be a part of the whole.
          </p>
          <Details summary={`See them${firstOf(summary.firstLacking.length, lacking)}`}>
            <Schools caption="Not in the list" schools={summary.firstLacking} />
          </Details>
        </>
      )}
    </>
  );
}

/** What matters most among the changes, and what was passed over; nothing where there is nothing to say. */
function Also({ summary, done }: { summary: SchoolListSummary; done: boolean }) {
  const { closing, opening, moving, linksUnknown, ignored } = summary;
  const facts = [
    ...(closing > 0 ? [`${formatPlural(closing, "open school")} ${done ? "closed" : "will be closed"}`] : []),
    ...(opening > 0 ? [`${formatPlural(opening, "closed school")} ${done ? "opened" : "will be open"}`] : []),
    ...(moving > 0 ? [`${formatPlural(moving, "school")} ${done ? "moved" : "will move"} to another council`] : []),
    ...(linksUnknown > 0 ? [`${formatPlural(linksUnknown, "link")} to schools that are not known: passed over`] : []),
    ...ignored.map(
      ({ reason, count }) => `${formatPlural(count, "row")} passed over: ${ignoredWords[reason] ?? reason}`,
    ),
  ];
  if (facts.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

function ToChoose({ id, summary, done }: Omit<Changes, "listed">) {
  const { linksToChoose, firstToChoose } = summary;
  if (linksToChoose === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Links that only a person can decide</h2>
      <p className="govuk-body">
        Where a school was made of several, or became several, or the dates do not say which came first, no earlier
        results count for it until somebody decides.{" "}
        {done ? (
          <a className="govuk-link" href={`/results/${id}/match`}>
            Choose whose results go on
          </a>
        ) : (
          "You can decide once the list is taken over."
        )}
      </p>
      <Links caption={`To be decided${firstOf(firstToChoose.length, linksToChoose)}`} links={firstToChoose} />
    </>
  );
}
