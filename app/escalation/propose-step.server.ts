import { isOwed } from "~/deadlines/describe-case-status";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { daysFrom, isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import type { CaseContext } from "~workflows/school-plan/types";
import { applyEscalationEvent } from "./apply-escalation-event.server";

/** What the precondition reads: how long the most overdue plan of a council is overdue, and how often one was returned. */
export async function findPreconditions(
  tx: Tx,
  { programmeId, councilCode, today }: { programmeId: string; councilCode: string; today: string },
) {
  const cases = await tx.schoolCase.findMany({
    where: { programmeId, councilCode, endedAt: null },
    select: { planState: true, dueOn: true, context: true, programme: { select: { graceDays: true } } },
  });
  const owed = cases.filter(({ planState }) => isOwed(planState));
  return {
    mostOverdueDays: Math.max(0, ...owed.map(({ dueOn }) => daysFrom(isoDate(dueOn), today))),
    mostReturns: Math.max(0, ...cases.map(({ context }) => (context as unknown as CaseContext).returnedCount)),
    graceDays: cases[0]?.programme.graceDays ?? 0,
  };
}

export type ProposeStep = {
  actor: Actor;
  programmeId: string;
  councilCode: string;
  reason: string;
  /** The day from which the step may be confirmed, "2027-04-30"; the council has until the end of the day before. */
  noticeEndsOn: string;
  now: Date;
  commandId?: string;
};

/** Proposes to raise a council's escalation by one level; the council has until the notice ends to answer. */
export async function proposeStep({
  actor,
  programmeId,
  councilCode,
  reason,
  noticeEndsOn,
  now,
  commandId,
}: ProposeStep): Promise<void> {
  await asActor(actor, async (tx) => {
    const facts = await findPreconditions(tx, { programmeId, councilCode, today: dateInLondon(now) });
    const event = { type: "PROPOSE_STEP" as const, ...facts, noticeEndsOn, reasonGiven: reason.trim() !== "" };
    await applyEscalationEvent(tx, { actor, programmeId, councilCode, event, now, words: reason, commandId });
  });
}

/** Confirms a proposed step once the notice has ended; by another admin than the one who proposed it. */
export async function confirmStep({
  actor,
  programmeId,
  councilCode,
  now,
  commandId,
}: Omit<ProposeStep, "reason" | "noticeEndsOn">): Promise<void> {
  await asActor(actor, async (tx) => {
    await applyEscalationEvent(tx, {
      actor,
      programmeId,
      councilCode,
      event: { type: "CONFIRM_STEP" },
      now,
      commandId,
    });
  });
}
