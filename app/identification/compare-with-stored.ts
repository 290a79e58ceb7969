import type { MeasureId } from "./measures";
import type { SchoolRow } from "./read-school-row";
import type { RowError } from "./row-error";

/** A school as it is stored, as far as a file's row can be matched with it. */
export type StoredSchool = { id: string; urn: string | null; laestab: string; name: string; open: boolean };
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
  /** Each row with the stored school it is about; null where the school is new. */
  matched: { row: SchoolRow; laestab: string; school: StoredSchool | null }[];
  newSchools: number;
  newResults: number;
  unchangedResults: number;
  changes: ResultChange[];
  /** Rows that cannot be placed: several stored schools could be meant, and choosing is not a program's to do. */
  errors: RowError[];
};

export const resultKey = (schoolId: string, measure: string, year: number) => `${schoolId} ${measure} ${year}`;

/** A result as pages show it: "48%", "no figure (SUPP)" or "no figure". */
export const resultWords = ({ value, code }: { value: string | null; code: string | null }): string =>
  value !== null ? `${value}%` : code ? `no figure (${code})` : "no figure";

/**
 * Matches the rows of a file with the stored schools, by URN, else by council and establishment number, and says what
 * taking the file over would change. Changes nothing.
 */
export function compareWithStored(
  rows: readonly SchoolRow[],
  schools: readonly StoredSchool[],
  results: readonly StoredResult[],
): Comparison {
  const byUrn = new Map(schools.flatMap((school) => (school.urn ? [[school.urn, school] as const] : [])));
  const byLaestab = new Map<string, StoredSchool[]>();
  for (const school of schools) byLaestab.set(school.laestab, [...(byLaestab.get(school.laestab) ?? []), school]);
  const stored = new Map(results.map((result) => [resultKey(result.schoolId, result.measure, result.year), result]));
  const comparison: Comparison = {
    matched: [],
    newSchools: 0,
    newResults: 0,
    unchangedResults: 0,
    changes: [],
    errors: [],
  };
  for (const row of rows) {
    const found = findSchool(row, byUrn, byLaestab);
    if ("message" in found) {
      comparison.errors.push(found);
      continue;
    }
    const { school, laestab } = found;
    comparison.matched.push({ row, laestab, school });
    if (!school) comparison.newSchools += 1;
    for (const result of row.results) {
      const before = school && stored.get(resultKey(school.id, result.measure, result.year));
      if (!before) comparison.newResults += 1;
      else if (before.value === result.value && before.code === result.code) comparison.unchangedResults += 1;
      else {
        const { measure, year } = result;
        const change = { schoolId: before.schoolId, name: school.name, laestab, measure, year };
        comparison.changes.push({ ...change, before: resultWords(before), after: resultWords(result) });
      }
    }
  }
  return comparison;
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
  const open = candidates.filter((school) => school.open);
  const [only, another] = candidates.length > 1 ? open : candidates;
  if (another || (candidates.length > 1 && !only)) {
    const message = `Council and establishment number belong to ${candidates.length} schools (URN ${candidates.map(({ urn }) => urn ?? "not known").join(", ")}): add the URN to say which`;
    return { line: row.line, column: null, found: row.laestab, message };
  }
  return { school: only ?? null, laestab: row.laestab };
}
