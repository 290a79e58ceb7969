import type pg from "pg";
import type { ResultsFile } from "./read-results-file";

/**
 * Keeps the averages that the Department prints in a file's total rows, for councils and the country. Of several national
 * rows the last by record type counts, which is that of state-funded schools. Part of the caller's transaction.
 */
export async function storePublishedAverages(
  client: pg.ClientBase,
  { fileId, file }: { fileId: string; file: Pick<ResultsFile, "totals"> },
): Promise<void> {
  const printed = new Map<string, { measure: string; year: number; scope: string; code: string; value: string }>();
  const inOrder = [...file.totals].sort((a, b) => (a.recordType < b.recordType ? -1 : 1));
  for (const { kind, councilCode, results } of inOrder)
    for (const { measure, year, value } of results)
      if (value !== null) {
        const code = kind === "council" ? (councilCode ?? "") : "";
        if (kind === "council" && code === "") continue;
        printed.set(`${measure} ${year} ${kind} ${code}`, { measure, year, scope: kind, code, value });
      }
  const rows = [...printed.values()];
  await client.query(
    `INSERT INTO published_averages (measure, year, scope, code, value, file_id)
     SELECT *, $6 FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::numeric[])
     ON CONFLICT (measure, year, scope, code, file_id) DO UPDATE SET value = excluded.value, kept_at = CURRENT_TIMESTAMP`,
    [
      rows.map(({ measure }) => measure),
      rows.map(({ year }) => year),
      rows.map(({ scope }) => scope),
      rows.map(({ code }) => code),
      rows.map(({ value }) => value),
      fileId,
    ],
  );
}
