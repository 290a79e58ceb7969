import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountedCell } from "./counted";
import type { CellName } from "./figures";
import { limits } from "./suppress";
import { suppressOwnFigures } from "./suppress-own-figures";

/** Kinds of schools with a result in the latest year: by band, flagged or only below in that year, or not eligible. */
const kinds = ["flagged0", "flagged1", "also0", "also1", "band2", "band3", "othersBelow", "othersAbove"] as const;
type Kind = (typeof kinds)[number];
type Schools = Record<Kind, number>;

// Which kinds a figure counts; a figure of the page is the sum of theirs.
const counted: Partial<Record<CountedCell, readonly Kind[]>> = {
  schools: kinds,
  below: ["flagged0", "flagged1", "also0", "also1", "othersBelow"],
  eligible: kinds.slice(0, 6),
  flagged: ["flagged0", "flagged1"],
  alsoBelow: ["also0", "also1"],
  band0: ["flagged0", "also0"],
  band1: ["flagged1", "also1"],
  band2: ["band2"],
  band3: ["band3"],
};

function shownOf(schools: Schools, ruleYears: number): CellName[] {
  const count = (cell: CountedCell) => (counted[cell] ?? []).reduce((sum, kind) => sum + schools[kind], 0);
  const cells = suppressOwnFigures(
    { code: "001", region: "Near", count },
    { settings: { floor: 55, latestYear: 2026, ruleYears }, year: 2026, by: limits },
  );
  return cells.flatMap(({ cell, value }) => (value === null || cell === "mean" ? [] : [cell]));
}

/** Sums and differences of what is shown that count some kinds of schools once and no others. */
function workOut(shown: readonly CellName[], known: readonly Kind[]): Kind[][] {
  const vectors = shown.map((cell) => known.map((kind) => Number(counted[cell]?.includes(kind) ?? false)));
  const found: Kind[][] = [];
  const go = (at: number, sums: readonly number[]) => {
    const vector = vectors[at];
    if (vector) {
      for (const times of [-1, 0, 1])
        go(
          at + 1,
          sums.map((sum, index) => sum + times * (vector[index] ?? 0)),
        );
    } else if (sums.every((sum) => sum === 0 || sum === 1)) found.push(known.filter((_, index) => sums[index] === 1));
  };
  go(
    0,
    known.map(() => 0),
  );
  return found;
}

const few = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, { weight: 2, arbitrary: fc.nat(30) });
const country = fc.record(Object.fromEntries(kinds.map((kind) => [kind, few])) as Record<Kind, typeof few>);
const isOther = (kind: Kind) => kind.startsWith("others");

describe("a council's own figures", () => {
  it.each([1, 2])(
    "add up to no number of 1 to 4 schools that are below, or that are not, with a rule of %i years",
    (ruleYears) => {
      const seen = new Map<string, number>();
      fc.assert(
        fc.property(country, (made) => {
          const schools = ruleYears === 1 ? { ...made, also0: 0, also1: 0 } : made;
          // A reader knows that with a rule of one year each eligible school below is flagged.
          const known = kinds.filter((kind) => ruleYears > 1 || !kind.startsWith("also"));
          const shown = shownOf(schools, ruleYears);
          for (const cell of shown) seen.set(cell, (seen.get(cell) ?? 0) + 1);
          for (const set of workOut(shown, known)) {
            const size = set.reduce((sum, kind) => sum + schools[kind], 0);
            // How many have a result and are not eligible is no secret, nor that none of them is below.
            const isOfOthers = set.every((kind) => isOther(kind) || schools[kind] === 0);
            const isAll = ["othersBelow", "othersAbove"].every((kind) => set.includes(kind as Kind));
            if (isOfOthers && (isAll || schools.othersBelow === 0)) continue;
            if (size > 0 && size < 5) throw new Error(`${size}: ${set.join(", ")} from ${shown.join(", ")}`);
          }
        }),
        { numRuns: 400 },
      );
      // What is left is of use.
      for (const cell of ["schools", "below", "eligible", "flagged", "band0"] as const)
        expect(seen.get(cell), cell).toBeGreaterThan(20);
    },
    60_000,
  );

  const many: Schools = {
    ...{ flagged0: 6, flagged1: 6, also0: 0, also1: 0, band2: 10, band3: 10 },
    ...{ othersBelow: 0, othersAbove: 0 },
  };

  it("say how many are below where none of them is left out of those eligible, or five", () => {
    for (const othersBelow of [0, 5]) {
      const shown = shownOf({ ...many, othersBelow, othersAbove: 5 }, 1);
      expect(shown).toEqual(expect.arrayContaining(["below", "flagged", "band0", "band3"]));
    }
  });

  it("leave out those below where the flagged ones taken from them would be 1 to 4", () => {
    for (const ruleYears of [1, 2]) {
      const shown = shownOf({ ...many, othersBelow: 2 }, ruleYears);
      expect(shown).not.toContain("below");
      expect(shown).toEqual(expect.arrayContaining(["schools", "eligible", "flagged"]));
    }
  });

  it("leave out the bands where those below would give away 1 to 4 that are not eligible", () => {
    const shown = shownOf({ ...many, also0: 4, also1: 4, othersBelow: 3, othersAbove: 9 }, 2);
    expect(shown).toEqual(expect.arrayContaining(["schools", "below", "eligible", "flagged"]));
    expect(shown.some((cell) => cell.startsWith("band"))).toBe(false);
  });

  it("leave out what is less by 1 to 4 than the run found, once results were corrected since", () => {
    const count = (cell: CountedCell) =>
      ({ schools: 32, below: 10, eligible: 32, flagged: 12, band0: 6, band1: 6, band2: 10, band3: 10 })[
        cell as "schools"
      ] ?? 0;
    const settings = { floor: 55, latestYear: 2026, ruleYears: 1 };
    const cells = suppressOwnFigures({ code: "001", region: "Near", count }, { settings, year: 2026, by: limits });
    expect(cells.find(({ cell }) => cell === "below")?.value).toBeNull();
    expect(cells.find(({ cell }) => cell === "flagged")?.value).toBe(12);
  });
});
