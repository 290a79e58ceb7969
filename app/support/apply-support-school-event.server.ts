import { appendEvent } from "~/audit/append-event.server";
import type { Prisma, SupportSchool } from "~/generated/prisma/client";
import { ChangeRefused } from "~/people/change-refused";
import { actingRoles } from "~/plans/acting-roles";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { decideSupportSchool, supportSchoolRefusalSentence } from "~workflows/support-school/decide";
import { machineVersion } from "~workflows/support-school/machine";
import type { StoredSupportSchool, SupportSchoolEvent } from "~workflows/support-school/types";

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, "actor" | "today" | "ownCouncil"> : never;

type Asked = {
  actor: PersonActor;
  event: WithoutStamp<SupportSchoolEvent>;
  now: Date;
  /** What the person wrote with it, kept beside the log. */
  words?: string;
  commandId?: string;
};

/** A support school as its workflow reads it. */
export const storedSupportSchool = (row: Pick<SupportSchool, "state" | "context">): StoredSupportSchool =>
  ({ state: row.state, context: row.context }) as unknown as StoredSupportSchool;

/** The row of a support school, locked until the transaction ends; a 404 for what the person may not change. */
export async function lockSupportSchool(tx: Tx, id: string): Promise<SupportSchool> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM support_schools WHERE id = ${id}::uuid FOR UPDATE`;
  if (!locked) throw new Response("Not found", { status: 404 });
  return tx.supportSchool.findUniqueOrThrow({ where: { id } });
}

/** Asks the workflow and appends the log's next row and the job that tells of it; the columns that the row then takes. */
export async function decideAndLog(
  tx: Tx,
  before: StoredSupportSchool,
  head: { count: number; hash: string },
  { actor, event, now, words, commandId }: Asked,
) {
  const { supportSchoolId, councilCode } = before.context;
  const today = dateInLondon(now);
  const ownCouncil = councilsOf(actor).includes(councilCode);
  const facts = { ...event, ownCouncil, today };
  const decisions = actingRoles(actor, councilCode).map((role) => ({
    role,
    decision: decideSupportSchool(before, { ...facts, actor: { id: actor.personId, role } } as SupportSchoolEvent),
  }));
  const chosen = decisions.find(({ decision }) => decision.ok) ?? decisions[0];
  if (!chosen) throw new ChangeRefused(supportSchoolRefusalSentence("notYourRole", before.state));
  if (!chosen.decision.ok)
    throw new ChangeRefused(supportSchoolRefusalSentence(chosen.decision.reason, chosen.decision.state));
  const { state, context } = chosen.decision;
  const { type, ...payload } = facts;
  const appended = await appendEvent(tx, {
    chain: `support-school:${supportSchoolId}`,
    caseId: null,
    programmeId: null,
    councilCode,
    type,
    at: now,
    actorId: actor.personId,
    actorRole: chosen.role,
    payload,
    machineVersion,
    before: { state: before.state },
    after: { state },
    head,
    commandId,
    words,
  });
  await addJob(tx, "tell-of-event", { eventId: appended.id }, `tell:${appended.id}`);
  const { term } = context;
  return {
    state,
    context: context as unknown as Prisma.InputJsonValue,
    machineVersion,
    eventCount: appended.count,
    eventHash: appended.hash,
    termFrom: term && dateColumn(term.from),
    termTo: term && dateColumn(term.to),
  };
}

/** Whether the form's key is already in the log: the same form sent again changes nothing. */
export const isRepeated = async (tx: Tx, chain: string, commandId: string | undefined): Promise<boolean> =>
  commandId !== undefined &&
  (await tx.event.findUnique({ where: { chain_commandId: { chain, commandId } }, select: { id: true } })) !== null;

/**
 * One event on a support school whose row is locked: the workflow's decision, its row and the log in the caller's
 * transaction. Throws ChangeRefused where the workflow refuses.
 */
export async function applySupportSchoolEvent(
  tx: Tx,
  row: SupportSchool,
  asked: Asked,
  stamps: Pick<Prisma.SupportSchoolUpdateInput, "decidedById" | "decidedAt" | "endedAt"> = {},
): Promise<void> {
  if (await isRepeated(tx, `support-school:${row.id}`, asked.commandId)) return;
  const head = { count: row.eventCount, hash: row.eventHash };
  const columns = await decideAndLog(tx, storedSupportSchool(row), head, asked);
  await tx.supportSchool.update({
    where: { id: row.id, version: row.version },
    data: { ...columns, ...stamps, version: row.version + 1 },
    select: { id: true },
  });
}
