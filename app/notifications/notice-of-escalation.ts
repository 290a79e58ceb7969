import { lastDayToAnswer } from "~/escalation/answer-window";
import { describeLevel, describeStep } from "~/escalation/describe-escalation";
import { levelAbove, type LoggedEscalationEvent } from "~/escalation/describe-escalation-event";
import { formatDate } from "~/ui/format-date";
import type { EscalationEventType } from "~workflows/council-escalation/types";
import type { NoticeWords } from "./notice-of-event";

type ToldEscalationEvent = LoggedEscalationEvent & { councilName: string };

const toCouncil = (title: string, body: string): NoticeWords => ({ audience: "council", title, body });

const tellers: Record<EscalationEventType, (event: ToldEscalationEvent) => NoticeWords> = {
  PROPOSE_STEP: ({ before, payload }) =>
    toCouncil(
      `Step proposed: ${describeStep(levelAbove(before.level))}`,
      `The Department gives its reason on the page. A council lead can answer until the end of ${formatDate(lastDayToAnswer(String(payload.noticeEndsOn)))}.`,
    ),
  RECORD_REPRESENTATIONS: ({ before, councilName }) => ({
    audience: "admins",
    title: `Representations made by ${councilName}`,
    body: `The council has answered the proposal to ${describeStep(levelAbove(before.level))}. Read its words before you decide.`,
  }),
  CONFIRM_STEP: ({ before, after }) =>
    toCouncil(
      `Step confirmed: ${describeStep(levelAbove(before.level))}`,
      `${describeLevel(after.level ?? "none")} The history holds what led to it.`,
    ),
  DROP_STEP: ({ before }) =>
    toCouncil(
      `Proposed step dropped: ${describeStep(levelAbove(before.level))}`,
      "The step is not taken. The history holds the reason.",
    ),
  LIFT: ({ before }) =>
    toCouncil(
      "Escalation lifted",
      before.step === "proposed"
        ? `No step is in force any more, and the proposal to ${describeStep(levelAbove(before.level))} is dropped. The history holds the reason.`
        : "No step is in force any more. The history holds the reason.",
    ),
};

/** The notice that an event of a council's escalation gives; null for the row that opens its chain. */
export const noticeOfEscalation = (event: ToldEscalationEvent): NoticeWords | null =>
  Object.hasOwn(tellers, event.type) ? tellers[event.type as EscalationEventType](event) : null;
