import { findCohortDates, listOwing } from "~/deadlines/cohort-deadlines.server";
import { applyEvents } from "~/plans/apply-events.server";
import { StaleForm } from "~/plans/event-refused";
import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { movedTo, refuseMembership, requireStandingRun } from "./get-membership-change.server";
import type { Cohort } from "./list-ranked-councils.server";

export type ChangeMembership = {
  actor: PersonActor;
  runId: string;
  councilCode: string;
  to: Cohort;
  reason: string;
  /** The form's key: the same form posted again has its effect once and gets the same answer. */
  commandId: string;
  /** The programme's version that the change was previewed on. */
  version: number;
  now: Date;
};

// A council has some dozens of cases, each with its own row of the log.
const TIMEOUT = 60_000;

/**
 * Gives a council the other cohort after publication, with a reason: its membership, and by DEADLINE_SET the date of
 * every first submission that it still owes, all or none. What the run decided stays with the run. The council is told
 * of its new date by the events; nobody else is told anything. Throws StaleForm where the programme or the council's
 * cohort has changed since the preview.
 */
export async function changeMembership(asked: ChangeMembership): Promise<{ moved: number }> {
  const { actor, runId, councilCode, to, reason, commandId, version, now } = asked;
  return asActor(
    actor,
    async (tx) => {
      if (!isUuid(runId)) throw new Response("Not found", { status: 404 });
      // In this order everywhere: the programme, then its cases. To anybody who may not change the programme it is not there.
      const [locked] = await tx.$queryRaw<{ id: string }[]>`
        SELECT p.id FROM programmes p JOIN identification_runs r ON r.programme_id = p.id
         WHERE r.id = ${runId}::uuid FOR NO KEY UPDATE OF p`;
      if (!locked) throw new Response("Not found", { status: 404 });
      const programmeId = locked.id;
      const before = await tx.cohortChange.findUnique({ where: { commandId }, select: { moved: true } });
      if (before) return before;
      await requireStandingRun(tx, runId);
      await tx.$queryRaw`
        SELECT id FROM school_cases WHERE programme_id = ${programmeId}::uuid AND council_code = ${councilCode}
         ORDER BY id FOR UPDATE`;
      const programme = await findCohortDates(tx, programmeId);
      const where = { programmeId_councilCode: { programmeId, councilCode } };
      const membership = await tx.cohortMembership.findUnique({ where });
      if (!membership) throw new Response("Not found", { status: 404 });
      if (programme.version !== version || membership.cohort === to)
        throw new StaleForm(
          "The cohort was not changed: somebody changed the programme or this council’s cohort since the page was shown.",
        );
      const dueOn = programme.dueOn[to];
      const refusal = refuseMembership(to, { dueOn, today: dateInLondon(now) });
      if (refusal) throw new StaleForm(`The cohort was not changed. ${refusal}`);
      const decided = { reason, decidedById: actor.personId, decidedAt: now };
      await tx.cohortMembership.update({ where, data: { cohort: to, ...decided } });
      // A date or a publication that was previewed with the council in its old cohort is not taken any more.
      await tx.programme.update({ where: { id: programmeId }, data: { version: { increment: 1 } } });
      const caseIds = movedTo(await listOwing(tx, programmeId), { code: councilCode, to, dueOn }).map(({ id }) => id);
      const event = { type: "DEADLINE_SET", reasonGiven: true, dueOn } as const;
      const moved = await applyEvents(tx, { actor, caseIds, event, now, words: reason, commandId });
      const change = { programmeId, councilCode, fromCohort: membership.cohort, toCohort: to, moved, commandId };
      await tx.cohortChange.create({ data: { ...change, ...decided }, select: { id: true } });
      return { moved };
    },
    { timeout: TIMEOUT },
  );
}
