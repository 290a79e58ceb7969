import { daysFrom } from "~/platform/dates";

export type Cohort = "priority" | "standard";

/** One council's plans of a programme. `needed` is the sum of the six states; `ended` lies beside it. */
export type BoardRow = {
  code: string;
  name: string;
  region: string;
  /** null before an admin has confirmed the cohorts. */
  cohort: Cohort | null;
  needed: number;
  notStarted: number;
  challenged: number;
  drafting: number;
  /** Submitted, in review, or waiting for a second approval. */
  submitted: number;
  returned: number;
  approved: number;
  /** Cases that have ended: flag removed, left the programme, school closed. */
  ended: number;
  /** Of those owed, the ones whose day is over. */
  overdue: number;
  /** The earliest due date among the plans owed, "2027-02-26"; null where none is owed. */
  nextDueOn: string | null;
};

export const countKeys = [
  "needed",
  "notStarted",
  "challenged",
  "drafting",
  "submitted",
  "returned",
  "approved",
  "overdue",
] as const;
export type CountKey = (typeof countKeys)[number];

export const countNames: Record<CountKey, string> = {
  needed: "Plans needed",
  notStarted: "Not started",
  challenged: "Challenged",
  drafting: "Drafting",
  submitted: "Submitted",
  returned: "Returned",
  approved: "Approved",
  overdue: "Overdue",
};

export const sortKeys = ["name", "cohort", ...countKeys, "days"] as const;
export type SortKey = (typeof sortKeys)[number];
export type SortOrder = "asc" | "desc";

/** The states to filter by: every count but the total. */
export const stateFilters = countKeys.filter((key) => key !== "needed");
export type StateFilter = (typeof stateFilters)[number];

/** What the board's address asks for; what it does not know, it leaves out. */
export type BoardQuery = {
  programme: string | null;
  region: string | null;
  cohort: Cohort | null;
  state: StateFilter | null;
  sort: SortKey;
  order: SortOrder;
};

/** Names begin at A, figures at the largest; the most urgent date comes first. */
export const firstOrder = (sort: SortKey): SortOrder => (countKeys.some((key) => key === sort) ? "desc" : "asc");

export function readBoardQuery(search: URLSearchParams): BoardQuery {
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === search.get(name)) ?? null;
  const sort = oneOf("sort", sortKeys) ?? "days";
  return {
    programme: search.get("programme") || null,
    region: search.get("region") || null,
    cohort: oneOf("cohort", ["priority", "standard"]),
    state: oneOf("state", stateFilters),
    sort,
    order: oneOf("order", ["asc", "desc"]) ?? firstOrder(sort),
  };
}

/** The address of the board (or of its CSV) that asks for this; defaults are left out. */
export function boardHref(query: BoardQuery, path = "/board"): string {
  const { sort, order, ...filters } = query;
  const usual = sort === "days" && order === firstOrder(sort);
  const search = new URLSearchParams(Object.entries(filters).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  if (!usual) for (const [key, value] of Object.entries({ sort, order })) search.set(key, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

// Councils that owe nothing come after those that do.
const noDate = "9999-12-31";

function compare(sort: SortKey, one: BoardRow, other: BoardRow): number {
  if (sort === "days") {
    const [a, b] = [one.nextDueOn ?? noDate, other.nextDueOn ?? noDate];
    return a < b ? -1 : a > b ? 1 : other.overdue - one.overdue;
  }
  if (sort === "name" || sort === "cohort") return (one[sort] ?? "").localeCompare(other[sort] ?? "", "en-GB");
  return one[sort] - other[sort];
}

/** The rows that the query asks for, in its order; equal ones by council name, then code. */
export function arrangeBoard(
  rows: readonly BoardRow[],
  { region, cohort, state, sort, order }: BoardQuery,
): BoardRow[] {
  const direction = order === "asc" ? 1 : -1;
  return rows
    .filter((row) => !region || row.region === region)
    .filter((row) => !cohort || row.cohort === cohort)
    .filter((row) => !state || row[state] > 0)
    .sort(
      (one, other) =>
        direction * compare(sort, one, other) ||
        one.name.localeCompare(other.name, "en-GB") ||
        one.code.localeCompare(other.code),
    );
}

/** The sums of the rows' counts. */
export const totalsOf = (rows: readonly BoardRow[]): Record<CountKey, number> =>
  Object.fromEntries(countKeys.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])) as Record<
    CountKey,
    number
  >;

/** Days until the council's next due date, negative once it has passed; null where it owes nothing. */
export const daysLeft = ({ nextDueOn }: BoardRow, today: string): number | null =>
  nextDueOn === null ? null : daysFrom(today, nextDueOn);
