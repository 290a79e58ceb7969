import { asActor } from "~/platform/db.server";
import { EscalationRefused } from "./escalation-refused";
import { type AskedEscalation, type EscalationDetail, readEscalation } from "./read-escalation.server";

/** Where a council's escalation stands and how it came there. Throws a 404 for what the person may not see. */
export const getEscalation = (asked: AskedEscalation): Promise<EscalationDetail> =>
  asActor(asked.actor, async (tx) => (await readEscalation(tx, asked)).detail);

/** The same for the page of the answer; throws EscalationRefused where the person could not give one now. */
export const getEscalationToAnswer = (asked: AskedEscalation): Promise<EscalationDetail> =>
  asActor(asked.actor, async (tx) => {
    const { detail, state, refusal } = await readEscalation(tx, asked);
    if (refusal) throw new EscalationRefused(detail.id, refusal, state);
    return detail;
  });
