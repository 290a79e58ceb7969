/** Schools that started so near to each other are compared: 5 points to either side. */
export const NEAR = 5;

/**
 * What the schools that started near a result have gained over so many years, in whole points, in the whole country: half
 * of them `half` or less, nine in ten `most` or less. A plan's revision keeps it as it was.
 */
export type ComparableGains = {
  /** The whole per cent around which they started. */
  start: number;
  /** One to three years. */
  span: number;
  schools: number;
  half: number;
  most: number;
  /** The first and the last year of the results that were counted. */
  firstYear: number;
  lastYear: number;
};
