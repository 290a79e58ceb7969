import { writeCsv } from "~/platform/csv";
import type { RunSchoolItem } from "./list-run-schools.server";

const outcomeOf = ({ firstConcern, flagged, eligible }: RunSchoolItem) =>
  firstConcern ? "First concern" : flagged ? "Flagged" : eligible ? "Not flagged" : "Not eligible";

/** Schools of a run as CSV: a year's cell holds its value as a number, or the code that stands in its place. */
export const runSchoolsCsv = (schools: readonly RunSchoolItem[], years: readonly number[]): string =>
  writeCsv(
    [
      ["URN", "Number", "School", "Council code", "Council", ...years.map(String), "Outcome", "Boundary case", "Why"],
      ...schools.map((school) => [
        school.urn,
        school.laestab,
        school.name,
        school.councilCode,
        school.council,
        ...years.map((year) => (school.values[year] ? Number(school.values[year]) : (school.codes[year] ?? ""))),
        outcomeOf(school),
        school.boundary ? "Yes" : "No",
        school.sentence,
      ]),
    ],
    { bom: true },
  );
