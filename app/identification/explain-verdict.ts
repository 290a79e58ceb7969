import type { FloorRule } from "./floor-rule";
import { fromUnits, toUnits } from "./published-value";
import type { SchoolSeries, Series } from "./school-series";

/** Why a series is not enough to judge a school by, or null. */
export function findShortfall(
  { years, published, missing }: Series,
  { gapPolicy, minPublishedYears }: FloorRule,
): string | null {
  const latest = years.at(-1);
  const withoutLatest = missing.filter(({ year }) => year === latest);
  const toName = gapPolicy === "break" ? missing : withoutLatest;
  if (toName.length > 0) return `no published result in ${listMissing(toName)}`;
  // A window shorter than the number asked for (the flag on one year, the concern on four) is asked to be complete.
  const enough = Math.min(minPublishedYears, years.length);
  if (gapPolicy === "break" || published.length >= enough) return null;
  const count = `${published.length} published ${published.length === 1 ? "result" : "results"}`;
  return `${count} in ${years.at(0)} to ${latest}, fewer than the ${enough} needed`;
}

/** Why a school has too few pupils to be judged by, or null. A number that no file gives is not a small one. */
export function findSmall(school: SchoolSeries, { measure, years, minPupils }: FloorRule): string | null {
  const latest = years.at(-1);
  const result = school.results.find((candidate) => candidate.year === latest && candidate.measure === measure);
  const pupils = result?.pupils ?? null;
  if (pupils === null || pupils >= minPupils) return null;
  return `${pupils} ${pupils === 1 ? "pupil" : "pupils"} in ${latest}, fewer than the ${minPupils} needed`;
}

/** "Below 55% in 2023 and 2026: 48, 47. No published result in 2024 (SUPP) and 2025" */
export function explain({ published, missing }: Series, floorText: string, floor: number, flagged: boolean): string {
  const shown = flagged ? published : published.filter(({ units }) => units >= floor);
  const years = joinWords(shown.map(({ year }) => String(year)));
  const values = shown.map(({ value }) => value).join(", ");
  const sentence = `${flagged ? "Below" : "At or above"} ${fromUnits(toUnits(floorText))}% in ${years}: ${values}`;
  return missing.length === 0 ? sentence : `${sentence}. No published result in ${listMissing(missing)}`;
}

function listMissing(missing: Series["missing"]): string {
  return joinWords(missing.map(({ year, code }) => (code === "" ? String(year) : `${year} (${code})`)));
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
