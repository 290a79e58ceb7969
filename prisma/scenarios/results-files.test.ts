import { expect, it } from "vitest";
import { applyFloorRule } from "~/identification/apply-floor-rule";
import { readResultsFile, type ResultsFile } from "~/identification/read-results-file";
import { fictionalCouncils } from "./councils";
import { academyUrn, demonstrationFiles } from "./results-files";

const councilCodes = new Set(fictionalCouncils.map(({ code }) => code));

function read(index: 0 | 1): ResultsFile {
  const { bytes, filename } = demonstrationFiles(2026)[index];
  const outcome = readResultsFile({ bytes: Buffer.from(bytes), filename, councilCodes });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.slice(0, 3)));
  return outcome.file;
}

const flag = (file: ResultsFile) =>
  applyFloorRule(file.rows, {
    measure: "ks2-l4-em",
    floor: "55",
    years: [file.year],
    concernYears: [file.year - 3, file.year - 2, file.year - 1, file.year],
    gapPolicy: "break",
    minPublishedYears: 1,
    minPupils: 0,
    includeClosed: false,
  });

it("writes two files in the Department's layout, four years each, the same at each call", () => {
  expect([read(0).years, read(1).years]).toEqual([
    [2022, 2023, 2024, 2025],
    [2023, 2024, 2025, 2026],
  ]);
  expect(read(1).layout.id).toBe("ks2-2011");
  expect(demonstrationFiles(2026)).toEqual(demonstrationFiles(2026));
});

it("has 250 mainstream primaries in twelve councils, each with a few below the floor", () => {
  const { rows } = read(1);
  expect(rows.filter(({ mainstream, urn }) => mainstream && urn !== academyUrn)).toHaveLength(250);
  const { councils, flagged } = flag(read(1));
  expect(councils.map(({ flagged: count }) => count).every((count) => count >= 2)).toBe(true);
  expect([councils.length, flagged]).toEqual([12, 60]);
  expect(flag(read(0)).flagged).toBeGreaterThan(30);
});

it("has what a rule must tell apart: exactly at the floor, without a figure, closed, gone on as an academy", () => {
  const file = read(1);
  const verdicts = flag(file).verdicts;
  expect(verdicts.filter(({ margin, flagged }) => margin === "0" && !flagged).length).toBeGreaterThan(0);
  const codes = new Set(file.rows.flatMap(({ results }) => results.flatMap(({ code }) => code ?? [])));
  for (const code of ["SUPP", "IA", "LT11", "NE", "NEW"]) expect(codes).toContain(code);
  expect(file.rows.filter(({ open }) => !open)).toHaveLength(2);
  const academy = file.rows.find(({ urn }) => urn === academyUrn);
  expect(file.rows.filter(({ laestab }) => laestab === academy?.laestab)).toHaveLength(2);
});

it("has only numbers that no real school has", () => {
  for (const { urn } of read(1).rows) expect(Number(urn)).toBeGreaterThan(900_000);
});
