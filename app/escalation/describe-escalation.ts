import type { Level, Step } from "~workflows/council-escalation/types";

const levelWords: Record<Level, string> = {
  none: "no step has been taken",
  concern: "the Department has told the council of its concern",
  adviserProposed: "an adviser has been proposed",
  adviserAppointed: "an adviser has been appointed",
  federationProposed: "a federation has been proposed",
  directed: "the council has been directed to act",
};

/** Where a council's escalation stands, in a sentence for the Department. */
export const describeEscalation = ({ level, step }: { level: Level; step: Step }): string =>
  `Escalation: ${levelWords[level]}.${step === "proposed" ? " A further step is proposed and waits for its notice to end." : ""}`;
