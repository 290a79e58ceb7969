import { sectionKeys } from "./types";
import type { CaseContext, CaseEvent, CaseState, StoredCase } from "./types";

/**
 * The same rules once more as plain code without XState, written from the tables and not from the machine: what the
 * model-based test holds the machine against. Returns null where the event is refused.
 */
export function modelStep({ state, context }: StoredCase, event: CaseEvent): StoredCase | null {
  const { role, id } = event.actor;
  const { plan, deadline } = state;
  if (plan === "removed" || plan === "exited" || plan === "closed") return null;

  const officer = role === "officer" || role === "lead";
  const lead = role === "lead";
  const admin = role === "admin";
  const reviewer = role === "reviewer" && id === context.reviewerId;
  const owing = deadline === "notDue" || deadline === "dueSoon" || deadline === "overdue";
  const accepted = sectionKeys.filter((key) => context.verdicts[key]?.verdict === "accepted");
  const judged = sectionKeys.filter((key) => context.verdicts[key]);

  const to = (next: Partial<CaseState>, facts: Partial<CaseContext> = {}): StoredCase => ({
    state: { ...state, ...next },
    context: { ...context, ...facts },
  });
  const onDate = (dueOn: string): CaseState["deadline"] => {
    const left = Math.round((Date.parse(dueOn) - Date.parse(event.today)) / 86_400_000);
    return left < 0 ? "overdue" : left < 15 ? "dueSoon" : "notDue";
  };
  const dated = (dueOn: string): Partial<CaseContext> => ({ dueOn, deadlineAsOf: event.today });
  const noRequest = { pendingExtension: null, upheldOn: null };

  switch (event.type) {
    case "CHALLENGE_FLAG":
      if (!officer || (plan !== "identified" && plan !== "drafting")) return null;
      return to({ plan: "challenged" }, { challengedFrom: plan });
    case "START_PLAN":
      return officer && plan === "identified" ? to({ plan: "drafting" }) : null;
    case "UPHOLD_FLAG":
      if (!admin || plan !== "challenged" || !event.reasonGiven || !context.challengedFrom) return null;
      return to({ plan: context.challengedFrom }, { challengedFrom: null, upheldOn: event.today });
    case "REMOVE_FLAG":
      return admin && event.reasonGiven ? to({ plan: "removed", deadline: "notRequired" }, noRequest) : null;
    case "CLOSE_SCHOOL":
      return admin && event.reasonGiven ? to({ plan: "closed", deadline: "notRequired" }, noRequest) : null;
    case "SUCCEED_SCHOOL":
      return admin && event.newUrn !== context.schoolUrn ? to({}, { schoolUrn: event.newUrn }) : null;
    case "RECORD_RESULTS":
      if (role !== "system") return null;
      if (plan !== "approved") {
        return to({}, { needsAttention: { year: event.year, exitRuleMet: event.exitRuleMet } });
      }
      return to(event.exitRuleMet ? { plan: "exited", deadline: "notRequired" } : {}, { needsAttention: null });
    case "SUBMIT_PLAN": {
      if (!lead || event.incompleteSections.length > 0) return null;
      if (plan === "drafting" ? event.headReply === "missing" : event.commentsWithoutReply.length > 0) return null;
      if (plan !== "drafting" && plan !== "returned") return null;
      const inTime = event.today <= context.dueOn ? "met" : "metLate";
      const kept = accepted.filter((key) => !event.changedSections.includes(key));
      return to(
        { plan: "submitted", deadline: inTime },
        {
          ...noRequest,
          reviewerId: null,
          firstApproverId: null,
          submissions: context.submissions + 1,
          proposesStructuralChange: event.proposesStructuralChange,
          verdicts: Object.fromEntries(kept.map((key) => [key, context.verdicts[key]])),
          firstPunctuality: context.firstPunctuality ?? {
            state: inTime,
            submittedOn: event.today,
            dueOn: context.dueOn,
          },
          ...(plan === "returned" ? { revision: context.revision + 1, verdictGivers: [] } : {}),
        },
      );
    }
    case "WITHDRAW_SUBMISSION":
      if (!lead || plan !== "submitted") return null;
      return to({ plan: "drafting", deadline: onDate(context.dueOn) }, { deadlineAsOf: event.today });
    case "START_REVIEW":
      if (role !== "reviewer" || plan !== "submitted" || !event.independent) return null;
      return to({ plan: "inReview" }, { reviewerId: id });
    case "RECORD_VERDICT": {
      if (plan !== "inReview" || !reviewer || !event.independent) return null;
      if (event.verdict === "comment" && !event.commentGiven) return null;
      const givers = context.verdictGivers.includes(id) ? context.verdictGivers : [...context.verdictGivers, id];
      const verdicts = { ...context.verdicts, [event.section]: { verdict: event.verdict, byId: id } };
      return to({}, { verdicts, verdictGivers: givers });
    }
    case "RETURN_PLAN":
      if (plan !== "inReview" || !reviewer || !event.independent) return null;
      if (accepted.length === 7 || judged.length < 7 || event.dueOn <= event.today) return null;
      return to(
        { plan: "returned", deadline: onDate(event.dueOn) },
        { ...dated(event.dueOn), dueFor: "resubmission", returnedCount: context.returnedCount + 1 },
      );
    case "APPROVE_PLAN":
      if (plan !== "inReview" || !reviewer || !event.independent || accepted.length < 7) return null;
      return context.proposesStructuralChange
        ? to({ plan: "awaitingSecondApproval" }, { firstApproverId: id })
        : to({ plan: "approved" });
    case "HAND_OVER_REVIEW":
      if (plan !== "inReview" || !(reviewer || admin)) return null;
      return event.toIndependent && event.toId !== context.reviewerId ? to({}, { reviewerId: event.toId }) : null;
    case "RELEASE_REVIEW":
      return plan === "inReview" && (reviewer || admin) ? to({ plan: "submitted" }, { reviewerId: null }) : null;
    case "CONFIRM_APPROVAL":
    case "REFUSE_APPROVAL": {
      if (plan !== "awaitingSecondApproval" || role !== "reviewer" || !event.independent) return null;
      if (context.verdictGivers.includes(id) || context.firstApproverId === id) return null;
      if (event.type === "CONFIRM_APPROVAL") return to({ plan: "approved" }, { firstApproverId: null });
      if (!event.reasonGiven || event.sections.length === 0) return null;
      const left = judged.filter((key) => !event.sections.includes(key)).map((key) => [key, context.verdicts[key]]);
      return to({ plan: "inReview" }, { firstApproverId: null, verdicts: Object.fromEntries(left) });
    }
    case "RECORD_PROGRESS":
      return officer && plan === "approved" ? to({}) : null;
    case "REOPEN_PLAN":
      if (plan !== "approved" || !admin || !event.reasonGiven || event.dueOn <= event.today) return null;
      return to(
        { plan: "drafting", deadline: onDate(event.dueOn) },
        {
          ...dated(event.dueOn),
          dueFor: "newRevision",
          revision: context.revision + 1,
          verdictGivers: [],
          reviewerId: null,
        },
      );
    case "REQUEST_EXTENSION": {
      const { requestedDueOn, today } = event;
      if (!officer || !owing || context.pendingExtension || !event.reasonGiven) return null;
      if (requestedDueOn <= today || requestedDueOn <= context.dueOn) return null;
      return to({}, { pendingExtension: { requestedDueOn, requestedOn: today, byId: id } });
    }
    case "GRANT_EXTENSION":
      if (!admin || !owing || !event.reasonGiven || event.dueOn <= context.dueOn) return null;
      if (!context.pendingExtension && context.upheldOn !== event.today) return null;
      return to({ deadline: onDate(event.dueOn) }, { ...dated(event.dueOn), ...noRequest });
    case "REFUSE_EXTENSION":
      return admin && owing && event.reasonGiven && context.pendingExtension ? to({}, noRequest) : null;
    case "DEADLINE_SET":
      if (!admin || !owing || !event.reasonGiven || context.dueFor !== "firstSubmission") return null;
      return to({ deadline: onDate(event.dueOn) }, { ...dated(event.dueOn), firstDueOn: event.dueOn });
    case "DAY_BEGAN": {
      if (role !== "system") return null;
      const moves = owing && event.today >= context.deadlineAsOf && onDate(context.dueOn) !== deadline;
      return moves ? to({ deadline: onDate(context.dueOn) }, { deadlineAsOf: event.today }) : to({});
    }
  }
}
