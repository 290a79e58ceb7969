import { findSuccessions, type Succession } from "./find-successions";
import { groupBy } from "./group-by";
import type { MeasureId } from "./measures";
import type { SchoolRow } from "./read-school-row";
import type { RowError } from "./row-error";
import type { MatchedRow, StoredSchool } from "./stored-school";

export type StoredResult = {
  schoolId: string;
  measure: string;
  year: number;
  value: string | null;
  code: string | null;
};

export type ResultChange = {
  schoolId: string;
  name: string;
  laestab: string;
  measure: MeasureId;
  year: number;
  before: string;
  after: string;
};

export type Comparison = {
  matched: MatchedRow[];
  newSchools: number;
  newResults: number;
  unchangedResults: number;
  changes: ResultChange[];
  /** Schools that go on under another URN, as their council and establishment number show. */
  successions: Succession[];
  /** Rows that cannot be placed: several stored schools could be meant, and choosing is not a program's to do. */
  errors: RowError[];
};

const resultKey = (schoolId: string, measure: string, year: number) => `${schoolId} ${measure} ${year}`;

/** A result as pages show it: "48%", "no figure (SUPP)" or "no figure". */
const resultWords = ({ value, code }: { value: string | null; code: string | null }): string =>
  value !== null ? `${value}%` : code ? `no figure (${code})` : "no figure";

/**
 * Matches the rows of a file of `year` with the stored schools, by URN, else by council and establishment number, and
 * says what taking the file over would change. Changes nothing.
 */
export function compareWithStored(
  { rows, year }: { rows: readonly SchoolRow[]; year: number },
  schools: readonly StoredSchool[],
  results: readonly StoredResult[],
): Comparison {
  const { matched, errors } = matchRows(rows, schools);
  const stored = new Map(results.map((result) => [resultKey(result.schoolId, result.measure, result.year), result]));
  const comparison: Comparison = {
    matched,
    newSchools: matched.filter(({ school }) => school === null).length,
    newResults: 0,
    unchangedResults: 0,
    changes: [],
    successions: findSuccessions(matched, schools, year),
    errors,
  };
  for (const { row, school, laestab } of matched) {
    for (const result of row.results) {
      const before = school && stored.get(resultKey(school.id, result.measure, result.year));
      if (!before) comparison.newResults += 1;
      else if (before.value === result.value && before.code === result.code) comparison.unchangedResults += 1;
      else {
        const { measure, year: of } = result;
        const change = { schoolId: school.id, name: school.name, laestab, measure, year: of };
        comparison.changes.push({ ...change, before: resultWords(before), after: resultWords(result) });
      }
    }
  }
  return comparison;
}

function matchRows(
  rows: readonly SchoolRow[],
  schools: readonly StoredSchool[],
): Pick<Comparison, "matched" | "errors"> {
  const byUrn = new Map(schools.flatMap((school) => (school.urn ? [[school.urn, school] as const] : [])));
  const byLaestab = groupBy(schools, ({ laestab }) => laestab);
  const matched: MatchedRow[] = [];
  const errors: RowError[] = [];
  const lineOf = new Map<string, number>();
  for (const row of rows) {
    const found = findSchool(row, byUrn, byLaestab);
    if ("message" in found) {
      errors.push(found);
      continue;
    }
    const { school } = found;
    const earlier = school && lineOf.get(school.id);
    if (earlier) {
      // Two rows would overwrite each other in the one stored school.
      const message = `The stored school with this number is the one of line ${earlier} too: add both URNs to say which`;
      errors.push({ line: row.line, column: null, found: row.urn ?? row.laestab, message });
      continue;
    }
    if (school) lineOf.set(school.id, row.line);
    matched.push({ row, ...found });
  }
  return { matched, errors };
}

function findSchool(
  row: SchoolRow,
  byUrn: ReadonlyMap<string, StoredSchool>,
  byLaestab: ReadonlyMap<string, StoredSchool[]>,
): { school: StoredSchool | null; laestab: string } | RowError {
  const known = row.urn ? byUrn.get(row.urn) : undefined;
  if (known) return { school: known, laestab: row.laestab ?? known.laestab };
  if (!row.laestab) {
    const message = "This school is not known by its URN yet, and the file has no establishment number to place it by";
    return { line: row.line, column: "URN", found: row.urn, message };
  }
  const sharing = byLaestab.get(row.laestab) ?? [];
  // A row with a URN is about a stored school that has none yet; a row without one is about any of them.
  const candidates = row.urn ? sharing.filter((school) => school.urn === null) : sharing;
  // Of schools that share a number and follow one another, a file without URNs means the one that goes on.
  const current = candidates.length > 1 ? candidates.filter(({ open, succeeded }) => open && !succeeded) : candidates;
  const [only, another] = current;
  if (another || (candidates.length > 1 && !only)) {
    const message = `Council and establishment number belong to ${candidates.length} schools (URN ${candidates.map(({ urn }) => urn ?? "not known").join(", ")}): add the URN to say which`;
    return { line: row.line, column: null, found: row.laestab, message };
  }
  return { school: only ?? null, laestab: row.laestab };
}
