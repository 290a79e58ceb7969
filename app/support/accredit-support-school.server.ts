import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { applySupportSchoolEvent, lockSupportSchool } from "./apply-support-school-event.server";
import { findObstacle } from "./find-eligibility.server";

type Accredit = {
  actor: PersonActor;
  supportSchoolId: string;
  /** The first and the last day of its term, "2027-01-04". */
  termFrom: string;
  termTo: string;
  commandId?: string;
  now: Date;
};

/** The Department accredits a proposed school for a term. Whether it may be one is asked anew: a flag may have come since. */
export async function accreditSupportSchool(asked: Accredit): Promise<void> {
  const { actor, supportSchoolId, termFrom, termTo, commandId, now } = asked;
  await asActor(actor, async (tx) => {
    const row = await lockSupportSchool(tx, supportSchoolId);
    const school = await tx.school.findUniqueOrThrow({ where: { id: row.schoolId } });
    const eligible = (await findObstacle(tx, school)) === null;
    const event = { type: "ACCREDIT_SUPPORT_SCHOOL" as const, eligible, termFrom, termTo };
    const stamps = { decidedById: actor.personId, decidedAt: now };
    await applySupportSchoolEvent(tx, row, { actor, event, now, commandId }, stamps);
  });
}
