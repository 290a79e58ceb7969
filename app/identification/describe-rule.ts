import { formatPercent, formatPlural } from "~/ui/format-number";
import { measures } from "./measures";
import { lastYears, type ProgrammeRule } from "./rule-version";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
const yearsInWords = (latest: number, count: number) => list.format(lastYears(latest, count).map(String));

/** A rule in sentences, for the page of a run and of a programme. */
export function describeRule(rule: ProgrammeRule): string[] {
  const { measure, floor, latestYear, ruleYears, concernYears, gapPolicy, minPublishedYears, minPupils } = rule;
  const below = `below ${formatPercent(Number(floor))}`;
  const gaps =
    gapPolicy === "break"
      ? "A year without a published result breaks the run of years: the school is not eligible, and not flagged."
      : `A year without a published result is passed over, if at least ${Math.min(minPublishedYears, Math.max(ruleYears, concernYears))} of the years are published, ${latestYear} among them.`;
  return [
    `A school is flagged when ${below} in ${yearsInWords(latestYear, ruleYears)}, by the percentage of ${measures[measure].words}. Exactly at the floor is not below it.`,
    ...(concernYears > ruleYears
      ? [`A flagged school is a first concern when it was ${below} in ${yearsInWords(latestYear, concernYears)}.`]
      : []),
    gaps,
    ...(minPupils > 0
      ? [
          `A school with fewer than ${formatPlural(minPupils, "pupil")} in ${latestYear} is not eligible. Where no file gives the number of pupils, the school is not counted as small.`,
        ]
      : []),
    "Only open, state-funded mainstream schools count. A school that changed its URN keeps its earlier results.",
  ];
}
