/** Where a school is on the National Grid, in metres; null where no list gave its coordinates. */
export type Place = { easting: number | null; northing: number | null };

/**
 * Metres between two schools in a straight line. Null, "not known", where either has no coordinates: a distance is never
 * guessed from a town or a postcode.
 */
export function findDistance(a: Place, b: Place): number | null {
  if (a.easting === null || a.northing === null || b.easting === null || b.northing === null) return null;
  return Math.round(Math.hypot(a.easting - b.easting, a.northing - b.northing));
}
