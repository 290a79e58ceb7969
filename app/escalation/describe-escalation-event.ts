import { formatDate } from "~/ui/format-date";
import { type EscalationEventType, type Level, levels } from "~workflows/council-escalation/types";
import { lastDayToAnswer } from "./answer-window";
import { describeStep, levelWords } from "./describe-escalation";

/** A row of an escalation's log. */
export type LoggedEscalationEvent = {
  type: string;
  payload: Record<string, unknown>;
  before: { level?: Level; step?: string };
  after: { level?: Level };
};

/** The level that was proposed while the escalation stood at another; the log holds the levels, not the proposal. */
export const levelAbove = (level: Level | undefined): Level =>
  levels[levels.indexOf(level ?? "none") + 1] ?? "directed";

const sentences: Record<EscalationEventType, (event: LoggedEscalationEvent) => string> = {
  PROPOSE_STEP: ({ before, payload }) =>
    `proposed to ${describeStep(levelAbove(before.level))}, with time to answer until ${formatDate(lastDayToAnswer(String(payload.noticeEndsOn)))}`,
  RECORD_REPRESENTATIONS: () => "made representations",
  CONFIRM_STEP: ({ after }) => `confirmed the step: ${levelWords[after.level ?? "none"]}`,
  DROP_STEP: () => "dropped the proposed step",
  LIFT: ({ before }) =>
    before.step === "proposed" ? "lifted the escalation and dropped the proposed step" : "lifted the escalation",
};

/** What somebody did, as the rest of a sentence in the past tense that begins with who. */
export const describeEscalationEvent = (event: LoggedEscalationEvent): string =>
  Object.hasOwn(sentences, event.type)
    ? sentences[event.type as EscalationEventType](event)
    : "recorded an event that this version does not know";
