import type { JudgedFinding } from "./list-word-findings.server";

/** What a lead is told of words that are not settled when they submit, by the id of the words' place on the page. */
export const describeWords = (
  findings: readonly Pick<JudgedFinding, "key" | "words" | "label">[],
): Record<string, string> =>
  Object.fromEntries(
    findings.map(({ key, words, label }) => [`words-${key}`, `Change “${words}” or say why it stays: ${label}`]),
  );
