import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareValues,
  detectNotation,
  fromUnits,
  publishedCodes,
  readPublishedValue,
  toUnits,
} from "./published-value";
import type { Notation } from "./published-value";

const valueOf = (cell: string, notation: Notation) => {
  const reading = readPublishedValue(cell, notation);
  return "problem" in reading ? `problem: ${reading.problem}` : (reading.value ?? `code: ${reading.code}`);
};

describe("readPublishedValue", () => {
  it.each<[string, Notation, string]>([
    ["72%", "sign", "72"],
    ["46.30%", "sign", "46.3"],
    ["0%", "sign", "0"],
    ["100%", "sign", "100"],
    ["72", "whole", "72"],
    ["1", "whole", "1"],
    ["0.29", "fraction", "29"],
    ["0.57", "fraction", "57"],
    ["1", "fraction", "100"],
    ["0.4875", "fraction", "48.75"],
    ["72%", "fraction", "72"],
  ])("reads %s in a file of the notation %s as %s", (cell, notation, value) => {
    expect(valueOf(cell, notation)).toBe(value);
  });

  it.each(["SUPP", "NE", "NA", "N/A", "NP", "LT11", "IA", "NOTREQ", "supp", ""])("keeps the code %j", (code) => {
    for (const notation of ["sign", "whole", "fraction"] as const) {
      expect(readPublishedValue(code, notation)).toEqual({ value: null, code: code.toUpperCase() });
    }
  });

  it.each<[string, Notation]>([
    ["101%", "sign"],
    ["-1%", "sign"],
    ["72", "sign"],
    ["0", "sign"],
    ["0.72", "whole"],
    ["101", "whole"],
    ["72", "fraction"],
    ["1.01", "fraction"],
    ["46.33333%", "sign"],
    ["0.3333333", "fraction"],
    ["1e1", "whole"],
    ["0x10", "whole"],
    ["7 2", "whole"],
    ["72%%", "sign"],
    ["72,5", "whole"],
    ["seventy", "whole"],
    ["NaN", "whole"],
    ["٧٢", "whole"],
  ])("refuses %s in a file of the notation %s", (cell, notation) => {
    expect(valueOf(cell, notation)).toMatch(/^problem: Must/);
  });

  it("is exact for every value of up to 4 decimal places, in every notation", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (units) => {
        const value = fromUnits(units);
        expect(toUnits(value)).toBe(units);
        expect(valueOf(`${value}%`, "sign")).toBe(value);
        const fraction = `${Math.floor(units / 1_000_000)}.${String(units % 1_000_000).padStart(6, "0")}`;
        expect(valueOf(fraction, "fraction")).toBe(value);
      }),
    );
  });

  it("never reads a code as a number", () => {
    for (const code of publishedCodes) expect(valueOf(code, "whole")).toBe(`code: ${code}`);
  });
});

describe("compareValues", () => {
  it("compares by size, not by text", () => {
    expect(compareValues("9", "55")).toBeLessThan(0);
    expect(compareValues("55", "55.0")).toBe(0);
    expect(compareValues("54.9999", "55")).toBeLessThan(0);
  });
});

describe("detectNotation", () => {
  it.each<[string[], Notation, Notation]>([
    [["72%", "SUPP", "1%"], "fraction", "sign"],
    [["0.72", "0.5", "1", "0"], "whole", "fraction"],
    [["72", "1", "0", "NA"], "fraction", "whole"],
    [["1", "0", ""], "fraction", "fraction"],
    [["1", "0", ""], "whole", "whole"],
    [["0.72", "0.71", "72"], "whole", "fraction"],
    [["72%", "71%", "72"], "whole", "sign"],
  ])("of %j, usually %s, is %s", (cells, usual, notation) => {
    expect(detectNotation(cells, usual)).toBe(notation);
  });
});
