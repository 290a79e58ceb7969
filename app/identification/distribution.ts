/** How many results are at least `from` and less than `to`, in percentage points. */
export type Bin = { from: number; to: number; count: number };

const WIDTH = 5;

/** The edges of intervals of 5 points from 0 to 100, one of them at the floor. */
export function distributionEdges(floor: number): number[] {
  const edges = new Set([0, 100]);
  for (let edge = floor % WIDTH; edge < 100; edge += WIDTH) edges.add(Math.round(edge * 10_000) / 10_000);
  return [...edges].sort((a, b) => a - b);
}

/** The intervals without the empty ones at both ends. */
export function trimBins(bins: readonly Bin[]): Bin[] {
  const first = bins.findIndex(({ count }) => count > 0);
  const last = bins.findLastIndex(({ count }) => count > 0);
  return first === -1 ? [] : bins.slice(first, last + 1);
}
