import { type CsvCell, writeCsv } from "~/platform/csv";
import { type BoardRow, countKeys, countNames, daysLeft } from "./board";

const cohortNames = { priority: "Priority", standard: "Standard" };

/** The board's rows as a file for a spreadsheet; dates stay ISO dates, which every spreadsheet reads as dates. */
export function boardCsv(rows: readonly BoardRow[], today: string): string {
  const head = ["Council code", "Council", "Region", "Cohort", ...countKeys.map((key) => countNames[key])];
  const lines = rows.map((row): CsvCell[] => [
    row.code,
    row.name,
    row.region,
    row.cohort && cohortNames[row.cohort],
    ...countKeys.map((key) => row[key]),
    row.ended,
    row.nextDueOn,
    daysLeft(row, today),
  ]);
  return writeCsv([[...head, "Ended", "Next due date", "Days left"], ...lines], { bom: true });
}
