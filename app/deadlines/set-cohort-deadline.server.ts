import { applyEvent } from "~/plans/apply-event.server";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { Cohort } from "./board";
import { movedBy, refuseCohortDate } from "./cohort-date-rules";
import { findCohortDates, listOwing } from "./cohort-deadlines.server";

export type SetCohortDeadline = {
  actor: Actor;
  programmeId: string;
  cohort: Cohort;
  /** "2027-03-05". */
  dueOn: string;
  reason: string;
  /** The form's key: the same form posted again moves nothing twice. */
  commandId: string;
  now: Date;
};

export type CohortDeadlineSet = { ok: true; moved: number } | { ok: false; message: string };

// A national cohort is some 1,400 cases, each with its own row of the log.
const TIMEOUT = 120_000;

// A second admin waits here and then finds the first one's dates, and a plan that is submitted meanwhile waits until
// its date has changed or comes first and is left alone. To anybody who may not change the programme it is not there.
async function lockProgramme(tx: Tx, programmeId: string): Promise<void> {
  if (!isUuid(programmeId)) throw new Response("Not found", { status: 404 });
  const [locked] = await tx.$queryRaw<unknown[]>`
    SELECT id FROM programmes WHERE id = ${programmeId}::uuid FOR UPDATE`;
  if (!locked) throw new Response("Not found", { status: 404 });
  await tx.$queryRaw`SELECT id FROM school_cases WHERE programme_id = ${programmeId}::uuid ORDER BY id FOR UPDATE`;
}

/**
 * Gives a cohort a new due date: on the programme, and by DEADLINE_SET on every case of the cohort that still owes its
 * first submission, all or none. Returns the sentence that says why not where the date cannot be.
 */
export async function setCohortDeadline(asked: SetCohortDeadline): Promise<CohortDeadlineSet> {
  const { actor, programmeId, cohort, dueOn, reason, commandId, now } = asked;
  return asActor(
    actor,
    async (tx) => {
      await lockProgramme(tx, programmeId);
      const programme = await findCohortDates(tx, programmeId);
      const refusal = refuseCohortDate(programme.dueOn, { cohort, dueOn, today: dateInLondon(now) });
      if (refusal) return { ok: false, message: refusal };
      await tx.programme.update({
        where: { id: programmeId },
        data: {
          ...(cohort === "priority" ? { priorityDueOn: dateColumn(dueOn) } : { standardDueOn: dateColumn(dueOn) }),
          version: { increment: 1 },
        },
        select: { id: true },
      });
      const event = { type: "DEADLINE_SET", reasonGiven: true, dueOn } as const;
      const moved = movedBy(await listOwing(tx, programmeId), { cohort, dueOn });
      for (const { id: caseId } of moved) await applyEvent(tx, { actor, caseId, event, now, words: reason, commandId });
      return { ok: true, moved: moved.length };
    },
    { timeout: TIMEOUT },
  );
}
