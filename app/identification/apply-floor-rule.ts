import { explain, findShortfall, findSmall } from "./explain-verdict";
import { BOUNDARY_POINTS, checkRule, type FloorRule } from "./floor-rule";
import { fromUnits, toUnits } from "./published-value";
import { readSeries, type SchoolSeries } from "./school-series";
import { shareByCouncil } from "./share-by-council";
import type { CouncilShare } from "./share-by-council";

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
  const series = readSeries(school, rule.measure, rule.years);
  const outOfScope = findOutOfScope(school, rule);
  const shortfall = outOfScope ?? findShortfall(series, rule) ?? findSmall(school, rule);
  const eligible = shortfall === null;
  const flagged = eligible && series.published.every(({ units }) => units < floor);

  const concern = flagged && rule.concernYears ? readSeries(school, rule.measure, rule.concernYears) : null;
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

function findOutOfScope(school: SchoolSeries, rule: FloorRule): string | null {
  if (!school.mainstream) return "not a state-funded mainstream school";
  if (!school.open && !rule.includeClosed) return "closed";
  return null;
}
