import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** What COPY writes before the value in its binary format: signature, flags, extension, number of fields, length. */
const HEADER = 19;
const FIELDS = 2;
const LENGTH = 4;

/**
 * The one value of bytes that a query finds; null where there is none. By COPY, because as text they are twice as many.
 * The query is whole: values in it are escaped by the caller.
 */
export async function copyBytes(client: pg.PoolClient, query: string): Promise<Buffer | null> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`));
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const all = Buffer.concat(chunks);
  const start = HEADER + FIELDS + LENGTH;
  if (all.length < start) return null;
  return all.subarray(start, start + all.readInt32BE(HEADER + FIELDS));
}
