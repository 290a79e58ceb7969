import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandEdges, bandsOf } from "./bands";
import { bandCell } from "./figures";
import { type CouncilCounts, type CountedCell, type ShownCell, suppressFigures } from "./suppress-figures";

const settings = { floor: 55, latestYear: 2026, ruleYears: 2, years: [2025, 2026] };
type School = { council: number; before: number | null; value: number };
type Country = { regions: number[]; schools: School[] };

const codeOf = (council: number) => String(council + 1).padStart(3, "0");

/** Counted plainly, one school after the other. */
function countSchools({ regions, schools }: Country): CouncilCounts[] {
  return regions.map((region, council) => {
    const own = schools.filter((school) => school.council === council);
    const eligible = own.filter(({ before }) => before !== null);
    const isBelow = (value: number | null) => value !== null && value < settings.floor;
    const isFlagged = ({ before, value }: School) => isBelow(before) && isBelow(value);
    const bandAt = (value: number) => bandEdges(settings.floor).filter((edge) => value >= edge).length;
    const count = (cell: CountedCell, year: number): number => {
      const values = own.flatMap(({ before, value }) => (year === 2026 ? value : (before ?? [])));
      if (cell === "schools") return values.length;
      if (cell === "below") return values.filter(isBelow).length;
      if (cell === "points") return values.reduce((sum, value) => sum + value, 0);
      if (cell === "eligible") return eligible.length;
      if (cell === "flagged") return eligible.filter(isFlagged).length;
      if (cell === "alsoBelow") return eligible.filter((school) => !isFlagged(school) && isBelow(school.value)).length;
      return eligible.filter(({ value }) => bandCell(bandAt(value)) === cell).length;
    };
    return { code: codeOf(council), region: `Region ${region}`, count };
  });
}

const percent = fc.integer({ min: 40, max: 72 });
const country: fc.Arbitrary<Country> = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 12 })
  .chain((regions) =>
    fc.record({
      regions: fc.constant(regions),
      schools: fc.array(
        fc.record({
          council: fc.nat(regions.length - 1),
          before: fc.oneof({ weight: 9, arbitrary: percent }, { weight: 1, arbitrary: fc.constant(null) }),
          value: percent,
        }),
        { maxLength: 400, size: "max" },
      ),
    }),
  );

const readBy = (council: number, all: Country): ShownCell[] =>
  suppressFigures(countSchools(all), settings).filter((cell) => cell.council === codeOf(council));

describe("what a council reads", () => {
  it("stays as it is when two schools of other councils change places, near ones or far ones", () => {
    let changed = 0;
    fc.assert(
      fc.property(country, fc.nat(), fc.nat(), fc.nat(), (all, reader, one, other) => {
        const [own, a, b] = [
          reader % all.regions.length,
          one % (all.schools.length || 1),
          other % (all.schools.length || 1),
        ];
        const [first, second] = [all.schools[a], all.schools[b]];
        if (!first || !second || [first, second].some(({ council }) => council === own)) return;
        const isNear = ({ council }: School) => all.regions[council] === all.regions[own];
        if (isNear(first) !== isNear(second)) return;
        const schools = all.schools.map((school, at) =>
          at === a ? { ...first, council: second.council } : at === b ? { ...second, council: first.council } : school,
        );
        if (first.council !== second.council) changed += 1;
        expect(readBy(own, { ...all, schools })).toEqual(readBy(own, all));
      }),
      { numRuns: 300 },
    );
    expect(changed).toBeGreaterThan(50);
  });

  it("leaves five schools or more of three other councils or more behind every number, and behind its complement", () => {
    let shown = 0;
    fc.assert(
      fc.property(country, fc.nat(), (all, reader) => {
        const own = reader % all.regions.length;
        const counts = countSchools(all);
        const others = counts.filter((_, at) => at !== own);
        for (const { scope, cell, year, value } of readBy(own, all)) {
          if (scope === "council" || value === null || cell === "mean") continue;
          shown += 1;
          const region = counts[own]?.region;
          const inArea = others.filter((other) => scope === "national" || other.region === region);
          const whole: CountedCell = year === 2026 && !["schools", "below"].includes(cell) ? "eligible" : "schools";
          const sum = (name: CountedCell, of = inArea) => of.reduce((total, { count }) => total + count(name, year), 0);
          expect(inArea.filter(({ count }) => count(whole, year) > 0).length).toBeGreaterThanOrEqual(3);
          expect(sum(cell)).toBeGreaterThanOrEqual(5);
          if (cell !== whole) expect(sum(whole) - sum(cell)).toBeGreaterThanOrEqual(5);
          expect(value).toBe(
            sum(
              cell,
              counts.filter((council) => scope === "national" || council.region === region),
            ),
          );
        }
      }),
      { numRuns: 200 },
    );
    expect(shown).toBeGreaterThan(500);
  });

  it("of itself has no number from 1 to 4, nor one that leaves so many", () => {
    fc.assert(
      fc.property(country, fc.nat(), (all, reader) => {
        const cells = readBy(reader % all.regions.length, all).filter(({ scope }) => scope === "council");
        const of = (name: string, year = 2026) =>
          cells.find(({ cell, year: at }) => cell === name && at === year)?.value;
        const isSmall = (value: number) => value > 0 && value < 5;
        for (const { cell, value } of cells) if (cell !== "mean" && value !== null) expect(isSmall(value)).toBe(false);
        for (const [part, whole, year] of [
          ["flagged", "eligible", 2026],
          ["below", "schools", 2026],
          ["below", "schools", 2025],
        ] as const) {
          const [some, every] = [of(part, year), of(whole, year)];
          if (typeof some === "number" && typeof every === "number") expect(isSmall(every - some)).toBe(false);
        }
        const bands = bandsOf(55).map((_, at) => of(bandCell(at)));
        const hidden = bands.filter((value) => value === null).length;
        expect(hidden).not.toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
