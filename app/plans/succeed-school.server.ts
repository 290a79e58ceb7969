import { decideHistory } from "~/identification/decide-history.server";
import { lockResults } from "~/identification/lock-results.server";
import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { applyEvent } from "./apply-event.server";
import { finalStates } from "./final-states";

type SucceedSchool = { actor: Actor; caseId: string; urn: string; commandId?: string; now: Date };
type SuccessorLink = {
  fromId: string;
  successor: { id: string; predecessorId: string | null };
  actor: Actor;
  now: Date;
};
/** `waits` where whose results go on at the successor is left for a person to decide. */
type Succeeded = { ok: true; name: string; waits: boolean } | { ok: false; message: string };

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
      planState: { notIn: [...finalStates] },
    },
    select: { id: true },
  });
  return open ? `${school.name} already has an open case in this programme` : null;
}

/**
 * Notes that the one school goes on as the other. It is a person's word on whose results go on there, which no list
 * undoes, unless the successor continues another school already: that stays, and this one is noted beside it.
 */
async function linkSuccessor(tx: Tx, { fromId, successor, actor, now }: SuccessorLink): Promise<void> {
  const ends = { fromId, toId: successor.id };
  await tx.schoolLink.deleteMany({ where: { fromId: ends.toId, toId: ends.fromId, inOrder: false } });
  const continuesAnother = successor.predecessorId !== null && successor.predecessorId !== fromId;
  await tx.schoolLink.upsert({
    where: { fromId_toId: ends },
    create: ends,
    update: { inOrder: true, ...(continuesAnother && { continues: null }) },
    select: { fromId: true },
  });
  if (continuesAnother) return;
  const decidedById = actor.kind === "person" ? actor.personId : null;
  await decideHistory(tx, { ...ends, decidedById, decidedAt: now });
}

/**
 * The school goes on as another one, such as an academy after a conversion: case, plan and due date move to the
 * successor, which gets the old school as its predecessor, so that its history stays whole. A successor that cannot
 * take the case is answered with a message. Throws EventRefused where the case has ended.
 */
export async function succeedSchool(asked: SucceedSchool): Promise<Succeeded> {
  const { actor, caseId, urn, commandId, now } = asked;
  return asActor(actor, async (tx) => {
    await lockResults(tx);
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
    if (!applied.repeated) {
      await tx.schoolCase.update({ where: { id: caseId }, data: { schoolId: successor.id }, select: { id: true } });
      await linkSuccessor(tx, { fromId: was.schoolId, successor, actor, now });
    }
    const waiting = await tx.schoolLink.count({ where: { toId: successor.id, inOrder: true, continues: null } });
    return { ok: true, name: successor.name, waits: waiting > 0 };
  });
}
