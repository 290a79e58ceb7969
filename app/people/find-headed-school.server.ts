import { councilsLedBy, type PersonActor } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";

export type HeadedSchool = { schoolId: string; school: string; councilCode: string };

/** The school of a case in a council that the person leads; 404 for any other case. */
export async function findHeadedSchool(
  tx: Tx,
  { actor, caseId }: { actor: PersonActor; caseId: string },
): Promise<HeadedSchool> {
  const found = isUuid(caseId)
    ? await tx.schoolCase.findFirst({
        where: { id: caseId, councilCode: { in: councilsLedBy(actor) } },
        select: { schoolId: true, councilCode: true, school: { select: { name: true } } },
      })
    : null;
  if (!found) throw new Response("Not found", { status: 404 });
  return { schoolId: found.schoolId, school: found.school.name, councilCode: found.councilCode };
}
