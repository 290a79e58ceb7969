import type { MeasureId } from "./measures";
import { fromUnits, toUnits } from "./published-value";
import { shareByCouncil } from "./share-by-council";
import type { CouncilShare } from "./share-by-council";

export type GapPolicy = "break" | "skip";

export interface FloorRule {
  measure: MeasureId;
  /** Percentage points, as a decimal of at most 4 places ("55"). Exactly at the floor is not below it. */
  floor: string;
  /** The years in which a school must be below, by the year in which the school year ends; the last is the latest. */
  years: readonly number[];
  gapPolicy: GapPolicy;
  /** With `skip`: how many of the years must be published, the latest among them. At most as many as there are years. */
  minPublishedYears: number;
  includeClosed: boolean;
  /** A school with fewer pupils in the latest year is not eligible; 0 asks for none. An unknown number is not a small one. */
  minPupils: number;
  /** A school flagged and below in each of these is a first concern. Its last year is the latest of `years`. */
  concernYears?: readonly number[];
}

/** One school as the rule sees it. A SchoolRow is one; a row of the database becomes one without change. */
export interface SchoolSeries {
  urn: string | null;
  laestab: string | null;
  councilCode: string;
  name: string;
  mainstream: boolean;
  open: boolean;
  results: readonly {
    measure: MeasureId;
    year: number;
    value: string | null;
    code: string | null;
    pupils?: number | null;
  }[];
}

export interface Verdict<School extends SchoolSeries = SchoolSeries> {
  school: School;
  /** State-funded, mainstream, and open unless the rule includes closed schools. */
  inScope: boolean;
  eligible: boolean;
  flagged: boolean;
  firstConcern: boolean;
  /** Published values and, for the other years, codes ("" for a blank or an absent result), over `years`. */
  values: Readonly<Record<number, string>>;
  codes: Readonly<Record<number, string>>;
  /** Why, in a sentence. */
  reason: string;
  /** Why a first concern, in a sentence; null where it is not one. */
  concernReason: string | null;
  /**
   * Highest published value minus the floor, in points, for an eligible school: negative where it is flagged, and how
   * far that one year's result would have to move to change the outcome.
   */
  margin: string | null;
  /** Within BOUNDARY_POINTS of the other outcome. */
  boundary: boolean;
}

export interface Gap {
  urn: string | null;
  laestab: string | null;
  year: number;
  code: string;
}

export interface FloorOutcome<School extends SchoolSeries = SchoolSeries> {
  eligible: number;
  flagged: number;
  /** One for each school given, in the order given. */
  verdicts: Verdict<School>[];
  /** Each year without a published value of each school in scope, in the order of schools, then years. */
  gaps: Gap[];
  /** Councils with eligible schools, in order of proportion; see shareByCouncil. */
  councils: CouncilShare[];
}

/** Points from the other outcome within which a verdict deserves a second look before it is acted on. */
export const BOUNDARY_POINTS = 2;

/**
 * Applies a floor to schools: which are eligible, which are below, and why each. Policy: the National Challenge (2008)
 * and the primary floor (2009). A school is flagged when it is strictly below in the latest year and in each year of
 * the rule; a published code is never a number. Throws RangeError where the rule itself makes no sense.
 */
export function applyFloorRule<School extends SchoolSeries>(
  schools: readonly School[],
  rule: FloorRule,
): FloorOutcome<School> {
  checkRule(rule);
  const floor = toUnits(rule.floor);
  const verdicts = schools.map((school) => judge(school, rule, floor));
  const gaps = verdicts
    .filter(({ inScope }) => inScope)
    .flatMap(({ school: { urn, laestab }, codes }) =>
      rule.years.flatMap((year) => (codes[year] === undefined ? [] : [{ urn, laestab, year, code: codes[year] }])),
    );
  return {
    eligible: verdicts.filter(({ eligible }) => eligible).length,
    flagged: verdicts.filter(({ flagged }) => flagged).length,
    verdicts,
    gaps,
    councils: shareByCouncil(verdicts),
  };
}

function judge<School extends SchoolSeries>(school: School, rule: FloorRule, floor: number): Verdict<School> {
  const series = readSeries(school, rule, rule.years);
  const outOfScope = findOutOfScope(school, rule);
  const shortfall = outOfScope ?? findShortfall(series, rule) ?? findSmall(school, rule);
  const eligible = shortfall === null;
  const flagged = eligible && series.published.every(({ units }) => units < floor);

  const concern = flagged && rule.concernYears ? readSeries(school, rule, rule.concernYears) : null;
  const firstConcern =
    concern !== null && findShortfall(concern, rule) === null && concern.published.every(({ units }) => units < floor);

  const highest = Math.max(...series.published.map(({ units }) => units));
  const margin = eligible ? highest - floor : null;
  return {
    school,
    inScope: outOfScope === null,
    eligible,
    flagged,
    firstConcern,
    values: Object.fromEntries(series.published.map(({ year, value }) => [year, value])),
    codes: Object.fromEntries(series.missing.map(({ year, code }) => [year, code])),
    reason: shortfall ? `Not eligible: ${shortfall}` : explain(series, rule.floor, floor, flagged),
    concernReason: concern && firstConcern ? explain(concern, rule.floor, floor, true) : null,
    margin: margin === null ? null : fromUnits(margin),
    boundary: margin !== null && Math.abs(margin) <= toUnits(String(BOUNDARY_POINTS)),
  };
}

interface Series {
  years: readonly number[];
  published: { year: number; value: string; units: number }[];
  missing: { year: number; code: string }[];
}

function readSeries(school: SchoolSeries, rule: FloorRule, years: readonly number[]): Series {
  const series: Series = { years, published: [], missing: [] };
  for (const year of years) {
    const result = school.results.find((candidate) => candidate.year === year && candidate.measure === rule.measure);
    const value = result?.value ?? null;
    if (value === null) series.missing.push({ year, code: result?.code ?? "" });
    else series.published.push({ year, value, units: toUnits(value) });
  }
  return series;
}

function findOutOfScope(school: SchoolSeries, rule: FloorRule): string | null {
  if (!school.mainstream) return "not a state-funded mainstream school";
  if (!school.open && !rule.includeClosed) return "closed";
  return null;
}

/** Why a series is not enough to judge a school by, or null. */
function findShortfall(
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
function findSmall(school: SchoolSeries, { measure, years, minPupils }: FloorRule): string | null {
  const latest = years.at(-1);
  const result = school.results.find((candidate) => candidate.year === latest && candidate.measure === measure);
  const pupils = result?.pupils ?? null;
  if (pupils === null || pupils >= minPupils) return null;
  return `${pupils} ${pupils === 1 ? "pupil" : "pupils"} in ${latest}, fewer than the ${minPupils} needed`;
}

/** "Below 55% in 2023 and 2026: 48, 47. No published result in 2024 (SUPP) and 2025" */
function explain({ published, missing }: Series, floorText: string, floor: number, flagged: boolean): string {
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

/**
 * A school's results continued backwards by those of the school it replaced: a year in which it published no value of
 * its own takes the predecessor's, if that has one. Its own value always stands.
 */
export function continueFromPredecessor<Result extends SchoolSeries["results"][number]>(
  own: readonly Result[],
  predecessor: readonly Result[],
): Result[] {
  const keyOf = ({ measure, year }: Result) => `${measure} ${year}`;
  const joined = new Map(own.map((result) => [keyOf(result), result]));
  for (const result of predecessor) {
    const current = joined.get(keyOf(result));
    if (!current || (current.value === null && result.value !== null)) joined.set(keyOf(result), result);
  }
  return [...joined.values()].sort((a, b) =>
    a.measure === b.measure ? a.year - b.year : a.measure < b.measure ? -1 : 1,
  );
}

/** Throws RangeError where a rule makes no sense. */
export function checkRule({ years, concernYears, minPublishedYears, minPupils, floor }: FloorRule): void {
  const units = toUnits(floor);
  if (units < 0 || units > toUnits("100")) throw new RangeError("The floor must be between 0 and 100");
  for (const list of [years, concernYears ?? years]) {
    const ascending = list.every(
      (year, index) => Number.isInteger(year) && (index === 0 || year > (list[index - 1] ?? 0)),
    );
    if (list.length === 0 || !ascending) throw new RangeError("The years must be in ascending order, at least one");
  }
  if (concernYears && concernYears.at(-1) !== years.at(-1)) {
    throw new RangeError("The years of first concern must end with the latest year of the rule");
  }
  if (!Number.isInteger(minPublishedYears) || minPublishedYears < 1) {
    throw new RangeError("The number of published years must be 1 or more");
  }
  if (!Number.isInteger(minPupils) || minPupils < 0) {
    throw new RangeError("The smallest number of pupils must be 0 or more");
  }
}
