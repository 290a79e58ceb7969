import { meetsExitRule } from "~/identification/exit-rule";
import { resultInWords, type YearResult } from "~/schools/results-over-time";
import { formatPercent } from "~/ui/format-number";
import type { SectionContent } from "./plan-content";
import { targetOf } from "./read-target";

/** A target beside what was published for its year; `points` is result minus target, in percentage points. */
export type TargetOutcome = {
  year: number;
  target: number | null;
  /** Null for as long as nothing is published for the year. */
  result: { words: string; value: number | null } | null;
  points: number | null;
};

const tenths = (value: number) => Math.round(value * 10);

/**
 * Each year of a submitted plan's targets beside the published result of that year. A published code is no number: such
 * a year has a result in words and no difference.
 */
export function listTargetOutcomes(
  { targetYears, targets }: { targetYears: readonly number[]; targets: SectionContent },
  results: readonly YearResult[],
): TargetOutcome[] {
  return targetYears.map((year) => {
    const target = targetOf(targets, year);
    const found = results.find((result) => result.year === year);
    const published = found && (found.value !== null || found.code !== null) ? found : null;
    const value = published?.value ?? null;
    return {
      year,
      target,
      result: published && { words: resultInWords(published), value },
      points: target === null || value === null ? null : (tenths(value) - tenths(target)) / 10,
    };
  });
}

export type ExitVerdict = { met: boolean; sentence: string };

type ExitRule = { floor: number; exitYears: number; latestYear: number };

/**
 * What the exit rule says of the results published since the programme's own latest year, in a sentence. The rule looks
 * at the newest of those years and at those before it that it asks for, all later than the year of the flag or not.
 */
export function judgeExit(results: readonly YearResult[], { floor, exitYears, latestYear }: ExitRule): ExitVerdict {
  const newest = results.findLast(({ year, value, code }) => year > latestYear && (value !== null || code !== null));
  if (!newest) return { met: false, sentence: `No result later than ${latestYear} has been published yet.` };
  const years = Array.from({ length: exitYears }, (_, at) => newest.year - exitYears + 1 + at);
  const looked = years.map(
    (year) => results.find((result) => result.year === year) ?? { year, value: null, code: null },
  );
  const exact = results.map(({ year, value }) => ({ year, value: value === null ? null : String(value) }));
  const met = meetsExitRule(exact, { floor: String(floor), exitYears, year: newest.year });
  const told = looked.map((result) => `${result.year}: ${resultInWords(result)}`).join(", ");
  return {
    met,
    sentence: met
      ? `The exit rule is met. ${told}; the floor is ${formatPercent(floor)}.`
      : `The exit rule is not met yet. ${told}; it asks for ${formatPercent(floor)} or more in ${
          exitYears === 1 ? "the newest year" : `each of ${exitYears} years`
        }.`,
  };
}
