import { describe, expect, it } from "vitest";
import { Temporal } from "temporal-polyfill";
import { bankHolidays } from "~prisma/reference/bank-holidays";
import { addWorkingDays, demonstrationDueDates, isWorkingDay, lastWorkingFridayOf } from "./working-days";

type Day = Temporal.PlainDate;
const at = (year: number, month: number, day: number): Day => Temporal.PlainDate.from({ year, month, day });

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return at(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

const monday = (day: Day, step: 1 | -1): Day => {
  let found = day;
  while (found.dayOfWeek !== 1) found = found.add({ days: step });
  return found;
};

/** The usual eight days of a year; a day that falls on a weekend moves to the next weekday that is free. */
function usualHolidays(year: number): string[] {
  const days = [
    easter(year).subtract({ days: 2 }),
    easter(year).add({ days: 1 }),
    monday(at(year, 5, 1), 1),
    monday(at(year, 5, 31), -1),
    monday(at(year, 8, 31), -1),
  ];
  // Boxing Day keeps its own day on a Monday; Christmas then moves past it.
  const fixed = [at(year, 1, 1), at(year, 12, 26), at(year, 12, 25)];
  const held = (day: Day) => days.some((other) => other.equals(day));
  for (const day of fixed.filter(({ dayOfWeek }) => dayOfWeek <= 5)) days.push(day);
  for (const day of fixed.filter(({ dayOfWeek }) => dayOfWeek > 5).reverse()) {
    let moved = day;
    while (moved.dayOfWeek > 5 || held(moved)) moved = moved.add({ days: 1 });
    days.push(moved);
  }
  return days.map((day) => day.toString().slice(5)).sort();
}

// Where a year differs from the usual eight days, it was announced so.
const announced: Record<number, { instead?: [string, string]; more?: string[] }> = {
  2020: { instead: ["05-04", "05-08"] },
  2022: { instead: ["05-30", "06-02"], more: ["06-03", "09-19"] },
  2023: { more: ["05-08"] },
};

describe("bank holidays", () => {
  it.each(Object.entries(bankHolidays))(
    "of %s are the usual days, but for those announced otherwise",
    (year, listed) => {
      const { instead, more = [] } = announced[Number(year)] ?? {};
      const expected = usualHolidays(Number(year)).map((day) => (instead?.[0] === day ? instead[1] : day));
      expect(listed).toEqual([...expected, ...more].sort());
    },
  );
});

describe("working days", () => {
  it("leave out weekends and bank holidays", () => {
    expect(isWorkingDay("2027-03-25")).toBe(true);
    expect(isWorkingDay("2027-03-26")).toBe(false);
    expect(isWorkingDay("2027-03-27")).toBe(false);
    expect(addWorkingDays("2027-03-25", 1)).toBe("2027-03-30");
    expect(addWorkingDays("2027-03-30", -1)).toBe("2027-03-25");
    expect(addWorkingDays("2027-03-27", 0)).toBe("2027-03-27");
  });

  it("find the last Friday of a month on which people work", () => {
    expect(lastWorkingFridayOf(2027, 2)).toBe("2027-02-26");
    // 26 March 2027 is Good Friday, and so was 29 March 2024.
    expect(lastWorkingFridayOf(2027, 3)).toBe("2027-03-19");
    expect(lastWorkingFridayOf(2024, 3)).toBe("2024-03-22");
    expect(lastWorkingFridayOf(2020, 12)).toBe("2020-12-18");
  });
});

describe("the demonstration's deadlines", () => {
  it.each([
    ["2026-11-24", "2027-02-26", "2027-03-19"],
    ["2026-12-28", "2027-02-26", "2027-03-19"],
    ["2026-12-29", "2028-02-25", "2028-03-31"],
    ["2027-06-01", "2028-02-25", "2028-03-31"],
    ["2023-12-25", "2024-02-23", "2024-03-22"],
    ["2023-12-26", "2025-02-28", "2025-03-28"],
    ["2023-11-30", "2024-02-23", "2024-03-22"],
  ])("seen from %s are %s and %s", (today, priority, standard) => {
    expect(demonstrationDueDates(today)).toEqual({ priority, standard });
  });
});
