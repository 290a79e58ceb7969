import type { Check } from "../checks";
import type { Side, SupportRequestContext, SupportRequestEvent, SupportRequestRefusal } from "./types";

type RequestCheck = Check<SupportRequestContext, SupportRequestEvent, SupportRequestRefusal>;

// A fact that an event lacks counts as "no", so a caller that leaves one out is refused rather than let through.
const when = (words: string, refusal: SupportRequestRefusal, passes: RequestCheck["passes"]): RequestCheck => ({
  asks: "when",
  words,
  refusal,
  passes,
});

const who = (words: string, ...sides: Side[]): RequestCheck => ({
  asks: "who",
  words,
  refusal: "notYourRole",
  passes: (_, event) =>
    ["officer", "lead"].includes(event.actor.role) && sides.some((side) => event.sides.includes(side)),
});

export const checks = {
  isAsking: who("officer or lead of the asking council", "asking"),
  isSupporting: who("officer or lead of the support school’s council", "supporting"),
  isEither: who("officer or lead of either council", "asking", "supporting"),
  isCaseOpen: when("the school has an open case", "caseClosed", (_, event) => "caseOpen" in event && event.caseOpen),
  isAccredited: when(
    "the support school is accredited for all of the days",
    "notAccredited",
    (_, event) => "accredited" in event && event.accredited,
  ),
  isWithoutConflict: when(
    "no conflict of interest is declared",
    "conflictOfInterest",
    (_, event) => "conflict" in event && event.conflict === false,
  ),
  isInOrder: when("the support ends after it begins", "datesOutOfOrder", ({ startsOn, endsOn }) => startsOn < endsOn),
  isNotPast: when("the support ends after today", "datesPast", ({ endsOn }, event) => endsOn > event.today),
  isWithinStaff: when(
    "the school has so many days of that teacher",
    "noSuchStaff",
    (_, event) => "withinStaff" in event && event.withinStaff,
  ),
  isFree: when(
    "a place, or the teacher’s days, are free on every day",
    "noPlaceFree",
    (_, event) => "free" in event && event.taken > 0 && event.free >= event.taken,
  ),
  isReasonGiven: when(
    "a reason is given",
    "reasonMissing",
    (_, event) => "reasonGiven" in event && event.reasonGiven === true,
  ),
} satisfies Record<string, RequestCheck>;

export type CheckName = keyof typeof checks;

/** The one guard of the machine: every question listed must be answered with yes. */
export const meets = (
  { context, event }: { context: SupportRequestContext; event: SupportRequestEvent },
  names: readonly CheckName[],
) => names.every((name) => checks[name].passes(context, event));
