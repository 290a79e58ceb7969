import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { withClient } from "../../app/platform/embedded/connect";

/** The same bytes by plain COPY into text columns, as the yardstick of an import; in milliseconds. */
export async function copyPlainly(databaseUrl: string, bytes: Uint8Array): Promise<number> {
  const header = Buffer.from(bytes.subarray(0, bytes.indexOf(10)))
    .toString()
    .trim();
  const columns = header.split(",").map((_, at) => `c${at} text`);
  return withClient(databaseUrl, async (client) => {
    await client.query(`DROP TABLE IF EXISTS plain_copy; CREATE TABLE plain_copy (${columns.join()})`);
    const began = performance.now();
    const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) =>
      Buffer.from(bytes.subarray(at * 65_536, (at + 1) * 65_536)),
    );
    await pipeline(
      Readable.from(chunks),
      client.query(copyFrom("COPY plain_copy FROM STDIN (FORMAT csv, HEADER true)")),
    );
    const took = performance.now() - began;
    await client.query("DROP TABLE plain_copy");
    return took;
  });
}
