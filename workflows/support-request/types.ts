import type { Actor } from "../school-plan/types";

export const supportRequestStates = ["notAsked", "asked", "accepted", "declined", "withdrawn", "ended"] as const;
export type SupportRequestState = (typeof supportRequestStates)[number];

/** The council whose school needs support, and the council whose school gives it. They may be one. */
export type Side = "asking" | "supporting";

/** Everything a request remembers, as JSON. Dates are ISO dates in Europe/London; no free text. */
export type SupportRequestContext = {
  requestId: string;
  supportSchoolId: string;
  /** A place at the support school, or days of a specialist teacher. */
  kind: "place" | "teacher";
  startsOn: string;
  endsOn: string;
};
export type StoredSupportRequest = { state: SupportRequestState; context: SupportRequestContext };

type Command<Type extends string, Facts = unknown> = {
  type: Type;
  actor: Actor;
  today: string;
  /** The sides on which the person stands. */
  sides: Side[];
} & Facts;
type Reasoned = { reasonGiven: boolean };
/** What is known of the support school when the event is decided. */
type OfSchool = {
  /** Whether it is accredited for all of the request's days. */
  accredited: boolean;
  conflict: boolean;
};

/** What can be asked of a request, with every fact that its guards read. */
export type SupportRequestEvent =
  | Command<"ASK_FOR_SUPPORT", OfSchool & { caseOpen: boolean; withinStaff: boolean }>
  | Command<
      "ACCEPT_REQUEST",
      OfSchool & {
        /** Places, or days a week of the teacher, that are free on every day of the request, and how many it takes. */
        free: number;
        taken: number;
      }
    >
  | Command<"DECLINE_REQUEST", Reasoned>
  | Command<"WITHDRAW_REQUEST">
  | Command<"END_SUPPORT", Reasoned>;
export type SupportRequestEventType = SupportRequestEvent["type"];

export const supportRequestEventTypes = [
  "ASK_FOR_SUPPORT",
  "ACCEPT_REQUEST",
  "DECLINE_REQUEST",
  "WITHDRAW_REQUEST",
  "END_SUPPORT",
] as const satisfies readonly SupportRequestEventType[];

export type SupportRequestRefusal =
  | "wrongState"
  | "notYourRole"
  | "caseClosed"
  | "notAccredited"
  | "conflictOfInterest"
  | "datesOutOfOrder"
  | "datesPast"
  | "noSuchStaff"
  | "noPlaceFree"
  | "reasonMissing";
