import { describe, expect, it } from "vitest";
import type { AreaFigures } from "./figures";
import { arrangeCouncils, chooseAreas, chooseFileAreas, readStatisticsQuery, statisticsHref } from "./statistics-query";
import { statisticsCsv } from "./statistics-csv";

const figures = (scope: AreaFigures["scope"], code: string, name: string, changes: Partial<AreaFigures> = {}) => ({
  ...{ scope, code, name, eligible: 40, flagged: 10, bands: [5, 5, 10, 20] },
  years: [{ year: 2026, schools: 40, below: 10, mean: 57.3 }],
  ...changes,
});
const councils = [
  { ...figures("council", "001", "Ashmere"), region: "North Vale" },
  { ...figures("council", "002", "Brackenfold", { flagged: 7, bands: [2, 5, 13, 20] }), region: "North Vale" },
  { ...figures("council", "021", "Calverstone", { flagged: 12, bands: [6, 6, 8, 20] }), region: "Far Coast" },
];
const areas = {
  england: figures("national", "", "England"),
  regions: [figures("region", "", "Far Coast"), figures("region", "", "North Vale")],
  councils,
};
const asked = (search: string) => readStatisticsQuery(new URLSearchParams(search));
const names = (of: readonly AreaFigures[]) => of.map(({ name }) => name);
const inFile = (search: string) => names(chooseFileAreas(areas, asked(search)));

describe("the file of the statistics", () => {
  it("has what the page has with the same filters, in the same order", () => {
    expect(inFile("")).toEqual(["Ashmere", "Brackenfold", "Calverstone", "Far Coast", "North Vale", "England"]);
    expect(inFile("sort=flagged")).toEqual([
      "Calverstone",
      "Ashmere",
      "Brackenfold",
      "Far Coast",
      "North Vale",
      "England",
    ]);
    expect(inFile("region=North+Vale")).toEqual(["Ashmere", "Brackenfold", "North Vale", "England"]);
    expect(inFile("council=021")).toEqual(["Calverstone", "Far Coast", "England"]);
    // A council stands in its own region, whichever was chosen before it.
    for (const search of ["council=021", "region=North+Vale&council=021", "region=North+Vale"]) {
      const query = asked(search);
      const listed = query.council ? [] : arrangeCouncils(councils, query);
      expect(inFile(search)).toEqual(names([...listed, ...chooseAreas(areas, query)]));
      expect(statisticsHref("p", query, "/csv")).toBe(`/statistics/p/csv?${search}`);
    }
  });

  it("is not there for an area that is not there, as the page is not", () => {
    for (const search of ["region=Nowhere", "council=999"])
      for (const choose of [inFile, (text: string) => names(chooseAreas(areas, asked(text)))])
        expect(() => choose(search)).toThrow();
  });

  it("says which rows hold numbers that a council would not be shown of itself", () => {
    const mark = (changes: Partial<AreaFigures>) => {
      const file = statisticsCsv(
        [figures("council", "001", "Ashmere", changes)],
        { floor: 55, latestYear: 2026 },
        true,
      );
      return file.trim().split(",").at(-1);
    };
    const year = (schools: number, below: number) => [{ year: 2026, schools, below, mean: 57.3 }];
    expect(mark({})).toBe("No");
    expect(mark({ bands: [2, 8, 10, 20] })).toBe("Yes");
    expect(mark({ flagged: 8 })).toBe("Yes");
    expect(mark({ years: year(42, 12) })).toBe("Yes");
    expect(mark({ years: year(50, 15) })).toBe("No");
    expect(mark({ years: year(47, 15) })).toBe("Yes");
    expect(mark({ years: year(43, 10) })).toBe("No");
  });
});
