import type { TagColour } from "~/ui/tag";

const states: Record<string, { text: string; colour: TagColour }> = {
  waiting: { text: "Running", colour: "yellow" },
  running: { text: "Running", colour: "yellow" },
  failed: { text: "Could not be finished", colour: "red" },
  proposed: { text: "To be confirmed", colour: "blue" },
  confirmed: { text: "Confirmed", colour: "purple" },
  cohortConfirmed: { text: "Cohorts decided", colour: "teal" },
  published: { text: "Published", colour: "green" },
  discarded: { text: "Put aside", colour: "grey" },
};

/** The states of a run that was worked out and not put aside: what it found is there to be read. */
export const finishedStates = ["proposed", "confirmed", "cohortConfirmed", "published"] as const;

/** An identification run's state as pages write it. */
export const runState = (state: string): { text: string; colour: TagColour } =>
  states[state] ?? { text: state, colour: "grey" };

/** Whether a run can still be put aside. */
export const canBeDiscarded = (state: string): boolean =>
  ["failed", "proposed", "confirmed", "cohortConfirmed"].includes(state);
