import type { Actor } from "../school-plan/types";

export const supportSchoolStates = ["notProposed", "proposed", "accredited", "refused", "ended"] as const;
export type SupportSchoolState = (typeof supportSchoolStates)[number];

/** Everything a support school remembers, as JSON. Dates are ISO dates in Europe/London; no free text. */
export type SupportSchoolContext = {
  supportSchoolId: string;
  councilCode: string;
  /** The days from which and until which the Department has accredited it. */
  term: { from: string; to: string } | null;
};
export type StoredSupportSchool = { state: SupportSchoolState; context: SupportSchoolContext };

type Command<Type extends string, Facts = unknown> = { type: Type; actor: Actor; today: string } & Facts;
type Reasoned = { reasonGiven: boolean };

/** Open, state-funded, and with no open case: computed by the caller from what is stored. */
type Eligible = { eligible: boolean };

/** What can be asked of a support school, with every fact that its guards read. */
export type SupportSchoolEvent =
  | Command<"PROPOSE_SUPPORT_SCHOOL", Eligible & { ownCouncil: boolean }>
  | Command<"ACCREDIT_SUPPORT_SCHOOL", Eligible & { termFrom: string; termTo: string }>
  | Command<"REFUSE_SUPPORT_SCHOOL", Reasoned>
  | Command<
      "END_SUPPORT_SCHOOL",
      Reasoned & {
        ownCouncil: boolean;
        /** Accepted requests that have not ended. */
        running: number;
      }
    >;

export const supportSchoolEventTypes = [
  "PROPOSE_SUPPORT_SCHOOL",
  "ACCREDIT_SUPPORT_SCHOOL",
  "REFUSE_SUPPORT_SCHOOL",
  "END_SUPPORT_SCHOOL",
] as const satisfies readonly SupportSchoolEvent["type"][];
export type SupportSchoolEventType = SupportSchoolEvent["type"];

export type SupportSchoolRefusal =
  | "wrongState"
  | "notYourRole"
  | "notEligible"
  | "termEndsBeforeItBegins"
  | "termOver"
  | "supportRunning"
  | "reasonMissing";
