import type { Check } from "../checks";
import type { SupportSchoolContext, SupportSchoolEvent, SupportSchoolRefusal } from "./types";

type SchoolCheck = Check<SupportSchoolContext, SupportSchoolEvent, SupportSchoolRefusal>;

// A fact that an event lacks counts as "no", so a caller that leaves one out is refused rather than let through.
const when = (words: string, refusal: SupportSchoolRefusal, passes: SchoolCheck["passes"]): SchoolCheck => ({
  asks: "when",
  words,
  refusal,
  passes,
});

const isOwnOfficer = (event: SupportSchoolEvent) =>
  ["officer", "lead"].includes(event.actor.role) && "ownCouncil" in event && event.ownCouncil === true;

export const checks = {
  isOwnOfficer: {
    asks: "who",
    words: "officer or lead of its council",
    refusal: "notYourRole",
    passes: (_, event) => isOwnOfficer(event),
  },
  isAdmin: { asks: "who", words: "admin", refusal: "notYourRole", passes: (_, event) => event.actor.role === "admin" },
  isOwnOfficerOrAdmin: {
    asks: "who",
    words: "officer or lead of its council, or admin",
    refusal: "notYourRole",
    passes: (_, event) => event.actor.role === "admin" || isOwnOfficer(event),
  },
  isEligible: when(
    "the school is open, state-funded and has no open case",
    "notEligible",
    (_, event) => "eligible" in event && event.eligible === true,
  ),
  isTermInOrder: when(
    "the term ends after it begins",
    "termEndsBeforeItBegins",
    (_, event) => "termTo" in event && event.termFrom < event.termTo,
  ),
  isTermAhead: when(
    "the term ends after today",
    "termOver",
    (_, event) => "termTo" in event && event.termTo > event.today,
  ),
  isNothingRunning: when(
    "no accepted support is running",
    "supportRunning",
    (_, event) => "running" in event && event.running === 0,
  ),
  isReasonGiven: when(
    "a reason is given",
    "reasonMissing",
    (_, event) => "reasonGiven" in event && event.reasonGiven === true,
  ),
} satisfies Record<string, SchoolCheck>;

export type CheckName = keyof typeof checks;

/** The one guard of the machine: every question listed must be answered with yes. */
export const meets = (
  { context, event }: { context: SupportSchoolContext; event: SupportSchoolEvent },
  names: readonly CheckName[],
) => names.every((name) => checks[name].passes(context, event));
