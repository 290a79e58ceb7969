import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

const ROWS_PER_CHUNK = 500;

/** NULL in COPY's text format. */
export const COPY_NULL = "\\N";
/** A text in COPY's text format, where it holds no control characters: whoever reads a file refuses those. */
export const copyText = (text: string): string => (text.includes("\\") ? text.replaceAll("\\", "\\\\") : text);

function* chunksOf<Row>(rows: readonly Row[], copyLine: (row: Row) => string): Generator<string> {
  for (let at = 0; at < rows.length; at += ROWS_PER_CHUNK) {
    let chunk = "";
    for (const row of rows.slice(at, at + ROWS_PER_CHUNK)) chunk += copyLine(row);
    yield chunk;
  }
}

type Staged<Row> = {
  table: string;
  fileId: string;
  /** The table's columns beside file_id, as SQL, in the order in which a line has them. */
  columns: string;
  rows: readonly Row[];
  /** A row as a line of COPY's text format, with its end. */
  copyLine: (row: Row) => string;
};

/** Puts a file's rows into a staging table by COPY, in place of those that an earlier attempt left there. */
export async function copyStaged<Row>(
  client: pg.PoolClient,
  { table, fileId, columns, rows, copyLine }: Staged<Row>,
): Promise<void> {
  await client.query(`DELETE FROM ${table} WHERE file_id = $1`, [fileId]);
  // COPY does not go into a table with row-level security: the rows pass through one of this transaction's own.
  await client.query(
    `CREATE TEMP TABLE incoming_rows (LIKE ${table} INCLUDING DEFAULTS) ON COMMIT DROP;
     ALTER TABLE incoming_rows DROP COLUMN file_id`,
  );
  await pipeline(
    Readable.from(chunksOf(rows, copyLine), { objectMode: false }),
    client.query(copyFrom(`COPY incoming_rows (${columns}) FROM STDIN`)),
  );
  await client.query(`INSERT INTO ${table} (file_id, ${columns}) SELECT $1, ${columns} FROM incoming_rows`, [fileId]);
  await client.query("DROP TABLE incoming_rows");
}
