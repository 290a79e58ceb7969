import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinMonths, listIdleMonths, listOverlapping, mostAtOnce, type Span } from "./action-overlaps";

const DAY_MS = 86_400_000;
const from = Date.UTC(2027, 0, 1);
const dayAt = (at: number) => new Date(from + at * DAY_MS).toISOString().slice(0, 10);
const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 300 })), { maxLength: 8 })
  .map((all) =>
    all.map(([at, long], index): Span => ({ number: index + 1, startsOn: dayAt(at), endsOn: dayAt(at + long) })),
  );
const days = Array.from({ length: 1001 }, (_, at) => dayAt(at));
const on = (all: readonly Span[], day: string) =>
  all.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
const span = (number: number, startsOn: string, endsOn: string): Span => ({ number, startsOn, endsOn });

describe("the most at once", () => {
  test("is none of none, and the days that all of them share", () => {
    expect(mostAtOnce([])).toBeNull();
    const all = [
      span(1, "2027-01-11", "2027-03-01"),
      span(2, "2027-03-01", "2027-05-01"),
      span(3, "2027-06-01", "2027-06-02"),
    ];
    expect(mostAtOnce(all)).toEqual({ numbers: [1, 2], from: "2027-03-01", to: "2027-03-01" });
  });

  test("is what counting day by day finds", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const most = mostAtOnce(all);
        expect(most?.numbers.length ?? 0).toBe(Math.max(0, ...days.map((day) => on(all, day).length)));
        if (most) expect(on(all, most.from).map(({ number }) => number)).toEqual(expect.arrayContaining(most.numbers));
        if (most) expect(on(all, most.to).map(({ number }) => number)).toEqual(expect.arrayContaining(most.numbers));
      }),
      { numRuns: 50 },
    );
  });
});

describe("overlaps", () => {
  test("begin with a shared day; the day after is no overlap", () => {
    const first = span(1, "2027-01-11", "2027-03-01");
    expect(listOverlapping([first, span(2, "2027-03-01", "2027-03-02")])).toHaveLength(1);
    expect(listOverlapping([first, span(2, "2027-03-02", "2027-03-03")])).toEqual([]);
  });

  test("hold exactly those that share a day with another", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const shared = new Set(
          days
            .map((day) => on(all, day))
            .filter((group) => group.length > 1)
            .flat(),
        );
        const listed = listOverlapping(all).flat();
        expect(new Set(listed)).toEqual(shared);
        expect(listed).toHaveLength(shared.size);
      }),
      { numRuns: 50 },
    );
  });
});

describe("idle months", () => {
  test("are those between the first and the last without a day, but for August", () => {
    const all = [
      span(1, "2027-01-11", "2027-04-30"),
      span(2, "2027-07-01", "2027-07-16"),
      span(3, "2027-09-01", "2028-01-02"),
    ];
    expect(listIdleMonths(all)).toEqual(["2027-05", "2027-06"]);
    expect(listIdleMonths([])).toEqual([]);
    expect(listIdleMonths(all.slice(0, 1))).toEqual([]);
  });

  test("never hold a day on which something goes on", () => {
    fc.assert(
      fc.property(spans, (all) => {
        for (const month of listIdleMonths(all))
          expect(days.filter((day) => day.startsWith(month)).flatMap((day) => on(all, day))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("are told as first and last, over a new year and over the holiday", () => {
    expect(joinMonths(["2027-02", "2027-04", "2027-07", "2027-09", "2027-12", "2028-01"])).toEqual([
      ["2027-02", "2027-02"],
      ["2027-04", "2027-04"],
      ["2027-07", "2027-09"],
      ["2027-12", "2028-01"],
    ]);
  });
});
