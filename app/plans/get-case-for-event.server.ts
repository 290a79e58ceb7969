import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor, type Tx } from "~/platform/db.server";
import type { CaseEventType } from "~workflows/school-plan/types";
import { readCase } from "./get-case.server";
import { requireEvent } from "./require-event";

type Asked = { actor: Actor; caseId: string; event: CaseEventType; now: Date };

/** A case as the page of one event shows it; nothing that only the Department may know. Dates are "2027-02-26". */
export type CaseForEvent = {
  id: string;
  planId: string | null;
  schoolName: string;
  schoolUrn: string | null;
  councilName: string;
  programmeName: string;
  planState: string;
  dueOn: string;
  submittedOn: string | null;
  today: string;
};

/** The same inside a transaction that reads more. */
export async function readCaseForEvent(tx: Tx, asked: Asked): Promise<CaseForEvent> {
  const { detail: found, stored } = await readCase(tx, asked);
  const { id, available } = found;
  requireEvent({ actor: asked.actor, case: { id, stored, available }, event: asked.event });
  return {
    id: found.id,
    planId: found.planId,
    schoolName: found.school.name,
    schoolUrn: found.school.urn,
    councilName: found.council.name,
    programmeName: found.programme.name,
    planState: found.planState,
    dueOn: found.dueOn,
    submittedOn: found.submittedOn,
    today: dateInLondon(asked.now),
  };
}

/**
 * The case for the page of one event. Throws a 404 for what the actor may not see, and EventRefused where the event
 * could not be sent now.
 */
export const getCaseForEvent = (asked: Asked): Promise<CaseForEvent> =>
  asActor(asked.actor, (tx) => readCaseForEvent(tx, asked));
