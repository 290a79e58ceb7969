/** "3 above" or "2.5 below": a value against the floor, in percentage points. */
export function describeDistance(value: number, floor: number): string {
  const points = Math.round((value - floor) * 10) / 10;
  if (points === 0) return "At the floor";
  return points > 0 ? `${points} above` : `${-points} below`;
}
