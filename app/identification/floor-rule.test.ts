import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFloorRule } from "./apply-floor-rule";
import type { FloorRule } from "./floor-rule";
import { continueFromPredecessor, type SchoolSeries } from "./school-series";
import { shareByCouncil } from "./share-by-council";

const measure = "ks2-l4-em";
const years = [2023, 2024, 2025, 2026];

/** "48 SUPP 50 47": one entry a year from 2023; "-" is a blank, "." no result at all. */
function school(series: string, changes: Partial<SchoolSeries> = {}): SchoolSeries {
  const results = series.split(" ").flatMap((entry, index) => {
    if (entry === ".") return [];
    const isValue = /^\d/.test(entry);
    const code = entry === "-" ? "" : entry;
    return [{ measure, year: 2023 + index, value: isValue ? entry : null, code: isValue ? null : code } as const];
  });
  return {
    urn: "900001",
    laestab: "0012001",
    councilCode: "001",
    name: "Oak",
    mainstream: true,
    open: true,
    results,
    ...changes,
  };
}

const base: FloorRule = {
  measure,
  floor: "55",
  years,
  gapPolicy: "break",
  minPublishedYears: 1,
  minPupils: 0,
  includeClosed: false,
};

function judge(series: string | SchoolSeries, changes: Partial<FloorRule> = {}) {
  const [verdict] = applyFloorRule([typeof series === "string" ? school(series) : series], {
    ...base,
    ...changes,
  }).verdicts;
  if (!verdict) throw new Error("No verdict");
  return verdict;
}

describe("applyFloorRule", () => {
  it.each<[string, Partial<FloorRule>, string]>([
    ["48 51 50 47", {}, "Below 55% in 2023, 2024, 2025 and 2026: 48, 51, 50, 47"],
    ["48 51 50 47", { years: [2026] }, "Below 55% in 2026: 47"],
    ["48 51 50 47", { floor: "48.5", years: [2025, 2026] }, "At or above 48.5% in 2025: 50"],
    ["48 51 50 55", { years: [2026] }, "At or above 55% in 2026: 55"],
    ["48 58 55.5 47", {}, "At or above 55% in 2024 and 2025: 58, 55.5"],
    ["48 SUPP 50 47", {}, "Not eligible: no published result in 2024 (SUPP)"],
    ["NA SUPP - 47", {}, "Not eligible: no published result in 2023 (NA), 2024 (SUPP) and 2025"],
    ["48 51 50 .", {}, "Not eligible: no published result in 2026"],
    [
      "48 SUPP 50 47",
      { gapPolicy: "skip", minPublishedYears: 3 },
      "Below 55% in 2023, 2025 and 2026: 48, 50, 47. No published result in 2024 (SUPP)",
    ],
    [
      "NA SUPP 50 47",
      { gapPolicy: "skip", minPublishedYears: 3 },
      "Not eligible: 2 published results in 2023 to 2026, fewer than the 3 needed",
    ],
    ["48 51 50 IA", { gapPolicy: "skip", minPublishedYears: 3 }, "Not eligible: no published result in 2026 (IA)"],
  ])("of %s with %j says why", (series, rule, reason) => {
    expect(judge(series, rule).reason).toBe(reason);
  });

  it("does not take exactly at the floor for below it, and reads 9 as less than 55", () => {
    expect(judge("50 50 50 55").flagged).toBe(false);
    expect(judge("50 50 50 54.9999").flagged).toBe(true);
    expect(judge("9 9 9 9").flagged).toBe(true);
    expect(judge("100 100 100 100").flagged).toBe(false);
  });

  it("never takes a code for a number", () => {
    for (const code of ["SUPP", "NE", "NA", "N/A", "NP", "LT11", "IA", "NOTREQ", "-", "."]) {
      for (const gapPolicy of ["break", "skip"] as const) {
        expect(judge(`50 50 50 ${code}`, { gapPolicy })).toMatchObject({ eligible: false, flagged: false });
      }
    }
  });

  it("leaves out schools that are not mainstream, and closed ones unless asked for", () => {
    const special = judge(school("40 40 40 40", { mainstream: false }), { includeClosed: true });
    expect(special).toMatchObject({ inScope: false, eligible: false, flagged: false, margin: null });
    expect(special.reason).toBe("Not eligible: not a state-funded mainstream school");
    const closed = school("40 40 40 40", { open: false });
    expect(judge(closed)).toMatchObject({ eligible: false, reason: "Not eligible: closed" });
    expect(judge(closed, { includeClosed: true })).toMatchObject({ eligible: true, flagged: true });
  });

  it("marks schools below for four years among those flagged on one", () => {
    const rule = { years: [2026], concernYears: years };
    expect(judge("48 51 50 47", rule)).toMatchObject({
      flagged: true,
      firstConcern: true,
      reason: "Below 55% in 2026: 47",
      concernReason: "Below 55% in 2023, 2024, 2025 and 2026: 48, 51, 50, 47",
    });
    expect(judge("58 51 50 47", rule)).toMatchObject({ flagged: true, firstConcern: false, concernReason: null });
    expect(judge("SUPP 51 50 47", rule)).toMatchObject({ flagged: true, firstConcern: false });
    expect(judge("SUPP 51 50 47", { ...rule, gapPolicy: "skip", minPublishedYears: 3 })).toMatchObject({
      firstConcern: true,
    });
    expect(judge("SUPP NA 50 47", { ...rule, gapPolicy: "skip", minPublishedYears: 3 })).toMatchObject({
      firstConcern: false,
    });
    expect(judge("40 40 40 60", rule)).toMatchObject({ flagged: false, firstConcern: false });
  });

  it("measures how far one result would have to move, and marks what is close", () => {
    expect(judge("40 40 40 53")).toMatchObject({ margin: "-2", boundary: true });
    expect(judge("40 40 40 52.9")).toMatchObject({ margin: "-2.1", boundary: false });
    expect(judge("40 54 40 30")).toMatchObject({ margin: "-1", boundary: true });
    expect(judge("40 40 40 55")).toMatchObject({ margin: "0", boundary: true });
    expect(judge("90 40 40 40")).toMatchObject({ margin: "35", boundary: false });
    expect(judge("40 SUPP 40 53")).toMatchObject({ margin: null, boundary: false });
  });

  it("leaves out a school with fewer pupils than the rule asks for in the latest year, and no school of unknown size", () => {
    const withPupils = (last: number | null) =>
      school("40 40 40 40", {
        results: school("40 40 40 40").results.map((result, at) => ({ ...result, pupils: at === 3 ? last : 2 })),
      });
    expect(judge(withPupils(9), { minPupils: 10 })).toMatchObject({
      eligible: false,
      flagged: false,
      margin: null,
      reason: "Not eligible: 9 pupils in 2026, fewer than the 10 needed",
    });
    expect(judge(withPupils(1), { minPupils: 10 }).reason).toContain("1 pupil in 2026");
    expect(judge(withPupils(10), { minPupils: 10 })).toMatchObject({ flagged: true });
    expect(judge(withPupils(null), { minPupils: 10 })).toMatchObject({ flagged: true });
    expect(judge(withPupils(0), { minPupils: 0 })).toMatchObject({ flagged: true });
  });

  it("lists the gaps of schools in scope only, and counts", () => {
    const schools = [
      school("48 SUPP 50 -", { urn: "1" }),
      school("NA NA NA NA", { urn: "2", mainstream: false }),
      school("50 50 50 50", { urn: null, laestab: "0012003" }),
      school("NA 50 50 50", { urn: "4", open: false }),
    ];
    const outcome = applyFloorRule(schools, base);
    expect(outcome).toMatchObject({ eligible: 1, flagged: 1 });
    expect(outcome.gaps).toEqual([
      { urn: "1", laestab: "0012001", year: 2024, code: "SUPP" },
      { urn: "1", laestab: "0012001", year: 2026, code: "" },
    ]);
    expect(outcome.verdicts[0]).toMatchObject({
      values: { 2023: "48", 2025: "50" },
      codes: { 2024: "SUPP", 2026: "" },
    });
  });

  it("takes only the rule's own measure", () => {
    expect(judge("40 40 40 40", { measure: "ks2-rwm-exp" })).toMatchObject({ eligible: false });
  });

  it("refuses a rule that makes no sense", () => {
    for (const rule of [
      { years: [] },
      { years: [2026, 2025] },
      { floor: "101" },
      { floor: "half" },
      { minPublishedYears: 0 },
      { minPupils: -1 },
      { concernYears: [2022, 2023] },
    ]) {
      expect(() => judge("40 40 40 40", rule)).toThrow(RangeError);
    }
  });

  it("agrees with a naive reading of the rule for any series", () => {
    const entry = fc.oneof(
      fc.integer({ min: 0, max: 100 }).map(String),
      fc.constantFrom("54.9", "55", "55.1", "SUPP", "NA", "-", "."),
    );
    const series = fc.tuple(entry, entry, entry, entry);
    const rule = fc.record({
      floor: fc.constantFrom("30", "55", "54.9", "100", "0"),
      from: fc.integer({ min: 2023, max: 2026 }),
      gapPolicy: fc.constantFrom("break" as const, "skip" as const),
      minPublishedYears: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 8 }), rule, (list, { from, ...rest }) => {
        const window = years.filter((year) => year >= from);
        const outcome = applyFloorRule(
          list.map((entries) => school(entries.join(" "))),
          { ...base, ...rest, years: window },
        );
        list.forEach((entries, index) => {
          const numbers = entries
            .slice(from - 2023)
            .map((text) => (/^\d/.test(text) ? Math.round(Number(text) * 10) : null));
          const published = numbers.filter((number) => number !== null);
          const needed = rest.gapPolicy === "break" ? numbers.length : Math.min(rest.minPublishedYears, numbers.length);
          const eligible = numbers.at(-1) !== null && published.length >= needed;
          const flagged = eligible && published.every((number) => number < Math.round(Number(rest.floor) * 10));
          expect(outcome.verdicts[index]).toMatchObject({ eligible, flagged });
          expect(Object.keys(outcome.verdicts[index]?.codes ?? {})).toHaveLength(numbers.length - published.length);
        });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("councils", () => {
  const verdicts = (code: string, eligible: number, flagged: number) =>
    Array.from({ length: eligible + 1 }, (_, index) => ({
      school: { councilCode: code },
      eligible: index < eligible,
      flagged: index < flagged,
    }));

  it("stand in order of proportion, then number flagged, then code; without eligible schools they are not listed", () => {
    const ranked = shareByCouncil([
      ...verdicts("004", 3, 1),
      ...verdicts("003", 3, 1),
      ...verdicts("005", 6, 2),
      ...verdicts("002", 2, 1),
      ...verdicts("001", 0, 0),
      ...verdicts("006", 4, 0),
    ]);
    expect(ranked.map(({ code, eligible, flagged }) => `${code} ${flagged}/${eligible}`)).toEqual([
      "002 1/2",
      "005 2/6",
      "003 1/3",
      "004 1/3",
      "006 0/4",
    ]);
    expect(ranked[1]?.proportion).toBe(2 / 6);
  });
});

describe("continueFromPredecessor", () => {
  it("fills years without a value of the school's own, and never replaces one", () => {
    const own = school("NA . 50 47").results;
    const predecessor = school("40 41 42 SUPP").results;
    expect(continueFromPredecessor(own, predecessor).map(({ year, value }) => [year, value])).toEqual([
      [2023, "40"],
      [2024, "41"],
      [2025, "50"],
      [2026, "47"],
    ]);
  });
});
