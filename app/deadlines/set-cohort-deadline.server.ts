import { applyEvents } from "~/plans/apply-events.server";
import { StaleForm } from "~/plans/event-refused";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { Cohort } from "./board";
import { movedBy, REACHES_NONE, refuseCohortDate } from "./cohort-date-rules";
import { findCohortDates, listOwing } from "./cohort-deadlines.server";

export type SetCohortDeadline = {
  actor: Actor;
  programmeId: string;
  cohort: Cohort;
  /** "2027-03-05". */
  dueOn: string;
  reason: string;
  /** The form's key: the same form posted again has its effect once and gets the same answer. */
  commandId: string;
  /** The programme's version that the change was previewed on. */
  version: number;
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
    SELECT id FROM programmes WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`;
  if (!locked) throw new Response("Not found", { status: 404 });
  await tx.$queryRaw`SELECT id FROM school_cases WHERE programme_id = ${programmeId}::uuid ORDER BY id FOR UPDATE`;
}

// The log of each case that a form moved has the form's key, and a form that moves none is refused.
async function findAnswer(tx: Tx, { programmeId, commandId }: SetCohortDeadline): Promise<CohortDeadlineSet | null> {
  const moved = await tx.event.count({ where: { programmeId, type: "DEADLINE_SET", commandId } });
  return moved > 0 ? { ok: true, moved } : null;
}

/**
 * Gives a cohort a new due date: on the programme, and by DEADLINE_SET on every case of the cohort that still owes its
 * first submission, all or none. Returns the sentence that says why not where the date cannot be or would move no plan:
 * its reason would be kept nowhere. Throws StaleForm where the programme has changed since the preview.
 */
export async function setCohortDeadline(asked: SetCohortDeadline): Promise<CohortDeadlineSet> {
  const { actor, programmeId, cohort, dueOn, reason, commandId, version, now } = asked;
  return asActor(
    actor,
    async (tx) => {
      await lockProgramme(tx, programmeId);
      const before = await findAnswer(tx, asked);
      if (before) return before;
      const programme = await findCohortDates(tx, programmeId);
      if (programme.version !== version)
        throw new StaleForm(
          "The date was not changed: somebody changed the programme since you previewed the new date.",
        );
      const refusal = refuseCohortDate(programme.dueOn, { cohort, dueOn, today: dateInLondon(now) });
      if (refusal) return { ok: false, message: refusal };
      const moved = movedBy(await listOwing(tx, programmeId), { cohort, dueOn });
      if (moved.length === 0) return { ok: false, message: REACHES_NONE };
      await tx.programme.update({
        where: { id: programmeId },
        data: {
          ...(cohort === "priority" ? { priorityDueOn: dateColumn(dueOn) } : { standardDueOn: dateColumn(dueOn) }),
          version: { increment: 1 },
        },
        select: { id: true },
      });
      const event = { type: "DEADLINE_SET", reasonGiven: true, dueOn } as const;
      const caseIds = moved.map(({ id }) => id);
      await applyEvents(tx, { actor, caseIds, event, now, words: reason, commandId });
      return { ok: true, moved: moved.length };
    },
    { timeout: TIMEOUT },
  );
}
