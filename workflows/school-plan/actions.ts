import { assign, raise } from "xstate";
import { sectionKeys } from "./types";
import type { CaseContext, InternalEvent, MachineEvent } from "./types";

type EventOf<Type extends MachineEvent["type"]> = Extract<MachineEvent, { type: Type }>;

function narrow<Type extends MachineEvent["type"]>(event: MachineEvent, types: readonly Type[]): EventOf<Type> {
  const isOneOf = (candidate: MachineEvent): candidate is EventOf<Type> =>
    types.some((type) => type === candidate.type);
  if (!isOneOf(event)) throw new Error(`${event.type} has no such action.`);
  return event;
}

const change = <const Type extends MachineEvent["type"]>(
  types: readonly Type[],
  next: (context: CaseContext, event: EventOf<Type>) => Partial<CaseContext>,
) =>
  assign<CaseContext, MachineEvent, undefined, MachineEvent, never>(({ context, event }) =>
    next(context, narrow(event, types)),
  );

const tell = <const Type extends MachineEvent["type"]>(
  types: readonly Type[],
  internal: (event: EventOf<Type>) => InternalEvent,
) => raise<CaseContext, MachineEvent, MachineEvent, undefined>(({ event }) => internal(narrow(event, types)));

/** Changes of what the case remembers. */
export const changes = {
  noteChallengeWhenIdentified: change(["CHALLENGE_FLAG"], () => ({ challengedFrom: "identified" })),
  noteChallengeWhenDrafting: change(["CHALLENGE_FLAG"], () => ({ challengedFrom: "drafting" })),
  noteUpheld: change(["UPHOLD_FLAG"], (_, event) => ({ challengedFrom: null, upheldOn: event.today })),
  noteSubmission: change(["SUBMIT_PLAN"], (context, event) => ({
    submissions: context.submissions + 1,
    proposesStructuralChange: event.proposesStructuralChange,
    reviewerId: null,
    firstApproverId: null,
    // Editing sends no event: what changed since the last submission is told here, and loses its acceptance here.
    verdicts: Object.fromEntries(
      sectionKeys
        .filter((key) => context.verdicts[key]?.verdict === "accepted" && !event.changedSections.includes(key))
        .map((key) => [key, context.verdicts[key]]),
    ),
  })),
  noteNewRevision: change(["SUBMIT_PLAN", "REOPEN_PLAN"], (context) => ({
    revision: context.revision + 1,
    verdictGivers: [],
  })),
  noteReviewer: change(["START_REVIEW"], (_, event) => ({ reviewerId: event.actor.id })),
  noteOtherReviewer: change(["HAND_OVER_REVIEW"], (_, event) => ({ reviewerId: event.toId })),
  forgetReviewer: change(["RELEASE_REVIEW", "REOPEN_PLAN"], () => ({ reviewerId: null })),
  noteVerdict: change(["RECORD_VERDICT"], (context, event) => ({
    verdicts: { ...context.verdicts, [event.section]: { verdict: event.verdict, byId: event.actor.id } },
    verdictGivers: [...new Set([...context.verdictGivers, event.actor.id])],
  })),
  noteReturn: change(["RETURN_PLAN"], (context) => ({ returnedCount: context.returnedCount + 1 })),
  noteFirstApprover: change(["APPROVE_PLAN"], (_, event) => ({ firstApproverId: event.actor.id })),
  forgetFirstApprover: change(["CONFIRM_APPROVAL", "REFUSE_APPROVAL"], () => ({ firstApproverId: null })),
  reopenSections: change(["REFUSE_APPROVAL"], (context, event) => ({
    verdicts: Object.fromEntries(
      sectionKeys.flatMap((key) =>
        context.verdicts[key] && !event.sections.includes(key) ? [[key, context.verdicts[key]]] : [],
      ),
    ),
  })),
  noteSuccessor: change(["SUCCEED_SCHOOL"], (_, event) => ({ schoolUrn: event.newUrn })),
  forgetAttention: change(["RECORD_RESULTS"], () => ({ needsAttention: null })),
  noteAttention: change(["RECORD_RESULTS"], (_, event) => ({
    needsAttention: { year: event.year, exitRuleMet: event.exitRuleMet },
  })),
  noteRequest: change(["REQUEST_EXTENSION"], (_, event) => ({
    pendingExtension: { requestedDueOn: event.requestedDueOn, requestedOn: event.today, byId: event.actor.id },
  })),
  forgetRequest: change(["GRANT_EXTENSION", "REFUSE_EXTENSION", "SUBMIT_PLAN", "REMOVE_FLAG", "CLOSE_SCHOOL"], () => ({
    pendingExtension: null,
    upheldOn: null,
  })),

  noteDay: change(
    ["DAY_BEGAN", "DEADLINE_SET", "EXTENSION_GRANTED", "PLAN_WITHDRAWN", "PLAN_RETURNED", "PLAN_REOPENED"],
    (_, event) => ({ deadlineAsOf: event.today }),
  ),
  notePunctuality: change(["PLAN_SUBMITTED"], ({ firstPunctuality, dueOn }, { today }) => ({
    firstPunctuality: firstPunctuality ?? { state: today <= dueOn ? "met" : "metLate", submittedOn: today, dueOn },
  })),
  setDate: change(["EXTENSION_GRANTED"], (_, event) => ({ dueOn: event.dueOn })),
  setFirstDate: change(["DEADLINE_SET"], (_, event) => ({ dueOn: event.dueOn, firstDueOn: event.dueOn })),
  setDateOfReturn: change(["PLAN_RETURNED"], (_, event) => ({ dueOn: event.dueOn, dueFor: "resubmission" })),
  setDateOfReopening: change(["PLAN_REOPENED"], (_, event) => ({ dueOn: event.dueOn, dueFor: "newRevision" })),
} as const;

/** What accepted plan transitions tell the deadline region. */
export const tells = {
  tellSubmitted: tell(["SUBMIT_PLAN"], ({ today }) => ({ type: "PLAN_SUBMITTED", today })),
  tellWithdrawn: tell(["WITHDRAW_SUBMISSION"], ({ today }) => ({ type: "PLAN_WITHDRAWN", today })),
  tellReturned: tell(["RETURN_PLAN"], ({ today, dueOn }) => ({ type: "PLAN_RETURNED", today, dueOn })),
  tellReopened: tell(["REOPEN_PLAN"], ({ today, dueOn }) => ({ type: "PLAN_REOPENED", today, dueOn })),
  tellExtended: tell(["GRANT_EXTENSION"], ({ today, dueOn }) => ({ type: "EXTENSION_GRANTED", today, dueOn })),
  tellEnded: tell(["REMOVE_FLAG", "CLOSE_SCHOOL", "RECORD_RESULTS"], () => ({ type: "PLAN_ENDED" })),
} as const;
