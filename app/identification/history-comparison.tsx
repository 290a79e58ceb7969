import type { ReactNode } from "react";
import { formatDate } from "~/ui/format-date";
import { Table, type TableRow } from "~/ui/table";
import type { ComparedSchool, HistoryQuestion } from "./history-question";
import { isMeasureId, measures } from "./measures";

const dayOf = (date: string | null) => (date ? formatDate(date) : "not known");

type Fact = { label: string; of: (school: ComparedSchool, later: boolean) => ReactNode };

const facts: Fact[] = [
  { label: "URN", of: ({ urn }) => urn ?? "not known" },
  { label: "Number", of: ({ number }) => number },
  { label: "Council", of: ({ council }) => council },
  { label: "Type", of: ({ type }) => type },
  { label: "Now", of: ({ standing }) => standing },
  { label: "Opened", of: ({ openedOn }) => dayOf(openedOn) },
  {
    label: "Closed",
    of: ({ closedOn, standing }) => (closedOn || standing.startsWith("Closed") ? dayOf(closedOn) : "–"),
  },
  { label: "Said by", of: ({ saidBy }, later) => (later ? "–" : saidBy) },
  { label: "Link established", of: ({ establishedOn }, later) => (later ? "–" : dayOf(establishedOn)) },
  {
    label: "Results go on at",
    of: ({ goesOnAt }, later) =>
      goesOnAt && !later ? (
        <a className="govuk-link" href={`/histories/later-${goesOnAt.id}`}>
          {goesOnAt.name}
        </a>
      ) : (
        "–"
      ),
  },
];

/** The results of each school beside each other, the newest year first, of the newest `years` or of all. */
function resultRows(schools: readonly ComparedSchool[], years: number | undefined): TableRow[] {
  const every = schools.flatMap(({ results }) => results);
  const shown = [...new Set(every.map(({ year }) => year))].sort((a, b) => b - a).slice(0, years);
  const ids = [...new Set(every.map(({ measure }) => measure))];
  return ids.flatMap((measure) =>
    shown.flatMap((year) => {
      const of = schools.map(({ results }) => results.find((row) => row.measure === measure && row.year === year));
      if (of.every((found) => found === undefined)) return [];
      const name = isMeasureId(measure) ? measures[measure].shortName : measure;
      const label = ids.length > 1 ? `${year}: ${name}` : `Result ${year}`;
      return [{ key: `${measure} ${year}`, cells: [label, ...of.map((found) => found?.words ?? "–")] }];
    }),
  );
}

/** A later school and those that it could continue, side by side: what tells them apart, and their results. */
export function HistoryComparison({ question, years }: { question: HistoryQuestion; years?: number }) {
  const { schools } = question;
  const measure = new Set(schools.flatMap(({ results }) => results.map((result) => result.measure)));
  const [only] = measure.size === 1 ? [...measure] : [];
  const inOrder = question.key.startsWith("later-");
  const rows = facts
    .map(({ label, of }) => ({
      key: label,
      cells: [label, ...schools.map((school, at) => of(school, at === 0))] as ReactNode[],
    }))
    .filter(({ cells }) => cells.slice(1).some((cell) => cell !== "–"));
  return (
    <>
      <Table
        caption={question.choice.question}
        captionHidden
        rowHeaders
        wide
        small
        columns={[
          { label: "Detail" },
          ...schools.map(({ id, name }, at) => ({
            label: (
              <span key={id}>
                {name}
                {inOrder && <span className="app-under">{at === 0 ? "The later school" : "An earlier school"}</span>}
              </span>
            ),
          })),
        ]}
        rows={[...rows, ...resultRows(schools, years)]}
      />
      {only && isMeasureId(only) && <p className="govuk-body-s">Results: the percentage of {measures[only].words}.</p>}
    </>
  );
}
