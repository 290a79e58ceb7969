import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandEdges, bandsBelow, bandsOf } from "./bands";
import { bandCell } from "./figures";
import type { CouncilCounts, CountedCell, ShownCell } from "./counted";
import { suppressFigures } from "./suppress-figures";

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
    const known = new Map<string, number>();
    const once = (cell: CountedCell, year: number) => {
      const value = known.get(`${cell} ${year}`) ?? count(cell, year);
      known.set(`${cell} ${year}`, value);
      return value;
    };
    return { code: codeOf(council), region: `Region ${region}`, count: once };
  });
}

const country: fc.Arbitrary<Country> = fc
  .record({
    regions: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 12 }),
    lowest: fc.integer({ min: 40, max: 54 }),
    highest: fc.integer({ min: 56, max: 70 }),
    most: fc.integer({ min: 40, max: 400 }),
  })
  .chain(({ regions, lowest, highest, most }) => {
    const percent = fc.integer({ min: lowest, max: highest });
    const before = fc.oneof({ weight: 9, arbitrary: percent }, { weight: 1, arbitrary: fc.constant(null) });
    const school = fc.record({ council: fc.nat(regions.length - 1), before, value: percent });
    return fc.record({ regions: fc.constant(regions), schools: fc.array(school, { maxLength: most, size: "max" }) });
  });

const readBy = (council: number, all: Country): ShownCell[] =>
  suppressFigures(countSchools(all), settings).filter((cell) => cell.council === codeOf(council));

/** A council where each cell of the latest year, and of others, is as given. */
const councilWith = (code: string, region: string, counts: Partial<Record<CountedCell, number>>): CouncilCounts => ({
  code,
  region,
  count: (cell) => counts[cell] ?? 0,
});

describe("what a council reads", () => {
  it("has no bands where what they add up to is left out", () => {
    const few = { schools: 60, below: 13, eligible: 60, flagged: 1, alsoBelow: 12 };
    const bands = { band0: 5, band1: 8, band2: 15, band3: 32 };
    const councils = [..."12345678"].map((code) =>
      councilWith(code, Number(code) > 4 ? "Far" : "Near", { ...few, ...bands }),
    );
    const cells = suppressFigures(councils, { ...settings, years: [2026] }).filter(({ council }) => council === "1");
    const shown = cells.flatMap(({ scope, cell, value }) => (value === null ? [] : [`${scope} ${cell}`]));
    expect(shown.filter((name) => name.startsWith("region")).sort()).toEqual(
      ["eligible", "mean", "schools"].map((cell) => `region ${cell}`),
    );
    expect(shown).toContain("national band0");
  });

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
        // Which schools have a result in which year is known; so is how many of a council's do.
        if (isNear(first) !== isNear(second) || (first.before === null) !== (second.before === null)) return;
        const schools = all.schools.map((school, at) =>
          at === a ? { ...first, council: second.council } : at === b ? { ...second, council: first.council } : school,
        );
        if (first.council !== second.council) changed += 1;
        expect(readBy(own, { ...all, schools })).toEqual(readBy(own, all));
      }),
      { numRuns: 300 },
    );
    expect(changed).toBeGreaterThan(20);
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
      { numRuns: 100 },
    );
    expect(shown).toBeGreaterThan(150);
  });

  it("has no table where the one is left out that it adds up to", () => {
    fc.assert(
      fc.property(country, fc.nat(), (all, reader) => {
        const cells = readBy(reader % all.regions.length, all);
        for (const area of ["region", "national"]) {
          const isShown = (name: string) =>
            cells.some(
              ({ scope, cell, year, value }) => scope === area && cell === name && year === 2026 && value !== null,
            );
          if (isShown(bandCell(0))) expect([isShown("below"), isShown("flagged")]).toEqual([true, true]);
          if (isShown("below")) expect([isShown("schools"), isShown("eligible")]).toEqual([true, true]);
          expect(isShown("mean")).toBe(isShown("schools"));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("of itself does not give away by its bands how many are below and need no plan", () => {
    const bands = { band0: 6, band1: 6, band2: 10, band3: 10 };
    const own = { schools: 32, below: 12, eligible: 32, ...bands };
    const shown = (ruleYears: number, counts: Partial<Record<CountedCell, number>>) =>
      suppressFigures([councilWith("1", "Near", { ...own, ...counts })], { ...settings, ruleYears, years: [2026] })
        .filter(({ scope, value }) => scope === "council" && value !== null)
        .map(({ cell }) => cell);
    expect(shown(2, { flagged: 10, alsoBelow: 2 })).not.toContain("flagged");
    expect(shown(2, { flagged: 10, alsoBelow: 2 })).toContain("band0");
    expect(shown(2, { flagged: 7, alsoBelow: 5 })).toContain("flagged");
    expect(shown(1, { flagged: 12 })).toContain("flagged");
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
        const eligible = countSchools(all)[reader % all.regions.length]?.count("eligible", 2026) ?? 0;
        const below = bands.slice(0, bandsBelow(55)).reduce((sum: number, value) => sum + (value ?? NaN), 0);
        if (Number.isNaN(below)) return;
        expect([isSmall(below), isSmall(eligible - below)]).toEqual([false, false]);
        // Those below in the latest year that a rule of several years does not flag.
        const flagged = of("flagged");
        if (typeof flagged === "number") expect(isSmall(below - flagged)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
