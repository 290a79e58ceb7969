import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDistance } from "./find-distance";

const place = fc.record({
  easting: fc.integer({ min: 0, max: 699_999 }),
  northing: fc.integer({ min: 0, max: 1_299_999 }),
});

describe("the distance between two schools", () => {
  it("is in metres on the National Grid", () => {
    expect(findDistance({ easting: 400_000, northing: 300_000 }, { easting: 403_000, northing: 304_000 })).toBe(5000);
    expect(findDistance({ easting: 400_000, northing: 300_000 }, { easting: 400_001, northing: 300_001 })).toBe(1);
  });

  it("is the same both ways, and none from a school to itself", () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(findDistance(a, b)).toBe(findDistance(b, a));
        expect(findDistance(a, a)).toBe(0);
      }),
    );
  });

  it("is not known where either has no coordinates, not even one of the two", () => {
    const here = { easting: 400_000, northing: 300_000 };
    for (const other of [
      { easting: null, northing: null },
      { easting: 400_000, northing: null },
      { easting: null, northing: 300_000 },
    ]) {
      expect(findDistance(here, other)).toBeNull();
      expect(findDistance(other, here)).toBeNull();
    }
  });
});
