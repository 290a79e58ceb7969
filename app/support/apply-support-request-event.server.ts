import type { SupportRequest } from "~/generated/prisma/client";
import { actingRoles } from "~/plans/acting-roles";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import { decideSupportRequest, supportRequestRefusalSentence } from "~workflows/support-request/decide";
import { machineVersion } from "~workflows/support-request/machine";
import type { Side, StoredSupportRequest, SupportRequestEvent } from "~workflows/support-request/types";
import { type AskedEvent, isRepeated, logSupportDecision } from "./log-support-decision.server";

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, "actor" | "today" | "sides"> : never;

type Asked = AskedEvent<WithoutStamp<SupportRequestEvent>>;

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

/** Asks the workflow and appends the log's next row; the columns that the request's row then takes. */
export async function decideRequestAndLog(
  tx: Tx,
  before: StoredSupportRequest,
  { head, ...parties }: Parties & { head: { count: number; hash: string } },
  asked: Asked,
) {
  const facts = { ...asked.event, sides: sidesOf(asked.actor, parties), today: dateInLondon(asked.now) };
  const { columns } = await logSupportDecision(tx, asked, {
    chain: `support-request:${before.context.requestId}`,
    councilCode: parties.askingCode,
    before: before.state,
    roles: requestRoles(asked.actor, parties),
    facts,
    decide: (actor) => decideSupportRequest(before, { ...facts, actor } as SupportRequestEvent),
    refusal: supportRequestRefusalSentence,
    notYours: supportRequestRefusalSentence("notYourRole", before.state),
    machineVersion,
    head,
  });
  return columns;
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
