import { dateInLondon } from "~/platform/clock.server";
import { daysFrom } from "~/platform/dates";
import type { Level, StoredEscalation } from "~workflows/council-escalation/types";
import { lastDayToAnswer } from "./answer-window";

/** A step that the Department has proposed. Dates are "2027-02-26". */
export type ProposedStep = {
  level: Level;
  proposedOn: string;
  /** From this day on the step may be confirmed. */
  noticeEndsOn: string;
  lastDayToAnswer: string;
  /** 0 on the last day; negative where it has passed and the step is neither confirmed nor dropped. */
  daysLeft: number;
};

/** What the row of an escalation says of the step that is proposed, if one is. */
export function proposedStep({ context: { proposal } }: StoredEscalation, now: Date): ProposedStep | null {
  if (!proposal) return null;
  const { level, proposedOn, noticeEndsOn } = proposal;
  const lastDay = lastDayToAnswer(noticeEndsOn);
  return { level, proposedOn, noticeEndsOn, lastDayToAnswer: lastDay, daysLeft: daysFrom(dateInLondon(now), lastDay) };
}
