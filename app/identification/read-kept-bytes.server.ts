import type pg from "pg";
import { copyBytes } from "~/platform/copy-bytes.server";

/** The bytes of a kept file; null where there are none. */
export const readKeptBytes = (client: pg.PoolClient, fileId: string): Promise<Buffer | null> =>
  copyBytes(client, `SELECT bytes FROM results_file_contents WHERE file_id = ${client.escapeLiteral(fileId)}`);
