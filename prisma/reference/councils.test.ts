import { describe, expect, it } from "vitest";
import { councils, regions } from "./councils";

describe("the reference table of councils", () => {
  it("has England's 152 councils once each, with three-digit codes in order", () => {
    expect(councils).toHaveLength(152);
    for (const { code, name } of councils) {
      expect(code).toMatch(/^[2-9]\d\d$/);
      expect(name.trim()).not.toBe("");
    }
    const codes = councils.map(({ code }) => code);
    expect([...new Set(codes)].sort()).toEqual(codes);
  });

  it("puts every council in one of the nine regions", () => {
    const sizes = regions.map((region) => [region, councils.filter((council) => council.region === region).length]);
    expect(Object.fromEntries(sizes)).toEqual({
      "East Midlands": 9,
      "East of England": 11,
      London: 33,
      "North East": 12,
      "North West": 23,
      "South East": 19,
      "South West": 16,
      "West Midlands": 14,
      "Yorkshire and The Humber": 15,
    });
  });
});
