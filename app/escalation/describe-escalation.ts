import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { type Level, levels, type Step } from "~workflows/council-escalation/types";

/** What has been done when an escalation stands at a level, as a clause. */
export const levelWords: Record<Level, string> = {
  none: "no step has been taken",
  concern: "the Department has told the council of its concern",
  adviserProposed: "an adviser has been proposed",
  adviserAppointed: "an adviser has been appointed",
  federationProposed: "a federation has been proposed",
  directed: "the council has been directed to act",
};

const stepWords: Record<Level, string> = {
  none: "take no step",
  concern: "tell the council formally of its concern",
  adviserProposed: "put forward an adviser",
  adviserAppointed: "appoint an adviser",
  federationProposed: "put forward a federation of schools",
  directed: "direct the council to act",
};

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const oneMore = (level: Level) => (level === "none" ? "A first step" : "A further step");

/** Where a council's escalation stands, in a sentence for the Department. */
export const describeEscalation = ({ level, step }: { level: Level; step: Step }): string =>
  `Escalation: ${levelWords[level]}.${step === "proposed" ? ` ${oneMore(level)} is proposed.` : ""}`;

/** What has been done and what may follow, in two sentences. */
export const describeStanding = (level: Level, proposed: boolean): string =>
  `${describeLevel(level)} ${proposed ? `${oneMore(level)} is proposed.` : "No step is proposed."}`;

/** The same as a sentence. */
export const describeLevel = (level: Level): string => `${sentence(levelWords[level])}.`;

/** What a step to this level does, to follow "proposes to": "appoint an adviser". */
export const describeStep = (level: Level): string => stepWords[level];

/** The same as the name of the step: "Appoint an adviser". */
export const nameStep = (level: Level): string => sentence(stepWords[level]);

type TimeToAnswer = { lastDayToAnswer: string; daysLeft: number };

/** Until when a council can answer a proposed step. Answers are taken until the step is decided, if late. */
export function describeTimeToAnswer({ lastDayToAnswer, daysLeft }: TimeToAnswer): string {
  const date = formatDate(lastDayToAnswer);
  if (daysLeft < 0)
    return `The time to answer ended on ${date}. An answer is still taken until the Department decides.`;
  if (daysLeft === 0) return `The council can answer until the end of today, ${date}.`;
  return `The council can answer until the end of ${date}: ${formatPlural(daysLeft, "day")} left.`;
}

/** Who may do what with a proposed step once the council's time has ended, and before. */
export const describeWhatComesNext = ({ noticeEndsOn, daysLeft }: { noticeEndsOn: string; daysLeft: number }): string =>
  `${daysLeft < 0 ? "Now" : `From ${formatDate(noticeEndsOn)}`} an admin of the Department other than the one who proposed the step can confirm it. Until it is confirmed it can be dropped.`;

/** Every step there is, in order, and whether it was taken or is proposed. */
export const listSteps = (level: Level, proposed: Level | null) =>
  levels.slice(1).map((step) => ({
    level: step,
    name: nameStep(step),
    state:
      levels.indexOf(step) <= levels.indexOf(level)
        ? ("taken" as const)
        : step === proposed
          ? ("proposed" as const)
          : null,
  }));
