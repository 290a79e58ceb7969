/** Where the bands around a floor meet, in points from it. Few and wide, so that small numbers leave something of them. */
const steps = [-5, 0, 5];

/** Results of at least `from` and less than `to` per cent; null where a band is open. */
export type Band = { from: number | null; to: number | null };

const places = (value: number) => Math.round(value * 10_000) / 10_000;

/** Where the bands of this floor meet, in per cent and ascending. */
export const bandEdges = (floor: number): number[] =>
  steps.map((step) => places(floor + step)).filter((edge) => edge > 0 && edge <= 100);

/** The bands of this floor in ascending order: none lies on both sides of it. */
export function bandsOf(floor: number): Band[] {
  const edges = bandEdges(floor);
  return [null, ...edges].map((from, at) => ({ from, to: edges[at] ?? null }));
}

/** How many of the bands lie below the floor. */
export const bandsBelow = (floor: number): number =>
  bandsOf(floor).filter(({ to }) => to !== null && to <= floor).length;

/** A band in words: "45% to below 50%". */
export const describeBand = ({ from, to }: Band): string =>
  from === null ? `Below ${to}%` : to === null ? `${from}% or more` : `${from}% to below ${to}%`;

/** A band as it stands under a column: "45–50". */
export const shortBand = ({ from, to }: Band): string =>
  from === null ? `<${to}` : to === null ? `${from}+` : `${from}–${to}`;
