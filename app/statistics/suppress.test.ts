import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseShown, hideSmall, isLarge, isSafe, type Limits, limits, type Member } from "./suppress";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const halves = (region: string, part: number, whole: number): Member => ({ region, counts: [part, whole - part] });
const same = (region: string, councils: number, part: number, whole: number): Member[] =>
  Array.from({ length: councils }, () => halves(region, part, whole));

/** Every way to choose one of each list. */
const waysThrough = (lists: readonly number[][]): number[][] =>
  lists.reduce<number[][]>((ways, list) => ways.flatMap((way) => list.map((next) => [...way, next])), [[]]);
const upTo = (most: number) => Array.from({ length: most + 1 }, (_, at) => at);

describe("what is shown of a region", () => {
  it("is nothing where, less one council, fewer than three stand behind it", () => {
    expect(isSafe(same("A", 3, 10, 40))).toBe(false);
    expect(isSafe(same("A", 4, 10, 40))).toBe(true);
    expect(isSafe([...same("A", 3, 10, 40), halves("A", 0, 0)])).toBe(false);
  });

  it("is nothing where, less the council that has most, a count or its complement is small or nought", () => {
    expect(isSafe([halves("A", 30, 40), ...same("A", 4, 1, 40)])).toBe(false);
    expect(isSafe([halves("A", 30, 40), ...same("A", 5, 1, 40)])).toBe(true);
    expect(isSafe(same("A", 6, 0, 40))).toBe(false);
    expect(isSafe(same("A", 6, 40, 40))).toBe(false);
  });

  it("is nothing for a region of two, nor for the one beside it that would give it away", () => {
    const two = same("Two", 2, 9, 40);
    expect(chooseShown([...two, ...same("Large", 6, 9, 40)])).toEqual({ england: true, regions: new Set() });
    const beside = chooseShown([...two, ...same("Small", 4, 9, 30), ...same("Large", 6, 9, 40)]);
    expect(beside).toEqual({ england: true, regions: new Set(["Large"]) });
  });

  it("is only where the table that it adds up to is shown", () => {
    const members = [...same("A", 5, 9, 40), ...same("B", 5, 9, 40)];
    expect(chooseShown(members).regions).toEqual(new Set(["A", "B"]));
    expect(chooseShown(members, { england: true, regions: new Set() })).toEqual({ england: true, regions: new Set() });
    expect(chooseShown(members, { england: false, regions: new Set() }).england).toBe(false);
  });

  it("is nothing at all, of England either, where the whole country is small", () => {
    expect(chooseShown(same("A", 4, 1, 40))).toEqual({ england: false, regions: new Set() });
    expect(chooseShown([])).toEqual({ england: false, regions: new Set() });
  });
});

describe("what a council can work out of others", () => {
  // Every country of so many schools, each seen as each council sees it, with the rule itself known to the reader: what
  // looks the same to them must leave open how many schools of any other council, or of any fewer councils together than
  // the limit asks for, are below.
  const countries: { by: Limits; sizes: { region: string; whole: number }[] }[] = [
    { by: { smallest: 2, fewestOthers: 2 }, sizes: places("A3 A2 A2 B3 B2 B2") },
    { by: { smallest: 2, fewestOthers: 2 }, sizes: places("A3 A3 B3 B3 B2 B2 B1") },
    { by: { smallest: 2, fewestOthers: 2 }, sizes: places("A2 A2 A2 B2 B2 C2 C2 C2") },
    { by: { smallest: 3, fewestOthers: 2 }, sizes: places("A4 A3 A2 B4 B3 B2") },
    { by: { smallest: 2, fewestOthers: 3 }, sizes: places("A2 A2 A2 A2 B2 B2 B2 B2") },
    { by: { smallest: 2, fewestOthers: 3 }, sizes: places("A2 A2 A2 A2 A1 B3 B1 C2") },
  ];
  function places(words: string) {
    return words.split(" ").map((word) => ({ region: word.slice(0, 1), whole: Number(word.slice(1)) }));
  }

  it.each(countries)("is never a figure, whatever the figures of $sizes are", ({ by, sizes }) => {
    const found = new Map<string, Map<string, Set<number>>>();
    const groups = sizes.flatMap((_, one) => [
      [one],
      ...(by.fewestOthers > 2 ? sizes.flatMap((__, two) => (two > one ? [[one, two]] : [])) : []),
    ]);
    for (const parts of waysThrough(sizes.map(({ whole }) => upTo(whole)))) {
      const members = sizes.map(({ region, whole }, at) => halves(region, parts[at] ?? 0, whole));
      const { england, regions } = chooseShown(members, undefined, by);
      const of = (name: string) => sum(parts.filter((_, at) => sizes[at]?.region === name));
      const page = JSON.stringify([england && sum(parts), [...regions].sort().map((name) => [name, of(name)])]);
      for (const [reader, own] of parts.entries()) {
        const seen = `${reader}: ${own} ${page}`;
        const open = found.get(seen) ?? new Map<string, Set<number>>();
        found.set(seen, open);
        for (const group of groups)
          if (!group.includes(reader)) {
            const key = group.join("+");
            open.set(key, (open.get(key) ?? new Set()).add(sum(group.map((at) => parts[at] ?? 0))));
          }
      }
    }
    const workedOut = [...found].flatMap(([seen, open]) =>
      [...open].flatMap(([group, values]) => (values.size < 2 ? [`${seen} gives away ${group}`] : [])),
    );
    expect(workedOut.slice(0, 5)).toEqual([]);
  });
});

describe("a council's own counts, handed on", () => {
  it("are shown as they are where none is small, noughts included", () => {
    expect(hideSmall([0, 5, 12])).toEqual([0, 5, 12]);
    expect(hideSmall([])).toEqual([]);
  });

  it("lose the small ones, the noughts and as many more as it takes to hide them", () => {
    expect(hideSmall([1, 4, 12])).toEqual([null, null, 12]);
    expect(hideSmall([3, 12, 9])).toEqual([null, 12, null]);
    expect(hideSmall([0, 1, 12])).toEqual([null, null, null]);
  });

  it("are shown with their whole only where neither they nor the rest is small", () => {
    expect([isLarge(4, 30), isLarge(27, 30), isLarge(0, 3)]).toEqual([false, false, false]);
    expect([isLarge(5, 30), isLarge(0, 30), isLarge(30, 30), isLarge(0, 0)]).toEqual([true, true, true, true]);
  });

  it("never follow from their sum and the counts beside them, to somebody who knows the rule", () => {
    const by: Limits = { smallest: 3, fewestOthers: 3 };
    const seen = new Map<string, number[][]>();
    for (const counts of waysThrough([upTo(8), upTo(8), upTo(8), upTo(8)])) {
      // What adds up to a small sum is not shown at all: see isLarge.
      if (!isLarge(sum(counts), 100, by)) continue;
      const key = JSON.stringify([sum(counts), hideSmall(counts, by)]);
      seen.set(key, [...(seen.get(key) ?? []), counts]);
    }
    for (const [key, worlds] of seen) {
      const [, shown] = JSON.parse(key) as [number, (number | null)[]];
      for (const [at, value] of shown.entries())
        if (value === null) expect(new Set(worlds.map((counts) => counts[at])).size, key).toBeGreaterThan(1);
    }
  });

  it("are at most the counts themselves", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 6 }), (counts) => {
        const shown = hideSmall(counts);
        expect(shown.every((value, at) => value === null || value === counts[at])).toBe(true);
        expect(shown.every((value) => value === null || value === 0 || value >= limits.smallest)).toBe(true);
      }),
    );
  });
});
