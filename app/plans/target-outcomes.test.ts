import { describe, expect, test } from "vitest";
import { listTerms } from "./school-terms";
import { judgeExit, listTargetOutcomes } from "./target-outcomes";

const result = (year: number, value: number | null, code: string | null = null) => ({ year, value, code });

describe("targets beside results", () => {
  const plan = { targetYears: [2027, 2028, 2029], targets: { "target-2027": "46.3", "target-2028": "52 %" } };

  test("the difference is exact to a tenth, and there is none where one side is missing", () => {
    const outcomes = listTargetOutcomes(plan, [result(2026, 41), result(2027, 46.2), result(2028, null, "SUPP")]);
    expect(outcomes).toEqual([
      { year: 2027, target: 46.3, result: { words: "46.2%", value: 46.2 }, points: -0.1 },
      { year: 2028, target: 52, result: { words: "No value (SUPP)", value: null }, points: null },
      { year: 2029, target: null, result: null, points: null },
    ]);
  });

  test("a target that was met exactly differs by nothing, and a result of 0 is a result", () => {
    const of = (value: number, target: string) =>
      listTargetOutcomes({ targetYears: [2027], targets: { "target-2027": target } }, [result(2027, value)])[0];
    expect(of(46.3, "46.3")?.points).toBe(0);
    expect(of(0, "10")?.points).toBe(-10);
  });
});

describe("what the exit rule says", () => {
  const rule = { floor: 55, exitYears: 1, latestYear: 2026 };

  test("nothing before a later result is published; a blank or a year of the flag is none", () => {
    expect(judgeExit([result(2026, 60), result(2027, null)], rule)).toEqual({
      met: false,
      sentence: "No result later than 2026 has been published yet.",
    });
  });

  test("met at the floor, not met below it or by a code", () => {
    expect(judgeExit([result(2027, 55)], rule)).toEqual({
      met: true,
      sentence: "The exit rule is met. 2027: 55%; the floor is 55%.",
    });
    expect(judgeExit([result(2027, 54.9)], rule).met).toBe(false);
    expect(judgeExit([result(2027, 60), result(2028, null, "SUPP")], rule)).toEqual({
      met: false,
      sentence: "The exit rule is not met yet. 2028: No value (SUPP); it asks for 55% or more in the newest year.",
    });
  });

  test("over two years both count, the year of the flag too", () => {
    const twice = { ...rule, exitYears: 2 };
    expect(judgeExit([result(2026, 50), result(2027, 56)], twice).sentence).toBe(
      "The exit rule is not met yet. 2026: 50%, 2027: 56%; it asks for 55% or more in each of 2 years.",
    );
    expect(judgeExit([result(2027, 56), result(2028, 55)], twice).met).toBe(true);
  });
});

test("terms run from the one of the first day to the one of the last, the latest first", () => {
  expect(listTerms("2026-12-31", "2027-05-01").map(({ name }) => name)).toEqual([
    "Summer 2027",
    "Spring 2027",
    "Autumn 2026",
  ]);
  expect(listTerms("2027-02-26", "2027-02-26").map(({ name }) => name)).toEqual(["Spring 2027"]);
  expect(listTerms("2027-02-26", "2026-02-26")).toEqual([]);
});
