import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCapacity, listTerms, mostTaken, type Taken } from "./support-load";

const place = (startsOn: string, endsOn: string): Taken => ({
  kind: "place",
  subject: null,
  days: null,
  startsOn,
  endsOn,
});
const teacher = (days: number, startsOn: string, endsOn: string): Taken => ({
  kind: "teacher",
  subject: "maths",
  days,
  startsOn,
  endsOn,
});
const span = { startsOn: "2027-01-01", endsOn: "2027-07-31" };

describe("what is taken", () => {
  it("is the most on any one day, not the sum over the span", () => {
    const oneAfterTheOther = [place("2026-09-01", "2027-02-28"), place("2027-03-01", "2027-12-31")];
    expect(mostTaken(oneAfterTheOther, { kind: "place" }, span)).toBe(1);
    expect(mostTaken([...oneAfterTheOther, place("2027-02-28", "2027-03-01")], { kind: "place" }, span)).toBe(2);
  });

  it("counts a teacher's days, of that subject alone", () => {
    const all = [
      teacher(1.5, "2027-01-01", "2027-03-31"),
      teacher(1, "2027-03-31", "2027-07-31"),
      place("2027-01-01", "2027-07-31"),
    ];
    expect(mostTaken(all, { kind: "teacher", subject: "maths" }, span)).toBe(2.5);
    expect(mostTaken(all, { kind: "teacher", subject: "english" }, span)).toBe(0);
  });

  it("is what counting day by day gives", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((of) => `2027-01-${String(of).padStart(2, "0")}`);
    const spans = fc.tuple(day, day).map(([a, b]) => (a < b ? place(a, b) : place(b, a)));
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 6 }), spans, (all, asked) => {
        const days = Array.from({ length: 28 }, (_, at) => `2027-01-${String(at + 1).padStart(2, "0")}`);
        const counts = days
          .filter((on) => on >= asked.startsOn && on <= asked.endsOn)
          .map((on) => all.filter(({ startsOn, endsOn }) => startsOn <= on && endsOn >= on).length);
        expect(mostTaken(all, { kind: "place" }, asked)).toBe(Math.max(...counts));
      }),
    );
  });
});

describe("free places", () => {
  const of = { capacity: 1, term: { from: "2026-09-01", to: "2028-08-31" }, today: "2026-11-24" };
  it("are free today, from the day after a support ends, or not in the term", () => {
    expect(findCapacity([], of)).toEqual({ capacity: 1, free: 1, from: "2026-11-24" });
    expect(findCapacity([place("2026-09-01", "2026-12-31")], of)).toEqual({ capacity: 1, free: 1, from: "2027-01-01" });
    expect(findCapacity([place("2026-09-01", "2028-08-31")], of)).toEqual({ capacity: 1, free: 0, from: null });
  });
  it("are not free before a term begins", () => {
    const later = { ...of, term: { from: "2027-01-04", to: "2028-08-31" } };
    expect(findCapacity([], later).from).toBe("2027-01-04");
  });
});

it("terms follow one another from the one before today's", () => {
  const terms = listTerms("2026-11-24", 4);
  expect(terms.map(({ name }) => name)).toEqual(["Summer 2026", "Autumn 2026", "Spring 2027", "Summer 2027"]);
});
