import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeSource, describeStanding } from "./comparable-schools";
import { describeTarget } from "./describe-target";
import { planOf } from "./plan-findings.fixture";
import { cohortOf, describeCohort, describePupils, pupilsNearest } from "./target-pupils";
import { listTrajectory } from "./trajectory";

const { setting, sections } = planOf();

describe("a percentage in pupils", () => {
  test("is the number that comes nearest, and says where it is not quite that", () => {
    const thirty = { year: 2026, pupils: 30 };
    expect(describePupils(57, thirty)).toBe("57% is 17 of 30 pupils");
    expect(describePupils(58, thirty)).toBe("58% is about 17 of 30 pupils");
    expect(describePupils(56.7, thirty)).toBe("56.7% is 17 of 30 pupils");
    expect(describePupils(100, { year: 2026, pupils: 1 })).toBe("100% is 1 of 1 pupil");
    expect(describePupils(0, thirty)).toBe("0% is 0 of 30 pupils");
  });

  test("is never further off than half a pupil, for any percentage of one decimal", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 2000 }), (tenths, pupils) => {
        const nearest = pupilsNearest(tenths / 10, pupils);
        expect(Math.abs(1000 * nearest - tenths * pupils)).toBeLessThanOrEqual(500);
        expect(nearest).toBeLessThanOrEqual(pupils);
      }),
    );
  });

  test("is of the latest year whose number is known; where none is, that is said", () => {
    expect(cohortOf(setting)).toEqual({ year: 2026, pupils: 30 });
    const school = setting.results.school.map(({ year, value, code }) => ({ year, value, code }));
    expect(cohortOf({ results: { ...setting.results, school } })).toBeNull();
    expect(describeCohort(null)).toMatch(/not known/);
  });
});

describe("a target among what comparable schools gained", () => {
  const [gains] = setting.comparable ?? [];
  const of = (gain: number) => describeStanding({ gain, span: 1 }, [gains!])[0];

  test.each([
    [25, "This target asks for 25. 1 in 10 of them or fewer gained that much."],
    [12, "This target asks for 12. Half of them or fewer gained that much."],
    [3, "This target asks for 3. More than half of them gained that much."],
    [0, "This target asks for no more than the latest result."],
    [-2, "This target is 2 below the latest result."],
  ])("asks for %d", (gain, words) =>
    expect(of(gain)).toBe(
      `Of 412 schools that started between 43% and 53%, 9 in 10 gained 12 percentage points or fewer in one year. ${words}`,
    ),
  );

  test("is told in words of its own where schools fell, and near the ends of what is possible", () => {
    const fell = { ...gains!, start: 98, most: -1 };
    expect(describeStanding({ gain: 1, span: 1 }, [fell])).toEqual([
      "Of 412 schools that started between 93% and 100%, 9 in 10 fell by 1 percentage point or more in one year. This target asks for 1. 1 in 10 of them or fewer gained that much.",
    ]);
  });

  test("is not judged where too few schools are known, nor over more than three years", () => {
    const words = "Too few comparable schools are known to say what they gained in three years.";
    expect(describeStanding({ gain: 1, span: 3 }, [gains!])).toEqual([words]);
    expect([0, 4].flatMap((span) => describeStanding({ gain: 1, span }, [gains!]))).toEqual([]);
  });

  test("has its sentences only once it can be read", () => {
    expect(describeTarget({ year: 2027, typed: "58" }, setting)).toEqual(["58% is about 17 of 30 pupils.", of(10)]);
    for (const typed of ["", "x", "101"]) expect(describeTarget({ year: 2027, typed }, setting)).toEqual([]);
    expect(describeTarget({ year: 2031, typed: "58%" }, setting)).toEqual(["58% is about 17 of 30 pupils."]);
    expect(describeTarget({ year: 2027, typed: "58" }, { ...setting, baseline: null })).toHaveLength(1);
    expect(describeSource(setting.comparable ?? [])).toContain("the results of 2017 to 2026");
    expect(describeSource([])).toBe("");
  });
});

test("the trajectory has each year once, the results with their codes and the targets with their pupils", () => {
  const years = listTrajectory({ ...setting, targetYears: [2026, 2027] }, { ...sections.targets, "target-2026": "50" });
  expect(years).toEqual([
    { year: 2025, target: false, value: null, code: "SUPP", pupils: null, council: 70, national: 72 },
    { year: 2026, target: true, value: 50, code: null, pupils: "15 of 30", council: 71, national: null },
    { year: 2027, target: true, value: 56, code: null, pupils: "17 of 30", council: null, national: null },
  ]);
});
