import type pg from "pg";
import type { Actor } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { isListed } from "./file-state";
import { isLacking, withCouncilName } from "./listed-schools-sql";

export type FileSchool = {
  /** Null for an open stored school that the list lacks. */
  line: number | null;
  urn: string | null;
  laestab: string;
  name: string;
  isNew: boolean;
  /** The columns that change, or have changed; none where nothing does. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/**
 * Every school of a list in the order of its lines, with what taking it over changes or, once it is taken over, has
 * changed; then the open stored schools that it lacks. For admins. 404 where there is no such list, or it was put aside or
 * taken back.
 */
export async function listFileSchools(asked: { actor: Actor; fileId: string | undefined }): Promise<FileSchool[]> {
  const id = requireId(asked.fileId);
  return asActorInBulk(asked.actor, async (client) => {
    const { rows } = await client.query<{ state: string }>(
      "SELECT state FROM results_files WHERE id = $1 AND kind = 'schools'",
      [id],
    );
    if (!rows[0] || !isListed(rows[0].state)) throw new Response("Not found", { status: 404 });
    await client.query("SET LOCAL enable_nestloop = off");
    const lists = [rows[0].state === "takenOver" ? stored : staged, lacking];
    const found: FileSchool[] = [];
    for (const list of lists) found.push(...(await listSchools(client, id, list)));
    return found;
  });
}

async function listSchools(client: pg.PoolClient, fileId: string, list: string): Promise<FileSchool[]> {
  return (await client.query<FileSchool>(list, [fileId])).rows;
}

const staged = `
  SELECT line, urn, laestab, name, outcome = 'new' AS "isNew",
         CASE WHEN outcome = 'changed' THEN ${withCouncilName("before")} END AS before,
         CASE WHEN outcome = 'changed' THEN ${withCouncilName("after")} END AS after
    FROM staged_schools WHERE file_id = $1 ORDER BY line`;

const stored = `
  SELECT f.line, s.urn, s.laestab, s.name, f.is_new AS "isNew",
         ${withCouncilName("c.before")} AS before, ${withCouncilName("c.after")} AS after
    FROM file_schools f JOIN schools s ON s.id = f.school_id
    LEFT JOIN school_changes c ON c.file_id = f.file_id AND c.school_id = f.school_id AND NOT c.before ? 'predecessor_id'
   WHERE f.file_id = $1 ORDER BY f.line`;

const lacking = `
  SELECT NULL::int AS line, urn, laestab, name, false AS "isNew", NULL::jsonb AS before, NULL::jsonb AS after
    FROM schools s WHERE ${isLacking} ORDER BY council_code, name, id`;
