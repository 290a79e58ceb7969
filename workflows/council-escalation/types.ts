import type { Actor } from "../school-plan/types";

export const levels = [
  "none",
  "concern",
  "adviserProposed",
  "adviserAppointed",
  "federationProposed",
  "directed",
] as const;
export type Level = (typeof levels)[number];
export type Step = "idle" | "proposed";

/** Everything a council's escalation remembers, as JSON. Dates are ISO dates in Europe/London; no free text. */
export type EscalationContext = {
  escalationId: string;
  councilCode: string;
  /** The level that a confirmed step would raise to; null at the top. */
  nextLevel: Level | null;
  proposal: {
    level: Level;
    byId: string;
    proposedOn: string;
    noticeEndsOn: string;
    /** How often the council answered this proposal. */
    representations: number;
  } | null;
};
export type EscalationState = { level: Level; step: Step };
export type StoredEscalation = { state: EscalationState; context: EscalationContext };

type Command<Type extends string, Facts = unknown> = { type: Type; actor: Actor; today: string } & Facts;
/** Whether the person gave words; the words themselves live outside the log's hashed rows. */
type Reasoned = { reasonGiven: boolean };

/** What can be asked of an escalation, with every fact that its guards read, computed by the caller. */
export type EscalationEvent =
  | Command<
      "PROPOSE_STEP",
      Reasoned & {
        noticeEndsOn: string;
        /** Days by which the council's most overdue plan is overdue; 0 where none is. */
        mostOverdueDays: number;
        /** The programme's grace days. */
        graceDays: number;
        /** How often the council's most returned plan was returned. */
        mostReturns: number;
      }
    >
  | Command<"RECORD_REPRESENTATIONS", { wordsGiven: boolean }>
  | Command<"CONFIRM_STEP">
  | Command<"DROP_STEP", Reasoned>
  | Command<"LIFT", Reasoned>;
export type EscalationEventType = EscalationEvent["type"];

export const escalationEventTypes = [
  "PROPOSE_STEP",
  "RECORD_REPRESENTATIONS",
  "CONFIRM_STEP",
  "DROP_STEP",
  "LIFT",
] as const satisfies readonly EscalationEventType[];

/** What one region's accepted transition tells the other; never accepted from outside. */
type InternalEvent = { type: "STEP_CONFIRMED" } | { type: "LEVEL_LIFTED" };
export type MachineEvent = EscalationEvent | InternalEvent;

/** Facts that follow from an accepted event; what the event itself carries is not repeated. */
export type EscalationEffect =
  | { type: "stepProposed"; level: Level | null }
  | { type: "representationsRecorded" }
  | { type: "stepConfirmed" }
  | { type: "stepDropped" }
  | { type: "levelRaised"; from: Level; to: Level }
  | { type: "levelLifted"; from: Level };
export type EscalationEffectType = EscalationEffect["type"];

export type EscalationRefusal =
  | "wrongState"
  | "notYourRole"
  | "sameAdmin"
  | "preconditionNotMet"
  | "highestLevel"
  | "noticeRunning"
  | "dateNotAfterToday"
  | "representationsMissing"
  | "reasonMissing";
