import { describe, expect, it } from "vitest";
import { findDateInName, parseListDate } from "./list-date";

describe("a date in a list", () => {
  it.each([
    ["20161101", "yyyymmdd", "2016-11-01"],
    ["01-09-2005", "dd-mm-yyyy", "2005-09-01"],
    ["1/9/2005", "dd-mm-yyyy", "2005-09-01"],
    ["29-02-2024", "dd-mm-yyyy", "2024-02-29"],
    [" ", "yyyymmdd", null],
    ["29-02-2023", "dd-mm-yyyy", undefined],
    ["20161301", "yyyymmdd", undefined],
    ["00000000", "yyyymmdd", undefined],
    ["2016-11-01", "yyyymmdd", undefined],
    ["99991231", "yyyymmdd", undefined],
  ] as const)("%j in %s is %j", (text, format, expected) => {
    expect(parseListDate(text, format)).toBe(expected);
  });
});

describe("a day in a file's name", () => {
  it.each([
    ["gias_2015-11-14_academies.csv.gz", "2015-11-14"],
    ["edubasealldata20241124.csv", "2024-11-24"],
    ["schools 24.11.2026 (2).csv", "2026-11-24"],
    ["schools_2016_spine.csv", null],
    ["schools_2016-17.csv", null],
    ["20161131.csv", null],
    ["from-2026-01-01-to-2026-02-01.csv", null],
  ])("%s: %s", (name, expected) => {
    expect(findDateInName(name)).toBe(expected);
  });
});
