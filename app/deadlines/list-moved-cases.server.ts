import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

export type MovedCase = { caseId: string; school: string; owedBy: string; movedTo: string };

/**
 * Open cases of a programme whose school belongs to another council now. The plan is still owed by the council that the
 * school was flagged in, until an admin decides otherwise: nothing is passed on by a list of schools. For admins.
 */
export async function listMovedCases({
  actor,
  programmeId,
}: {
  actor: Actor;
  programmeId: string;
}): Promise<MovedCase[]> {
  return asActor(
    actor,
    (tx) => tx.$queryRaw<MovedCase[]>`
      SELECT c.id AS "caseId", s.name AS school, owes.name AS "owedBy", has.name AS "movedTo"
        FROM school_cases c
        JOIN schools s ON s.id = c.school_id
        JOIN councils owes ON owes.code = c.council_code
        JOIN councils has ON has.code = s.council_code
       WHERE c.programme_id = ${programmeId}::uuid AND c.ended_at IS NULL AND s.council_code <> c.council_code
       ORDER BY owes.name, s.name, c.id`,
  );
}
