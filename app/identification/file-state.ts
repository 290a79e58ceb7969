import type { TagColour } from "~/ui/tag";

const states: Record<string, { text: string; colour: TagColour }> = {
  waiting: { text: "Waiting to be read", colour: "grey" },
  reading: { text: "Being read", colour: "yellow" },
  checked: { text: "Checked", colour: "blue" },
  refused: { text: "Has errors", colour: "red" },
  takingOver: { text: "Being taken over", colour: "yellow" },
  takenOver: { text: "Taken over", colour: "green" },
  takenBack: { text: "Taken back", colour: "grey" },
  discarded: { text: "Put aside", colour: "grey" },
};

/** A results file's state as pages write it. */
export const fileState = (state: string): { text: string; colour: TagColour } =>
  states[state] ?? { text: state, colour: "grey" };

/** What a file changes, or has changed, can be listed: not of one that is read anew, put aside or taken back. */
export const isListed = (state: string): boolean => ["checked", "takingOver", "takenOver"].includes(state);

/** The worker has the file: what there is to see will have changed in a moment. */
export const isBeingWorkedOn = (state: string): boolean => ["waiting", "reading", "takingOver"].includes(state);
