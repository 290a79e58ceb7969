import { writeCsv } from "~/platform/csv";
import type { ComparedSchool } from "./compare-runs.server";

const outcome = (side: ComparedSchool["one"]) =>
  side === null ? "Not in this run" : side.flagged ? "Flagged" : side.eligible ? "Not flagged" : "Not eligible";

/** One list of a comparison: of each run the outcome and the sentence. */
export const comparisonCsv = (schools: readonly ComparedSchool[], one: number, other: number): string =>
  writeCsv(
    [
      ["URN", "Number", "School", "Council", `Run ${one}`, `Why in run ${one}`, `Run ${other}`, `Why in run ${other}`],
      ...schools.map((school) => [
        ...[school.urn, school.laestab, school.name, school.council],
        ...[outcome(school.one), school.one?.sentence ?? "", outcome(school.other), school.other?.sentence ?? ""],
      ]),
    ],
    { bom: true },
  );
