import type { Tx } from "~/platform/db.server";
import { type Applied, applyEvent } from "./apply-event.server";
import { finalStates } from "./final-states";
import type { ApplyEvent } from "./work-out-event.server";

/**
 * Asks for an event of a plan document: it goes to every case that the plan serves and that has not ended, in one
 * transaction, to all of them or to none. Cases are taken in the order of their ids, so that two people never wait for
 * each other.
 */
export async function applyPlanEvent(
  tx: Tx,
  { planId, ...asked }: Omit<ApplyEvent, "caseId"> & { planId: string },
): Promise<[Applied, ...Applied[]]> {
  const cases = await tx.schoolCase.findMany({
    where: { planId, planState: { notIn: [...finalStates] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  // A plan whose cases have all ended still answers with the workflow's own refusal.
  const ids =
    cases.length > 0 ? cases : await tx.schoolCase.findMany({ where: { planId }, select: { id: true }, take: 1 });
  const applied: Applied[] = [];
  for (const { id } of ids) applied.push(await applyEvent(tx, { ...asked, caseId: id }));
  const [first, ...others] = applied;
  if (!first) throw new Response("Not found", { status: 404 });
  return [first, ...others];
}
