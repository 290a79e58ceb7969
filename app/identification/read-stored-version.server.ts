import type pg from "pg";

/** Which state the stored schools, results and choices are in: another one after each transaction that changed them. */
export async function readStoredVersion(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string }>("SELECT version FROM stored_version");
  return rows[0]?.version ?? "";
}
