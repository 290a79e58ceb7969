import { appendEvent } from "~/audit/append-event.server";
import type { Prisma, SupportRequest } from "~/generated/prisma/client";
import { ChangeRefused } from "~/people/change-refused";
import { actingRoles } from "~/plans/acting-roles";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { dateInLondon } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import { decideSupportRequest, supportRequestRefusalSentence } from "~workflows/support-request/decide";
import { machineVersion } from "~workflows/support-request/machine";
import type { Side, StoredSupportRequest, SupportRequestEvent } from "~workflows/support-request/types";
import { isRepeated } from "./apply-support-school-event.server";

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, "actor" | "today" | "sides"> : never;

type Asked = {
  actor: PersonActor;
  event: WithoutStamp<SupportRequestEvent>;
  now: Date;
  /** What the person wrote with it, kept beside the log. */
  words?: string;
  commandId?: string;
};

type Parties = Pick<SupportRequest, "askingCode" | "supportingCode">;

/** A request as its workflow reads it. */
export const storedSupportRequest = (row: Pick<SupportRequest, "state" | "context">): StoredSupportRequest =>
  ({ state: row.state, context: row.context }) as unknown as StoredSupportRequest;

/** The sides of a request on which a person stands. */
export function sidesOf(actor: PersonActor, { askingCode, supportingCode }: Parties): Side[] {
  const codes = councilsOf(actor);
  const sides: [Side, string][] = [
    ["asking", askingCode],
    ["supporting", supportingCode],
  ];
  return sides.flatMap(([side, code]) => (codes.includes(code) ? [side] : []));
}

/** The roles in which a person can act on a request, the strongest first. */
export const requestRoles = (actor: PersonActor, { askingCode, supportingCode }: Parties) => [
  ...new Set([...actingRoles(actor, askingCode), ...actingRoles(actor, supportingCode)]),
];

/** The row of a request, locked until the transaction ends; a 404 for what the person may not answer. */
export async function lockSupportRequest(tx: Tx, id: string): Promise<SupportRequest> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM support_requests WHERE id = ${id}::uuid FOR UPDATE`;
  if (!locked) throw new Response("Not found", { status: 404 });
  return tx.supportRequest.findUniqueOrThrow({ where: { id } });
}

/** Asks the workflow and appends the log's next row and the job that tells of it; the columns that the row then takes. */
export async function decideRequestAndLog(
  tx: Tx,
  before: StoredSupportRequest,
  { head, ...parties }: Parties & { head: { count: number; hash: string } },
  { actor, event, now, words, commandId }: Asked,
) {
  const facts = { ...event, sides: sidesOf(actor, parties), today: dateInLondon(now) };
  const decisions = requestRoles(actor, parties).map((role) => ({
    role,
    decision: decideSupportRequest(before, { ...facts, actor: { id: actor.personId, role } } as SupportRequestEvent),
  }));
  const chosen = decisions.find(({ decision }) => decision.ok) ?? decisions[0];
  if (!chosen) throw new ChangeRefused(supportRequestRefusalSentence("notYourRole", before.state));
  if (!chosen.decision.ok)
    throw new ChangeRefused(supportRequestRefusalSentence(chosen.decision.reason, chosen.decision.state));
  const { state, context } = chosen.decision;
  const { type, ...payload } = facts;
  const appended = await appendEvent(tx, {
    chain: `support-request:${context.requestId}`,
    // Neither case nor programme: the support school's council reads this row.
    caseId: null,
    programmeId: null,
    councilCode: parties.askingCode,
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
  return {
    state,
    context: context as unknown as Prisma.InputJsonValue,
    machineVersion,
    eventCount: appended.count,
    eventHash: appended.hash,
  };
}

/**
 * One event on a request whose row is locked: the workflow's decision, its row and the log in the caller's transaction.
 * Throws ChangeRefused where the workflow refuses.
 */
export async function applySupportRequestEvent(
  tx: Tx,
  row: SupportRequest,
  asked: Asked,
  stamps: { endedOn?: Date } = {},
): Promise<void> {
  if (await isRepeated(tx, `support-request:${row.id}`, asked.commandId)) return;
  const { askingCode, supportingCode } = row;
  const head = { count: row.eventCount, hash: row.eventHash };
  const columns = await decideRequestAndLog(tx, storedSupportRequest(row), { askingCode, supportingCode, head }, asked);
  await tx.supportRequest.update({
    where: { id: row.id, version: row.version },
    data: { ...columns, ...stamps, version: row.version + 1 },
    select: { id: true },
  });
}
