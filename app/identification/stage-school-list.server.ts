import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { Readable } from "node:stream";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { StageOutcome, StageRequest } from "./file-kind";
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

const ROWS_PER_CHUNK = 500;

/** A value in COPY's text format. Cells of a list have no control characters, which read-list-row refuses. */
const cell = (value: string | number | boolean | null): string =>
  value === null ? "\\N" : String(value).replaceAll("\\", "\\\\");

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

function* chunks(rows: readonly ListRow[]): Generator<string> {
  for (let at = 0; at < rows.length; at += ROWS_PER_CHUNK) {
    yield rows
      .slice(at, at + ROWS_PER_CHUNK)
      .map(copyLine)
      .join("");
  }
}

/** Reads a list of schools and puts its rows into the staging table, or says what is wrong by line and column. */
export async function stageSchoolList(request: StageRequest): Promise<StageOutcome> {
  const { client, fileId, text, encoding, filename, expectedYear, onProgress } = request;
  const councils = await client.query<{ code: string }>("SELECT code FROM councils");
  const councilCodes = new Set(councils.rows.map(({ code }) => code));
  const began = performance.now();
  const turns = readListText({ text, encoding, filename, year: expectedYear ?? undefined, councilCodes });
  let turn = turns.next();
  for (; !turn.done; turn = turns.next()) {
    onProgress?.(turn.value);
    // Other work of this process goes on in between.
    await setImmediate();
  }
  if (!turn.value.ok) return turn.value;
  const { list } = turn.value;
  await stageRows(client, fileId, list, Math.round(performance.now() - began));
  return { ok: true, rows: list.rows.length, layout: list.layout.id, measures: [], years: [] };
}

/** In place of the rows that an earlier attempt left there. */
async function stageRows(client: pg.PoolClient, fileId: string, list: SchoolList, readMs: number): Promise<void> {
  await client.query("DELETE FROM staged_schools WHERE file_id = $1", [fileId]);
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
  // COPY does not go into a table with row-level security: the rows pass through one of this transaction's own.
  await client.query(
    `CREATE TEMP TABLE incoming_schools (LIKE staged_schools INCLUDING DEFAULTS) ON COMMIT DROP;
     ALTER TABLE incoming_schools ALTER COLUMN file_id DROP NOT NULL`,
  );
  await pipeline(
    Readable.from(chunks(list.rows)),
    client.query(copyFrom(`COPY incoming_schools (${columns}) FROM STDIN`)),
  );
  await client.query(
    `INSERT INTO staged_schools (file_id, ${columns}) SELECT $1::uuid, ${columns} FROM incoming_schools`,
    [fileId],
  );
  await client.query("DROP TABLE incoming_schools");
}
