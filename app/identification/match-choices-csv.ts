import { writeCsv } from "~/platform/csv";
import type { MatchChoice } from "./match-choice";

/** What is to be chosen, one line for each answer that could be given. */
export const matchChoicesCsv = (choices: readonly MatchChoice[]): string =>
  writeCsv(
    [
      ["Question", "Row", "Answer", "About it"],
      ...choices.flatMap(({ question, hint, options }) =>
        options.map((option) => [question, hint, option.label, option.hint]),
      ),
    ],
    { bom: true },
  );
