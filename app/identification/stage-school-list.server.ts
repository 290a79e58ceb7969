import type pg from "pg";
import { dateInLondon } from "~/platform/clock.server";
import { COPY_NULL, copyStaged, copyText } from "./copy-staged.server";
import type { StageOutcome, StageRequest } from "./file-kind";
import { readInTurns } from "./read-in-turns";
import type { ListRow } from "./read-list-row";
import { readListText, type SchoolList } from "./read-school-list";

const columns = [
  "line",
  "urn",
  "laestab",
  "council_code",
  "name",
  "type",
  "mainstream",
  "status",
  "open",
  "phase",
  "town",
  "postcode",
  "easting",
  "northing",
  "federation",
  "opened_on",
  "closed_on",
  "linked_urns",
  "predecessor_urns",
  "successor_urns",
].join(", ");

const cell = (value: string | number | boolean | null): string =>
  value === null ? COPY_NULL : copyText(String(value));

const urns = (list: readonly string[]): string => `{${list.join(",")}}`;

const copyLine = (row: ListRow): string =>
  `${[
    row.line,
    row.urn,
    row.laestab,
    row.councilCode,
    row.name,
    row.type,
    row.mainstream,
    row.status,
    row.open,
    row.phase,
    row.town,
    row.postcode,
    row.easting,
    row.northing,
    row.federation,
    row.openedOn,
    row.closedOn,
    urns(row.linkedUrns),
    urns(row.predecessorUrns),
    urns(row.successorUrns),
  ]
    .map(cell)
    .join("\t")}\n`;

/** Reads a list of schools and puts its rows into the staging table, or says what is wrong by line and column. */
export async function stageSchoolList(request: StageRequest): Promise<StageOutcome> {
  const { client, fileId, text, encoding, filename, expectedYear, onProgress } = request;
  const councils = await client.query<{ code: string }>("SELECT code FROM councils");
  const councilCodes = new Set(councils.rows.map(({ code }) => code));
  const uploaded = await client.query<{ at: Date }>("SELECT uploaded_at AS at FROM results_files WHERE id = $1", [
    fileId,
  ]);
  const latestDay = uploaded.rows[0] && dateInLondon(uploaded.rows[0].at);
  const began = performance.now();
  const outcome = await readInTurns(
    readListText({ text, encoding, filename, year: expectedYear ?? undefined, councilCodes, latestDay }),
    onProgress,
  );
  if (!outcome.ok) return outcome;
  const { list } = outcome;
  await stageRows(client, fileId, list, Math.round(performance.now() - began));
  return { ok: true, rows: list.rows.length, layout: list.layout.id, measures: [], years: [] };
}

/** In place of what an earlier attempt left there. */
async function stageRows(client: pg.PoolClient, fileId: string, list: SchoolList, readMs: number): Promise<void> {
  await client.query("DELETE FROM school_lists WHERE file_id = $1", [fileId]);
  await client.query(
    `INSERT INTO school_lists (file_id, listed_on, listed_on_is_earliest, layout_name, encoding, separator, fields, ignored, read_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      fileId,
      list.listedOn,
      list.listedOnIsEarliest,
      list.layout.name,
      list.encoding,
      list.separator,
      list.fields,
      JSON.stringify(list.ignored.map(({ reason, count }) => ({ reason, count }))),
      readMs,
    ],
  );
  await copyStaged(client, { table: "staged_schools", fileId, columns, rows: list.rows, copyLine });
}
