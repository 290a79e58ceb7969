import type pg from "pg";
import { fileKinds } from "./file-kinds.server";

/** Lets go of what is staged of a file that will not be taken over. */
export async function dropStaged(client: pg.PoolClient, fileId: string): Promise<void> {
  await dropStagedRows(client, fileId);
  for (const table of new Set(Object.values(fileKinds).map(({ about }) => about)))
    await client.query(`DELETE FROM ${table} WHERE file_id = $1`, [fileId]);
}

/** Lets go of what is staged of a file that is taken over; which schools it has rows for stays known. */
export async function dropStagedRows(client: pg.PoolClient, fileId: string): Promise<void> {
  for (const table of new Set(Object.values(fileKinds).flatMap(({ staging }) => staging)))
    await client.query(`DELETE FROM ${table} WHERE file_id = $1`, [fileId]);
  await client.query("UPDATE results_files SET staged = false, staged_totals = NULL WHERE id = $1", [fileId]);
}
