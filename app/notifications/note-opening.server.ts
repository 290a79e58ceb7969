import type { Actor } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";

type Opening = {
  actor: Actor;
  /** The runs whose publication they have opened. */
  runIds: readonly string[];
  councilCode: string;
  now: Date;
};

/**
 * Keeps that an officer or lead has opened what a publication told their council, in the transaction of what they read.
 * The first time stands: after it this reads one row and writes nothing.
 */
export async function noteOpening(tx: Tx, { actor, runIds, councilCode, now }: Opening): Promise<void> {
  if (actor.kind !== "person" || runIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO publication_openings (run_id, person_id, council_code, opened_at)
    SELECT r.id, ${actor.personId}::uuid, ${councilCode}, ${now}
      FROM unnest(${[...runIds]}::uuid[]) AS r (id)
     WHERE NOT EXISTS (SELECT FROM publication_openings o
                        WHERE o.run_id = r.id AND o.person_id = ${actor.personId}::uuid AND o.council_code = ${councilCode})
    ON CONFLICT DO NOTHING`;
}

/** The same for a headteacher, of every publication that the council has told them of. */
export async function noteHeadOpening(
  tx: Tx,
  { actor, schoolId, now }: { actor: Actor; schoolId: string; now: Date },
): Promise<void> {
  if (actor.kind !== "person") return;
  await tx.$executeRaw`
    INSERT INTO publication_openings (run_id, person_id, council_code, school_id, opened_at)
    SELECT DISTINCT t.run_id, ${actor.personId}::uuid, c.council_code, ${schoolId}::uuid, ${now}::timestamptz
      FROM head_tellings t JOIN school_cases c ON c.id = t.case_id
     WHERE c.school_id = ${schoolId}::uuid
       AND NOT EXISTS (SELECT FROM publication_openings o
                        WHERE o.run_id = t.run_id AND o.person_id = ${actor.personId}::uuid
                          AND o.council_code = c.council_code)
    ON CONFLICT DO NOTHING`;
}
