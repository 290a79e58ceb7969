import type { Check } from "../checks";
import type { Role } from "../school-plan/types";
import type { EscalationContext, EscalationRefusal, MachineEvent } from "./types";

type EscalationCheck = Check<EscalationContext, MachineEvent, EscalationRefusal>;

/** A plan returned this often lets a step be proposed, whatever its date. */
const RETURNS_FOR_A_STEP = 2;

// A fact that an event lacks counts as "no", so a caller that leaves one out is refused rather than let through.
const when = (words: string, refusal: EscalationRefusal, passes: EscalationCheck["passes"]): EscalationCheck => ({
  asks: "when",
  words,
  refusal,
  passes,
});

const who = (words: string, role: Role): EscalationCheck => ({
  asks: "who",
  words,
  refusal: "notYourRole",
  passes: (_, event) => "actor" in event && event.actor.role === role,
});

export const checks = {
  isAdmin: who("admin", "admin"),
  isLead: who("lead", "lead"),
  isAnotherAdmin: when(
    "is not the admin who proposed it",
    "sameAdmin",
    (context, event) => "actor" in event && context.proposal !== null && event.actor.id !== context.proposal.byId,
  ),
  // Grace days of 0 still ask for a plan that is overdue: one due today is not.
  isPlanLateOrReturned: when(
    "a plan is overdue by the grace days, or was returned at least twice",
    "preconditionNotMet",
    (_, event) =>
      "mostOverdueDays" in event &&
      ((event.mostOverdueDays > 0 && event.mostOverdueDays >= event.graceDays) ||
        event.mostReturns >= RETURNS_FOR_A_STEP),
  ),
  isBelowHighestLevel: when("there is a higher level", "highestLevel", (context) => context.nextLevel !== null),
  isNoticeAfterToday: when(
    "the notice ends after today",
    "dateNotAfterToday",
    (_, event) => "noticeEndsOn" in event && event.noticeEndsOn > event.today,
  ),
  isNoticeOver: when(
    "not before the notice ends",
    "noticeRunning",
    (context, event) => "today" in event && context.proposal !== null && event.today >= context.proposal.noticeEndsOn,
  ),
  isRepresentationGiven: when(
    "the representations carry words",
    "representationsMissing",
    (_, event) => "wordsGiven" in event && event.wordsGiven === true,
  ),
  isReasonGiven: when(
    "a reason is given",
    "reasonMissing",
    (_, event) => "reasonGiven" in event && event.reasonGiven === true,
  ),
} satisfies Record<string, EscalationCheck>;

export type CheckName = keyof typeof checks;

/** The one guard of the machine: every question listed must be answered with yes. */
export const meets = (
  { context, event }: { context: EscalationContext; event: MachineEvent },
  names: readonly CheckName[],
) => names.every((name) => checks[name].passes(context, event));
