import type { PersonActor } from "~/platform/actor";
import { councilsOf } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { initialSupportSchool } from "~workflows/support-school/decide";
import { decideAndLog } from "./apply-support-school-event.server";
import { findObstacle } from "./find-eligibility.server";
import type { Proposal } from "./propose-support-school.schema";

type ProposeSupportSchool = { actor: PersonActor; proposal: Proposal; now: Date };
export type Proposed = { ok: true; id: string } | { ok: false; field: "schoolId"; message: string };

/**
 * A council proposes one of its schools as a support school. The form's key becomes the row's id, so that the same form
 * sent again proposes nothing more. Where the school cannot be one, the answer says why.
 */
export async function proposeSupportSchool({ actor, proposal, now }: ProposeSupportSchool): Promise<Proposed> {
  const { commandId: id, schoolId, subjects, capacity, offer, teachers } = proposal;
  const refused = (message: string): Proposed => ({ ok: false, field: "schoolId", message });
  return asActor(actor, async (tx) => {
    if (await tx.supportSchool.findUnique({ where: { id }, select: { id: true } })) return { ok: true, id };
    // Two proposals of one school wait for each other here, so that the second is told of the first.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`support-school:${schoolId}`}, 0))::text`;
    const school = await tx.school.findUnique({ where: { id: schoolId } });
    if (!school || !councilsOf(actor).includes(school.councilCode)) return refused("Select a school of your council");
    const held = await tx.supportSchool.findFirst({ where: { schoolId, state: { in: ["proposed", "accredited"] } } });
    if (held) return refused(`${school.name} is ${held.state} already.`);
    const obstacle = await findObstacle(tx, school);
    if (obstacle) return refused(obstacle);
    const { councilCode, phase } = school;
    const opened = initialSupportSchool({ supportSchoolId: id, councilCode });
    const event = { type: "PROPOSE_SUPPORT_SCHOOL" as const, eligible: true };
    const columns = await decideAndLog(tx, opened, { count: 0, hash: "" }, { actor, event, now, commandId: id });
    await tx.supportSchool.create({
      data: {
        id,
        schoolId,
        councilCode,
        phase,
        subjects,
        capacity,
        offer,
        ...columns,
        proposedById: actor.personId,
        proposedAt: now,
      },
      select: { id: true },
    });
    await tx.supportTeacher.createMany({ data: teachers.map((teacher) => ({ supportSchoolId: id, ...teacher })) });
    return { ok: true, id };
  });
}
