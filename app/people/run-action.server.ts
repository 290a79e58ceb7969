import { data } from "@remix-run/node";
import { EscalationRefused } from "~/escalation/escalation-refused";
import { findEscalationStanding } from "~/escalation/find-escalation-standing.server";
import { EventRefused, StaleForm } from "~/plans/event-refused";
import { findStanding } from "~/plans/find-standing.server";
import type { Actor } from "~/platform/actor";
import { escalationRefusalSentence } from "~workflows/council-escalation/decide";
import { refusalSentence } from "~workflows/school-plan/decide";
import { ChangeRefused } from "./change-refused";
import type { RefusalDetail } from "./refusal-detail";

/**
 * Runs an operation for a route's action. Where the workflow refuses the event, the answer is a page (409) that says
 * what happened, whose decision stands, and the way back.
 */
export async function runAction<T>(actor: Actor, back: RefusalDetail["back"], operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (error instanceof EventRefused) {
      const standing = (await findStanding({ actor, caseId: error.caseId })) ?? undefined;
      throw data({ sentence: refusalSentence(error.reason, error.state), standing, back } satisfies RefusalDetail, {
        status: 409,
      });
    }
    if (error instanceof EscalationRefused) {
      const standing = (await findEscalationStanding({ actor, escalationId: error.escalationId })) ?? undefined;
      throw data(
        { sentence: escalationRefusalSentence(error.reason, error.state), standing, back } satisfies RefusalDetail,
        {
          status: 409,
        },
      );
    }
    if (error instanceof StaleForm || error instanceof ChangeRefused)
      throw data({ sentence: error.message, back } satisfies RefusalDetail, { status: 409 });
    throw error;
  }
}
