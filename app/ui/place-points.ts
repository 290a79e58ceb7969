export type MapPoint = { id: string; easting: number; northing: number };
export type PlacedPoint<Point extends MapPoint> = Point & {
  /** Where it is on the map. */
  x: number;
  y: number;
  /** Where its sign stands: moved where two would lie on each other. */
  signX: number;
  signY: number;
};
type Frame = { width: number; height: number; margin: number };

/** The least that a map shows from edge to edge, in metres, so that a single point has ground around it. */
const LEAST_SPAN = 2000;
const ROUNDS = 60;
const lengths = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];

/** Metres for a pixel, the same both ways, and the middle of all points. */
function fit(points: readonly MapPoint[], { width, height, margin }: Frame) {
  const of = (read: (point: MapPoint) => number) => {
    const values = points.map(read);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return { middle: (least + most) / 2, span: Math.max(LEAST_SPAN, most - least) };
  };
  const [east, north] = [of(({ easting }) => easting), of(({ northing }) => northing)];
  return {
    perPixel: Math.max(east.span / (width - 2 * margin), north.span / (height - 2 * margin)),
    east: east.middle,
    north: north.middle,
  };
}

/**
 * Points of the National Grid on a frame, north up, the same scale both ways; and the signs moved apart until each can be
 * read, always the same way. `bar` is the longest round length that takes a third of the width at most.
 */
export function placePoints<Point extends MapPoint>(points: readonly Point[], frame: Frame, apart: number) {
  const { perPixel, east, north } = fit(points, frame);
  const placed = points.map((point): PlacedPoint<Point> => {
    const x = frame.width / 2 + (point.easting - east) / perPixel;
    const y = frame.height / 2 - (point.northing - north) / perPixel;
    return { ...point, x, y, signX: x, signY: y };
  });
  const inside = (value: number, most: number) => Math.min(most - apart / 2, Math.max(apart / 2, value));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, one] of placed.entries())
      for (const other of placed.slice(at + 1)) {
        const [dx, dy] = [other.signX - one.signX, other.signY - one.signY];
        const distance = Math.hypot(dx, dy);
        if (distance >= apart) continue;
        // Two at one spot part along a direction of their own, so that a crowd does not end up in a row.
        const angle = distance > 0 ? Math.atan2(dy, dx) : at * 2.4;
        const push = (apart - distance) / 2;
        one.signX = inside(one.signX - Math.cos(angle) * push, frame.width);
        one.signY = inside(one.signY - Math.sin(angle) * push, frame.height);
        other.signX = inside(other.signX + Math.cos(angle) * push, frame.width);
        other.signY = inside(other.signY + Math.sin(angle) * push, frame.height);
      }
  const metres = lengths.findLast((length) => length / perPixel <= frame.width / 3) ?? lengths[0] ?? 100;
  return { placed, bar: { metres, width: metres / perPixel } };
}
