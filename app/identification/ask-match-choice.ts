import { schoolNumber } from "~/schools/school-number";
import { type MatchChoice, matchKeys, NONE } from "./match-choice";

/** What is to be chosen, as the database has it. */
export type ChoiceRow = {
  kind: "number" | "urn" | "later" | "pair";
  line: number | null;
  number: string;
  urn: string | null;
  name: string;
  id: string | null;
  candidates: string[];
  decided: string | null;
  /** Rows of the file that wait for the answer; none where the file is taken over already. */
  rows: number;
};

/** A school that could be meant: its name, and what tells it from others. */
export type Candidate = { name: string; words: string };

const questions: Record<
  ChoiceRow["kind"],
  { ask: (name: string, other: string) => string; none: string; noneHint: string }
> = {
  number: {
    ask: (name) => `Which school is ${name}?`,
    none: "Leave this row out",
    noneHint: "Rows with this number are left out of every file until somebody decides otherwise",
  },
  urn: {
    ask: (name) => `Is ${name} a school that is stored without a URN?`,
    none: "No, it is a school of its own",
    noneHint: "It begins without earlier results",
  },
  later: {
    ask: (name) => `Whose results go on at ${name}?`,
    none: "Nobody’s",
    noneHint: "Its history begins with its own results",
  },
  pair: {
    ask: (name, other) => `Which continues the other, ${name} or ${other}?`,
    none: "Neither continues the other",
    noneHint: "Each keeps its own results alone",
  },
};

/** The question to a person, with the schools that could be meant and "none" as its last answer. */
export function askMatchChoice(row: ChoiceRow, schools: ReadonlyMap<string, Candidate>): MatchChoice {
  const { ask, none, noneHint } = questions[row.kind];
  const option = (id: string) => ({
    value: id,
    label: schools.get(id)?.name ?? "A school no longer known",
    hint: schools.get(id)?.words ?? "",
  });
  const [first = ""] = row.candidates;
  const other = schools.get(first);
  const options =
    row.kind === "pair"
      ? [
          { value: "forward", label: `${row.name} continues ${other?.name}`, hint: other?.words ?? "" },
          {
            value: "backward",
            label: `${other?.name} continues ${row.name}`,
            hint: schools.get(row.id ?? "")?.words ?? "",
          },
        ]
      : row.candidates.map(option);
  const keys = {
    number: () => matchKeys.number(row.number),
    urn: () => matchKeys.urn(row.urn ?? ""),
    later: () => matchKeys.later(row.id ?? ""),
    pair: () => matchKeys.pair(first, row.id ?? ""),
  };
  const where = [
    row.line !== null && `Line ${row.line}`,
    row.urn && `URN ${row.urn}`,
    `number ${schoolNumber(row.number)}`,
  ];
  return {
    key: keys[row.kind](),
    question: ask(row.name, other?.name ?? "the other"),
    hint: where.filter(Boolean).join(", "),
    options: [...options, { value: NONE, label: none, hint: noneHint }],
    decided: row.decided,
  };
}
