import { describe, expect, it } from "vitest";
import { areLarge, chooseShown, type Limits, type Member, type Shown } from "./suppress";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const halves = (part: number, whole: number): Member => ({ tables: [[part, whole - part]] });
const same = (councils: number, part: number, whole: number) =>
  Array.from({ length: councils }, () => halves(part, whole));
const shown = (near: Member[], far: Member[]) => chooseShown({ near, far });

const both: Shown = { region: true, england: true };
const englandAlone: Shown = { region: false, england: true };
const nothing: Shown = { region: false, england: false };

describe("what a council is shown of its region and of England", () => {
  it("is both where enough others stand behind each and no count of theirs is small", () => {
    expect(shown(same(3, 9, 40), same(30, 9, 40))).toEqual(both);
    expect(shown(same(3, 9, 40), [])).toEqual(both);
  });

  it("is England alone for a region of two, and of three", () => {
    expect(shown(same(1, 9, 40), same(30, 9, 40))).toEqual(englandAlone);
    expect(shown(same(2, 9, 40), same(30, 9, 40))).toEqual(englandAlone);
    expect(shown([...same(2, 9, 40), halves(0, 0)], same(30, 9, 40))).toEqual(englandAlone);
    expect(shown([], same(30, 9, 40))).toEqual(englandAlone);
  });

  it("is England alone where what the others of the region have, or have not, is small or nought", () => {
    for (const part of [4, 116, 0, 120]) {
      const near = [0, 1, 2].map((at) => halves(Math.min(40, Math.max(0, part - 40 * at)), 40));
      expect(shown(near, same(30, 9, 40)), String(part)).toEqual(englandAlone);
    }
    expect(shown([halves(3, 40), halves(2, 40), halves(0, 40)], same(30, 9, 40))).toEqual(both);
  });

  it("is England alone where the region would give away the few councils elsewhere", () => {
    expect(shown(same(8, 9, 40), same(2, 9, 40))).toEqual(englandAlone);
    expect(shown(same(8, 9, 40), same(6, 0, 40))).toEqual(englandAlone);
  });

  it("is nothing where England is small too", () => {
    expect(shown(same(1, 2, 40), same(30, 0, 40))).toEqual(nothing);
    expect(shown(same(1, 9, 40), [])).toEqual(nothing);
    expect(shown([], [])).toEqual(nothing);
  });

  it("is only where the tables are shown that it adds up to", () => {
    const groups = { near: same(4, 9, 40), far: same(30, 9, 40) };
    expect(chooseShown(groups, englandAlone)).toEqual(englandAlone);
    expect(chooseShown(groups, nothing)).toEqual(nothing);
  });
});

/** Every way to choose one of each list. */
const waysThrough = <Value>(lists: readonly Value[][]): Value[][] =>
  lists.reduce<Value[][]>((ways, list) => ways.flatMap((way) => list.map((next) => [...way, next])), [[]]);
/** Every way in which so many schools lie in so many bands. */
const spreads = (schools: number, bands: number): number[][] =>
  bands === 1
    ? [[schools]]
    : Array.from({ length: schools + 1 }, (_, first) =>
        spreads(schools - first, bands - 1).map((rest) => [first, ...rest]),
      ).flat();

type Country = { by: Limits; councils: string; bands: number };

/**
 * All that can be in such a country, seen as each council sees it: of each other council and count, and of each set of
 * fewer councils than the limit asks for, the figures that go with what is seen. One possible figure is one given away.
 */
function findGivenAway({ by, councils, bands }: Country): string[] {
  const sizes = councils.split(" ").map((word) => ({ region: word.slice(0, 1), schools: Number(word.slice(1)) }));
  const sets = waysThrough(sizes.map((_, at) => [[], [at]]))
    .map((way) => way.flat())
    .filter(({ length }) => length > 0 && length < by.fewestOthers);
  const low = (counts: readonly number[]) => sum(counts.slice(0, Math.floor(bands / 2)));
  const possible = new Map<string, Map<string, Set<number>>>();
  for (const world of waysThrough(sizes.map(({ schools }) => spreads(schools, bands))))
    for (const [reader, own] of world.entries()) {
      const others = world.flatMap((counts, at) => (at === reader ? [] : [{ counts, region: sizes[at]?.region }]));
      const groups = (tableOf: (counts: number[]) => number[]) => {
        const of = (isNear: boolean) =>
          others
            .filter(({ region }) => (region === sizes[reader]?.region) === isNear)
            .map(({ counts }) => tableOf(counts));
        return { near: of(true), far: of(false) };
      };
      const read = (tableOf: (counts: number[]) => number[], within?: Shown) => {
        const { near, far } = groups(tableOf);
        const where = chooseShown(
          { near: near.map((counts) => ({ tables: [counts] })), far: far.map((counts) => ({ tables: [counts] })) },
          within,
          by,
        );
        const total = (counts: number[][]) => counts.reduce((one, other) => one.map((n, at) => n + (other[at] ?? 0)));
        return { where, seen: [where.region && total(near), where.england && total([...near, ...far])] };
      };
      const wholes = read((counts) => [sum(counts)]).where;
      const below = read((counts) => [low(counts), sum(counts) - low(counts)], wholes);
      const spread = bands > 2 ? read((counts) => counts, below.where) : null;
      const key = JSON.stringify([reader, own, below.seen, spread?.seen]);
      const open = possible.get(key) ?? new Map<string, Set<number>>();
      possible.set(key, open);
      for (const set of sets)
        if (!set.includes(reader))
          for (let band = 0; band < bands; band += 1) {
            const name = `${set.join("+")} band ${band}`;
            open.set(name, (open.get(name) ?? new Set()).add(sum(set.map((at) => world[at]?.[band] ?? 0))));
          }
    }
  return [...possible].flatMap(([seen, open]) =>
    [...open].flatMap(([name, figures]) => (figures.size < 2 ? [`${seen} gives away ${name}`] : [])),
  );
}

describe("what a council can work out of others, knowing the rule and how many schools each has", () => {
  const two: Limits = { smallest: 2, fewestOthers: 2 };
  it.each<Country>([
    { by: two, councils: "A3 A2 A2 B3 B2 B2", bands: 2 },
    { by: two, councils: "A2 A2 A2 B2 B2 C2 C2", bands: 2 },
    { by: two, councils: "A2 A2 A2 A1 B1", bands: 2 },
    { by: { smallest: 3, fewestOthers: 2 }, councils: "A4 A3 A3 B3 B2", bands: 2 },
    { by: { smallest: 2, fewestOthers: 3 }, councils: "A2 A2 A2 A2 B2 B2 B1", bands: 2 },
    { by: { smallest: 2, fewestOthers: 3 }, councils: "A2 A2 A2 A1 B2 B1 C1", bands: 2 },
    { by: two, councils: "A3 A3 A3 A3", bands: 3 },
    { by: two, councils: "A2 A2 A2 B2 B1 B1", bands: 3 },
  ])("is no figure, whatever the figures of $councils in $bands bands are", (country) => {
    expect(findGivenAway(country).slice(0, 5)).toEqual([]);
  });
});

describe("a council's own counts, handed on", () => {
  it("are shown where no part is small, noughts included", () => {
    expect([areLarge([5, 25]), areLarge([0, 30]), areLarge([30, 0]), areLarge([0, 0])]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it("are not shown where a part, the rest or the whole is small", () => {
    expect([areLarge([4, 26]), areLarge([27, 3]), areLarge([3, 0]), areLarge([7, 0, 1])]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
