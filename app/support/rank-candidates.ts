import { daysFrom } from "~/platform/dates";
import { findDistance, type Place } from "~/schools/find-distance";
import { formatDate } from "~/ui/format-date";
import { formatCount, formatPlural } from "~/ui/format-number";
import type { Capacity } from "./support-load";

/** The school that needs support, as far as a match asks. */
export type Need = {
  phase: string;
  place: Place;
  pupils: number | null;
  floor: number;
  today: string;
};

/** A support school as everybody may know it. Values are of the programme's measure, the newest first. */
export type CandidateFacts = {
  id: string;
  name: string;
  phase: string;
  place: Place;
  pupils: number | null;
  values: { year: number; value: number }[];
  capacity: Capacity;
};

export const partNames = {
  distance: "Distance",
  phase: "Phase",
  size: "Size",
  results: "Results",
  trend: "Trend",
  capacity: "Free places",
} as const;
export type PartKey = keyof typeof partNames;

/** The most points that each part gives: together 100. */
export const partPoints: Record<PartKey, number> = {
  distance: 30,
  phase: 20,
  size: 15,
  results: 20,
  trend: 10,
  capacity: 5,
};

export type Part = {
  key: PartKey;
  /** Why the points, as a sentence without its full stop. */
  sentence: string;
  points: number;
  /** What breaks a tie of points: more is better, and not known is the least. */
  measure: number;
};
export type Ranked<Facts extends CandidateFacts> = { candidate: Facts; parts: Part[]; points: number };

const FAR_KM = 60;
const HIGH_ABOVE = 40;
const TREND_YEARS = 3;
const TREND_SPAN = 10;
const STEADY = 2;
const DAYS_IN_YEAR = 365;

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const notKnown = (sentence: string) => ({ sentence, share: 0, measure: -Infinity });
type Measured = { sentence: string; share: number; measure: number };

/** "4.2 km", "31 km". */
export const formatKilometres = (metres: number): string => {
  const km = metres / 1000;
  return km < 10 ? `${km.toFixed(1)} km` : `${formatCount(Math.round(km))} km`;
};

const points = (value: number) => formatPlural(Math.round(Math.abs(value)), "point");

const measures: Record<PartKey, (need: Need, candidate: CandidateFacts) => Measured> = {
  distance: (need, { place }) => {
    const metres = findDistance(need.place, place);
    if (metres === null) return notKnown("Distance not known: no list of schools gives both coordinates");
    return {
      sentence: `${formatKilometres(metres)} away`,
      share: between(1 - metres / 1000 / FAR_KM, 0, 1),
      measure: -metres,
    };
  },
  phase: (need, { phase }) =>
    phase === need.phase
      ? { sentence: `Same phase: ${phase}`, share: 1, measure: 1 }
      : { sentence: `Another phase: ${phase}`, share: 0, measure: 0 },
  size: (need, { pupils }) => {
    if (!need.pupils || !pupils) return notKnown("Size not known: no figure of pupils is published for both");
    const share = Math.min(need.pupils, pupils) / Math.max(need.pupils, pupils);
    const like = share >= 0.75 ? "Similar size" : share >= 0.5 ? "Somewhat different size" : "Very different size";
    return {
      sentence: `${like}: ${formatPlural(pupils, "pupil")} in the year against ${need.pupils}`,
      share,
      measure: share,
    };
  },
  results: ({ floor }, { values: [latest] }) => {
    if (!latest) return notKnown("No result of this measure is published");
    const above = latest.value - floor;
    const where = above === 0 ? "at the floor" : `${points(above)} ${above > 0 ? "above" : "below"} the floor`;
    return { sentence: `Results of ${latest.year} ${where}`, share: between(above / HIGH_ABOVE, 0, 1), measure: above };
  },
  trend: (_, { values: [latest, ...before] }) => {
    const earlier = before.slice(0, TREND_YEARS);
    if (!latest || earlier.length === 0) return notKnown("Trend not known: one year’s result or none is published");
    const change = latest.value - earlier.reduce((sum, { value }) => sum + value, 0) / earlier.length;
    const years = earlier.length === 1 ? "the year before" : `the average of the ${earlier.length} years before`;
    const how = `${points(change)} ${change > 0 ? "above" : "below"} ${years}`;
    return {
      sentence:
        Math.abs(change) < STEADY
          ? `Steady against ${years}`
          : change > 0
            ? `Rising: ${how}`
            : `Lower than it was: ${how}`,
      share: between((change + TREND_SPAN) / (2 * TREND_SPAN), 0, 1),
      measure: change,
    };
  },
  capacity: ({ today }, { capacity: { capacity, free, from } }) => {
    const places = formatPlural(capacity, "place");
    if (from === null)
      return { sentence: `At capacity: none of ${places} is free in its term`, share: 0, measure: -Infinity };
    const wait = Math.max(0, daysFrom(today, from));
    return {
      sentence:
        wait === 0
          ? `${free} of ${places} free now`
          : `At capacity now: ${free} of ${places} free from ${formatDate(from)}`,
      share: between(1 - wait / DAYS_IN_YEAR, 0, 1),
      measure: -wait,
    };
  },
};

const keys = Object.keys(partNames) as PartKey[];

/** How well a support school fits, part by part. */
export const measureCandidate = <Facts extends CandidateFacts>(need: Need, candidate: Facts): Ranked<Facts> => {
  const parts = keys.map((key): Part => {
    const { share, ...part } = measures[key](need, candidate);
    return { key, ...part, points: share * partPoints[key] };
  });
  return { candidate, parts, points: parts.reduce((sum, part) => sum + part.points, 0) };
};

/**
 * Support schools in the order in which they fit a school: by the sum of their parts' points. A tie is broken by the
 * parts in their order, so that a school that is better in one part and equal in all others is never ranked lower, even
 * beyond where points end; then by name.
 */
export function rankCandidates<Facts extends CandidateFacts>(
  need: Need,
  candidates: readonly Facts[],
): Ranked<Facts>[] {
  const byParts = (a: Ranked<Facts>, b: Ranked<Facts>) => {
    const at = a.parts.findIndex((part, index) => part.measure !== b.parts[index]?.measure);
    return at < 0 ? 0 : (b.parts[at]?.measure ?? 0) > (a.parts[at]?.measure ?? 0) ? 1 : -1;
  };
  return candidates
    .map((candidate) => measureCandidate(need, candidate))
    .sort(
      (a, b) =>
        b.points - a.points ||
        byParts(a, b) ||
        (a.candidate.name + a.candidate.id < b.candidate.name + b.candidate.id ? -1 : 1),
    );
}

/** Whether no place is free today. */
export const isFull = ({ free, from }: Capacity, today: string): boolean => free === 0 || from === null || from > today;
