import type { Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { storedCase } from "./work-out-event.server";
import { EventRefused } from "./event-refused";
import { hasEnded } from "./final-states";

const editableStates = ["drafting", "returned"];

/** Whether a plan's text may be changed while its cases are in these states; a case that has ended does not count. */
export const isEditable = (planStates: readonly string[]): boolean => {
  const running = planStates.filter((state) => !hasEnded(state));
  return running.length > 0 && running.every((state) => editableStates.includes(state));
};

/**
 * Holds a plan's draft open until the transaction ends: the cases are locked against any event, so that a submission
 * waits for a text that is being saved and takes it in, and the plan against a second writer. Throws a 404 where the
 * person may not write to it, and EventRefused where it is not a draft.
 */
export async function lockDraft(tx: Tx, planId: string): Promise<void> {
  if (!isUuid(planId)) throw new Response("Not found", { status: 404 });
  await tx.$queryRaw`SELECT id FROM school_cases WHERE plan_id = ${planId}::uuid ORDER BY id FOR SHARE`;
  const cases = await tx.schoolCase.findMany({ where: { planId }, orderBy: { id: "asc" } });
  const locked = await tx.$queryRaw<unknown[]>`SELECT id FROM plans WHERE id = ${planId}::uuid FOR UPDATE`;
  const [first] = cases;
  if (!first || locked.length === 0) throw new Response("Not found", { status: 404 });
  if (isEditable(cases.map(({ planState }) => planState))) return;
  const inTheWay = cases.find(({ planState }) => !editableStates.includes(planState)) ?? first;
  throw new EventRefused(inTheWay.id, "wrongState", storedCase(inTheWay).state);
}

/** Locks the cases of a plan for an event that changes them, always in the same order. */
export async function lockCasesOf(tx: Tx, planId: string): Promise<void> {
  if (!isUuid(planId)) throw new Response("Not found", { status: 404 });
  await tx.$queryRaw`SELECT id FROM school_cases WHERE plan_id = ${planId}::uuid ORDER BY id FOR UPDATE`;
}

/**
 * Keeps a headteacher's reply and a submission of the same plan apart until the transaction ends: what is submitted is what
 * was read, and no reply comes after it. The plan's rows cannot serve as this lock, for a head may not lock any.
 */
export async function lockReplies(tx: Tx, planId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plan:${planId}`}, 0))`;
}

/** Records that the person took part in drafting, in the transaction of what they wrote: it bars from reviewing. */
export async function noteContributor(
  tx: Tx,
  { planId, personId, now }: { planId: string; personId: string; now: Date },
): Promise<void> {
  await tx.planContributor.createMany({ data: [{ planId, personId, firstAt: now }], skipDuplicates: true });
}
