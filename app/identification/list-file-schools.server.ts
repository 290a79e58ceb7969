import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";

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
 * changed; then the open stored schools that it lacks. For admins. 404 where there is no such list.
 */
export async function listFileSchools({
  actor,
  fileId,
}: {
  actor: Actor;
  fileId: string | undefined;
}): Promise<FileSchool[]> {
  const id = requireId(fileId);
  return asActor(actor, async (tx) => {
    const file = await tx.resultsFile.findFirst({ where: { id, kind: "schools" }, select: { id: true } });
    if (!file) throw new Response("Not found", { status: 404 });
    const staged = await tx.$queryRaw<FileSchool[]>`
      SELECT line, urn, laestab, name, outcome = 'new' AS "isNew",
             CASE WHEN outcome = 'changed' THEN before END AS before, CASE WHEN outcome = 'changed' THEN after END AS after
        FROM staged_schools WHERE file_id = ${id}::uuid ORDER BY line`;
    const lacking = await tx.$queryRaw<FileSchool[]>`
      SELECT NULL::int AS line, urn, laestab, name, false AS "isNew", NULL::jsonb AS before, NULL::jsonb AS after
        FROM schools s
       WHERE open AND NOT EXISTS (SELECT FROM file_schools f WHERE f.file_id = ${id}::uuid AND f.school_id = s.id)
         AND s.id NOT IN (SELECT school_id FROM staged_schools WHERE file_id = ${id}::uuid AND school_id IS NOT NULL)
         AND s.id NOT IN (SELECT unnest(candidate_ids) FROM staged_schools WHERE file_id = ${id}::uuid)
       ORDER BY council_code, name`;
    if (staged.length > 0) return [...staged, ...lacking];
    const stored = await tx.$queryRaw<FileSchool[]>`
      SELECT f.line, s.urn, s.laestab, s.name, f.is_new AS "isNew", c.before, c.after
        FROM file_schools f JOIN schools s ON s.id = f.school_id
        LEFT JOIN school_changes c ON c.file_id = f.file_id AND c.school_id = f.school_id AND NOT c.before ? 'predecessor_id'
       WHERE f.file_id = ${id}::uuid ORDER BY f.line`;
    return [...stored, ...lacking];
  });
}
