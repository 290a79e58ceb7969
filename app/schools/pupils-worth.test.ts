import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointsFrom, pointsOfOnePupil, pupilsShort } from "./pupils-worth";

describe("what pupils are worth", () => {
  it("is a hundred points shared by all of them", () => {
    expect(pointsOfOnePupil(47)).toBe(2.1);
    expect(pointsOfOnePupil(30)).toBe(3.3);
    expect(pointsOfOnePupil(1)).toBe(100);
  });

  it("says how many pupils a school was short of the floor", () => {
    expect(pupilsShort({ value: "53", floor: "55", pupils: 47 })).toBe(1);
    expect(pupilsShort({ value: "50", floor: "55", pupils: 40 })).toBe(2);
    expect(pupilsShort({ value: "54.9999", floor: "55", pupils: 30 })).toBe(1);
    expect(pupilsShort({ value: "55", floor: "55", pupils: 30 })).toBe(0);
    expect(pupilsShort({ value: "60", floor: "55", pupils: 30 })).toBe(0);
  });

  it("is the smallest number that reaches the floor, for any school", () => {
    const points = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(points, points, fc.integer({ min: 1, max: 400 }), (value, floor, pupils) => {
        const short = pupilsShort({ value: String(value), floor: String(floor), pupils });
        expect(value * pupils + short * 100).toBeGreaterThanOrEqual(short === 0 ? value * pupils : floor * pupils);
        if (short > 0) expect(value * pupils + (short - 1) * 100).toBeLessThan(floor * pupils);
        if (short === 0) expect(value).toBeGreaterThanOrEqual(floor);
      }),
    );
  });

  it("measures the way from the floor exactly", () => {
    expect(pointsFrom("52.5", "55")).toBe("-2.5");
    expect(pointsFrom("55", "55")).toBe("0");
    expect(pointsFrom("55.0001", "55")).toBe("0.0001");
  });
});
