import { describe, expect, it } from "vitest";
import { rankCouncils } from "./rank-councils";

const council = (code: string, flagged: number, eligible: number) => ({
  code,
  name: `Council ${code}`,
  region: "North Vale",
  flagged,
  eligible,
});
const rank = (counts: ReturnType<typeof council>[], cohortSize = 2, smallestCouncil = 5) =>
  rankCouncils(counts, { cohortSize, smallestCouncil });
const order = (counts: ReturnType<typeof council>[]) => rank(counts).map(({ code }) => code);

describe("ranking councils", () => {
  it("orders by proportion as fractions: a third is a third, however many schools there are", () => {
    const ranked = rank(
      [council("003", 1, 3), council("001", 4, 10), council("002", 2, 6), council("004", 3, 10)],
      2,
      0,
    );
    expect(ranked.map(({ code, rank: place }) => [code, place])).toEqual([
      ["001", 1],
      ["002", 2],
      ["003", 3],
      ["004", 4],
    ]);
    expect(ranked.map(({ proportion }) => proportion)).toEqual([0.4, 2 / 6, 1 / 3, 0.3]);
  });

  it("breaks a tie by the number flagged, then by code, whatever order they come in", () => {
    const tied = [council("009", 2, 10), council("002", 4, 20), council("005", 2, 10), council("001", 1, 5)];
    expect(order(tied)).toEqual(["002", "005", "009", "001"]);
    expect(order([...tied].reverse())).toEqual(["002", "005", "009", "001"]);
  });

  it("says who is tied only where nothing but the code decides", () => {
    const ranked = rank([
      council("001", 4, 20),
      council("002", 2, 10),
      council("003", 2, 10),
      council("004", 0, 10),
      council("005", 0, 10),
    ]);
    expect(ranked.map(({ code, tied }) => [code, tied])).toEqual([
      ["001", false],
      ["002", true],
      ["003", true],
      ["004", false],
      ["005", false],
    ]);
  });

  it("cuts the first K inside a tie by code, and shows both sides as tied", () => {
    const ranked = rank([council("003", 2, 10), council("001", 5, 10), council("002", 2, 10)], 2);
    expect(ranked.map(({ code, proposed, tied }) => [code, proposed, tied])).toEqual([
      ["001", true, false],
      ["002", true, true],
      ["003", false, true],
    ]);
  });

  it("puts councils with too few eligible schools last, without a place, and never proposes them", () => {
    const ranked = rank([council("001", 4, 4), council("002", 1, 10), council("003", 1, 5), council("004", 0, 0)], 12);
    expect(ranked.map(({ code, rank: place, proposed }) => [code, place, proposed])).toEqual([
      ["003", 1, true],
      ["002", 2, true],
      ["001", null, false],
    ]);
  });

  it("proposes nobody without a flagged school, and fewer than K where there are fewer", () => {
    const ranked = rank([council("001", 0, 10), council("002", 1, 10), council("003", 0, 8)], 12);
    expect(ranked.filter(({ proposed }) => proposed).map(({ code }) => code)).toEqual(["002"]);
    expect(rank([council("001", 1, 10)], 0)[0]?.proposed).toBe(false);
  });
});
