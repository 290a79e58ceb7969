import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** What COPY writes before the value in its binary format: signature, flags, extension, number of fields, length. */
const HEADER = 19;
const FIELDS = 2;
const LENGTH = 4;

/** The bytes of a kept file; null where there are none. By COPY, because as text they are twice as many. */
export async function readKeptBytes(client: pg.PoolClient, fileId: string): Promise<Buffer | null> {
  const id = client.escapeLiteral(fileId);
  const stream = client.query(
    copyTo(`COPY (SELECT bytes FROM results_file_contents WHERE file_id = ${id}) TO STDOUT (FORMAT binary)`),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const all = Buffer.concat(chunks);
  const start = HEADER + FIELDS + LENGTH;
  if (all.length < start) return null;
  return all.subarray(start, start + all.readInt32BE(HEADER + FIELDS));
}
