import type { Prisma, SupportSchool } from "~/generated/prisma/client";
import { actingRoles } from "~/plans/acting-roles";
import { councilsOf } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { decideSupportSchool, supportSchoolRefusalSentence } from "~workflows/support-school/decide";
import { machineVersion } from "~workflows/support-school/machine";
import type { StoredSupportSchool, SupportSchoolEvent } from "~workflows/support-school/types";
import { type AskedEvent, isRepeated, logSupportDecision } from "./log-support-decision.server";

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, "actor" | "today" | "ownCouncil"> : never;

type Asked = AskedEvent<WithoutStamp<SupportSchoolEvent>>;

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

/** Asks the workflow and appends the log's next row; the columns that the support school's row then takes. */
export async function decideAndLog(
  tx: Tx,
  before: StoredSupportSchool,
  head: { count: number; hash: string },
  asked: Asked,
) {
  const { supportSchoolId, councilCode } = before.context;
  const ownCouncil = councilsOf(asked.actor).includes(councilCode);
  const facts = { ...asked.event, ownCouncil, today: dateInLondon(asked.now) };
  const { context, columns } = await logSupportDecision(tx, asked, {
    chain: `support-school:${supportSchoolId}`,
    councilCode,
    before: before.state,
    roles: actingRoles(asked.actor, councilCode),
    facts,
    decide: (actor) => decideSupportSchool(before, { ...facts, actor } as SupportSchoolEvent),
    refusal: supportSchoolRefusalSentence,
    notYours: supportSchoolRefusalSentence("notYourRole", before.state),
    machineVersion,
    head,
  });
  const { term } = context;
  return { ...columns, termFrom: term && dateColumn(term.from), termTo: term && dateColumn(term.to) };
}

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
