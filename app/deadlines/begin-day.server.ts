import { applyEvent } from "~/plans/apply-event.server";
import { system } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { deadlineStateOn } from "~workflows/dates";
import type { DeadlineState } from "~workflows/school-plan/types";

const actor = system("begin-day");
const BATCH = 25;
const waiting: DeadlineState[] = ["notDue", "dueSoon", "overdue"];

/** The cases whose stored deadline state is not the one that the day gives. */
async function listBehind(today: string): Promise<string[]> {
  return asActor(actor, async (tx) => {
    // The rule stands in the workflow: it is asked once for each date and state that occur, not for each case.
    const groups = await tx.schoolCase.groupBy({
      by: ["dueOn", "deadlineState"],
      where: { deadlineState: { in: waiting } },
    });
    const behind = groups.filter((group) => deadlineStateOn(isoDate(group.dueOn), today) !== group.deadlineState);
    if (behind.length === 0) return [];
    const rows = await tx.schoolCase.findMany({
      where: { OR: behind.map(({ dueOn, deadlineState }) => ({ dueOn, deadlineState })) },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    return rows.map(({ id }) => id);
  });
}

/**
 * Tells every case that waits for a plan which day it is, where that moves its deadline: from not due to due soon or
 * overdue. It may run twice, late, or for several missed days at once: the workflow decides from the dates, and a day
 * that moves nothing is not logged. Each batch is a transaction of its own, so that nobody waits long for a case.
 */
export async function beginDay({ now }: { now: Date }): Promise<{ moved: number }> {
  const ids = await listBehind(dateInLondon(now));
  let moved = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    moved += await asActor(actor, async (tx) => {
      let logged = 0;
      for (const caseId of ids.slice(from, from + BATCH)) {
        // Somebody may have submitted or ended the case since it was listed: an ended case would refuse the event.
        const [still] = await tx.$queryRaw<unknown[]>`
          SELECT id FROM school_cases WHERE id = ${caseId}::uuid AND ended_at IS NULL FOR UPDATE`;
        if (!still) continue;
        const { eventId } = await applyEvent(tx, { actor, caseId, event: { type: "DAY_BEGAN" }, now });
        if (eventId) logged += 1;
      }
      return logged;
    });
  }
  return { moved };
}
