import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { applyEvent } from "./apply-event.server";

type SucceedSchool = { actor: Actor; caseId: string; urn: string; commandId?: string; now: Date };
type Succeeded = { ok: true; name: string } | { ok: false; message: string };

async function findProblem(tx: Tx, { caseId, urn }: SucceedSchool): Promise<string | null> {
  const row = await tx.schoolCase.findUnique({ where: { id: caseId }, include: { school: true } });
  if (!row) throw new Response("Not found", { status: 404 });
  const school = await tx.school.findUnique({ where: { urn } });
  if (!school) return `There is no school with URN ${urn} in the results that were taken over`;
  if (school.id === row.schoolId) return `${school.name} is the school that this case is for`;
  if (school.councilCode !== row.councilCode) return `${school.name} belongs to another council`;
  const open = await tx.schoolCase.findFirst({
    where: {
      programmeId: row.programmeId,
      schoolId: school.id,
      planState: { notIn: ["removed", "exited", "closed"] },
    },
    select: { id: true },
  });
  return open ? `${school.name} already has an open case in this programme` : null;
}

/**
 * The school goes on as another one, such as an academy after a conversion: case, plan and due date move to the
 * successor, which gets the old school as its predecessor, so that its history stays whole. A successor that cannot
 * take the case is answered with a message. Throws EventRefused where the case has ended.
 */
export async function succeedSchool(asked: SucceedSchool): Promise<Succeeded> {
  const { actor, caseId, urn, commandId, now } = asked;
  return asActor(actor, async (tx) => {
    // Locked first, so that no second case can be opened for the successor between the question and the move.
    await tx.$queryRaw`SELECT id FROM schools WHERE urn = ${urn} FOR UPDATE`;
    const problem = await findProblem(tx, asked);
    const was = await tx.schoolCase.findUniqueOrThrow({ where: { id: caseId }, select: { schoolId: true } });
    const repeats = commandId
      ? await tx.event.findUnique({
          where: { chain_commandId: { chain: `case:${caseId}`, commandId } },
          select: { id: true },
        })
      : null;
    if (problem && !repeats) return { ok: false, message: problem };
    const event = { type: "SUCCEED_SCHOOL", newUrn: urn } as const;
    const applied = await applyEvent(tx, { actor, caseId, event, commandId, now });
    const successor = await tx.school.findUniqueOrThrow({ where: { urn } });
    if (applied.repeated) return { ok: true, name: successor.name };
    await tx.schoolCase.update({ where: { id: caseId }, data: { schoolId: successor.id }, select: { id: true } });
    if (!successor.predecessorId) {
      await tx.school.update({ where: { urn }, data: { predecessorId: was.schoolId }, select: { id: true } });
      const decided = {
        continues: true,
        inOrder: true,
        decidedById: actor.kind === "person" ? actor.personId : null,
        decidedAt: now,
      };
      const ends = { fromId: was.schoolId, toId: successor.id };
      // A person's word: no list makes the successor's history undecided again.
      await tx.schoolLink.upsert({
        where: { fromId_toId: ends },
        create: { ...ends, ...decided },
        update: decided,
        select: { fromId: true },
      });
    }
    return { ok: true, name: successor.name };
  });
}
