import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CandidateFacts, measureCandidate, type Need, rankCandidates } from "./rank-candidates";

const need: Need = {
  phase: "primary",
  place: { easting: 400_000, northing: 300_000 },
  pupils: 28,
  floor: 55,
  today: "2026-11-24",
};
const candidate = (changes: Partial<CandidateFacts> = {}): CandidateFacts => ({
  id: "a",
  name: "Heron Lane Primary School",
  phase: "primary",
  place: { easting: 404_200, northing: 300_000 },
  pupils: 31,
  values: [73, 66, 64, 65].map((value, at) => ({ year: 2026 - at, value })),
  capacity: { capacity: 2, free: 1, from: "2026-11-24" },
  ...changes,
});
const sentences = (changes: Partial<CandidateFacts>) =>
  measureCandidate(need, candidate(changes)).parts.map(({ sentence }) => sentence);

describe("what a match says", () => {
  it("is a sentence for each part", () => {
    expect(sentences({})).toEqual([
      "4.2 km away",
      "Same phase: primary",
      "Similar size: 31 pupils in the year against 28",
      "Results of 2026 18 points above the floor",
      "Rising: 8 points above the average of the 3 years before",
      "1 of 2 places free now",
    ]);
  });

  it("never guesses what is not known", () => {
    const nothing = { place: { easting: null, northing: 300_000 }, pupils: null, values: [], phase: "secondary" };
    const full = { capacity: { capacity: 1, free: 0, from: null } };
    const { parts, points } = measureCandidate(need, candidate({ ...nothing, ...full }));
    expect(points).toBe(0);
    expect(parts.map(({ sentence }) => sentence)).toEqual([
      "Distance not known: no list of schools gives both coordinates",
      "Another phase: secondary",
      "Size not known: no figure of pupils is published for both",
      "No result of this measure is published",
      "Trend not known: one year’s result or none is published",
      "At capacity: none of 1 place is free in its term",
    ]);
  });

  it("tells from when a place is free", () => {
    expect(sentences({ capacity: { capacity: 2, free: 1, from: "2027-01-01" } }).at(-1)).toBe(
      "At capacity now: 1 of 2 places free from 1 January 2027",
    );
  });
});

const anyCandidate = fc.record({
  id: fc.uuid(),
  name: fc.string(),
  phase: fc.constantFrom("primary", "secondary"),
  place: fc.record({
    easting: fc.option(fc.integer({ min: 0, max: 699_999 })),
    northing: fc.option(fc.integer({ min: 0, max: 1_299_999 })),
  }),
  pupils: fc.option(fc.integer({ min: 1, max: 300 })),
  values: fc
    .array(fc.integer({ min: 0, max: 100 }), { maxLength: 5 })
    .map((all) => all.map((value, at) => ({ year: 2026 - at, value }))),
  capacity: fc.record({
    capacity: fc.integer({ min: 1, max: 5 }),
    free: fc.integer({ min: 0, max: 5 }),
    from: fc.option(fc.constantFrom("2026-11-24", "2027-01-05", "2027-09-01", "2029-01-01")),
  }),
});

describe("the order of matches", () => {
  it("never puts one that is better in one part and equal in all others lower", () => {
    fc.assert(
      fc.property(anyCandidate, anyCandidate, fc.nat(5), (base, other, chosen) => {
        const fields = [
          { place: other.place },
          { phase: other.phase },
          { pupils: other.pupils },
          { values: other.values },
          { capacity: other.capacity },
        ];
        const changed = { ...base, id: other.id, name: other.name, ...fields[chosen % fields.length] };
        const [a, b] = [measureCandidate(need, base), measureCandidate(need, changed)];
        const better = a.parts.map(({ measure }, at) => Math.sign(measure - b.parts[at]!.measure) || 0);
        const signs = better.filter((sign) => sign !== 0);
        // Results bring their trend with them: where the two disagree, no claim is made.
        if (signs.length === 0 || new Set(signs).size > 1) return;
        const wanted = signs[0]! > 0 ? base : changed;
        expect(rankCandidates(need, [base, changed])[0]?.candidate).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it("tells two beyond where points end apart: the nearer of two far ones comes first", () => {
    const far = (id: string, name: string, km: number) =>
      candidate({ id, name, place: { easting: 400_000 + km * 1000, northing: 300_000 } });
    const order = rankCandidates(need, [far("1", "Alder", 120), far("2", "Zephyr", 90)]);
    expect(order.map(({ candidate: { name } }) => name)).toEqual(["Zephyr", "Alder"]);
  });

  it("is the same whatever order they come in, and loses none", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCandidate, { selector: ({ id }) => id, maxLength: 8 }), (all) => {
        const ids = (list: typeof all) => rankCandidates(need, list).map(({ candidate: { id } }) => id);
        expect(ids([...all].reverse())).toEqual(ids(all));
        expect(ids(all).sort()).toEqual(all.map(({ id }) => id).sort());
      }),
    );
  });
});
