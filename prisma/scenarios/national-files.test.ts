import { expect, it } from "vitest";
import { findProvision } from "~/identification/school-types";
import { readResultsFile, type ResultsFile } from "~/identification/read-results-file";
import { nationalFiles, nationalPrimaryFile, publishedFigure } from "./national-files";
import { listNationalSchools, nationalCouncils } from "./national-register";
import type { ResultsFileToUpload } from "./results-files";

const size = { councils: 20, primaries: 1_000, secondaries: 200 };
const schools = listNationalSchools(2026, size);
const councilCodes = new Set(nationalCouncils(size).map(({ code }) => code));

function read({ bytes, filename }: ResultsFileToUpload): ResultsFile {
  const outcome = readResultsFile({ bytes: Buffer.from(bytes), filename, councilCodes });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.slice(0, 3)));
  return outcome.file;
}

it("makes the same country at each call, with as many open state schools as asked, but for closures and mergers", () => {
  expect(listNationalSchools(2026, size)).toEqual(schools);
  const open = schools.filter(({ kind, closedOn }) => kind === "mainstream" && closedOn === null);
  expect(open.length).toBeGreaterThan(1_150);
  expect(open.length).toBeLessThanOrEqual(1_200);
  expect(new Set(schools.map(({ urn }) => urn)).size).toBe(schools.length);
  expect(schools.some(({ predecessors }) => predecessors.length === 2)).toBe(true);
  expect(schools.every(({ type }) => findProvision(type))).toBe(true);
});

it("writes ten years in the Department's layouts: a list of schools, and two tables of a hundred columns a year", () => {
  const [list, ...tables] = nationalFiles(schools, 2026);
  expect(list?.filename).toBe("schools_2026_national.csv");
  expect(tables.map(({ year }) => year)).toEqual([...Array(10).keys()].flatMap((at) => [2017 + at, 2017 + at]));
  for (const table of tables) {
    const rows = Buffer.from(table.bytes).toString().trimEnd().split("\r\n");
    expect(new Set(rows.map((row) => row.split(",").length))).toEqual(new Set([100]));
    const { layout, year, rows: schoolRows } = read(table);
    expect([layout.id, year]).toEqual([table.filename.startsWith("ks2") ? "ks2-2016" : "ks4-2010", table.year]);
    expect(schoolRows.length).toBeGreaterThan(table.filename.startsWith("ks2") ? 1_000 : 200);
  }
});

it("says the same of a school and year in every file that names them", () => {
  const [school] = schools.filter(({ from, to, pupils }) => from === 2017 && to === 2026 && pupils > 20);
  if (!school) throw new Error("No school has ten years of results.");
  const figureIn = (file: ResultsFileToUpload, year: number) =>
    read(file)
      .rows.find(({ urn }) => urn === String(school.urn))
      ?.results.find((result) => result.year === year)?.value;
  const published = Number.parseInt(publishedFigure(school, 2025), 10);
  const said = [2025, 2026].map((year) => figureIn(nationalPrimaryFile(schools, year), 2025));
  expect(said.map(Number)).toEqual([published, published]);
});
