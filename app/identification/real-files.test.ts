import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { councils } from "~prisma/reference/councils";
import { applyFloorRule } from "./apply-floor-rule";
import type { GapPolicy } from "./floor-rule";
import type { MeasureId } from "./measures";
import { readResultsFile } from "./read-results-file";

/** Real published files are not part of the project. Where a copy lies beside it, the reader is held against it. */
const folder = path.resolve(import.meta.dirname, "../../../shared/data");
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: tests on real files, because ${path.join("..", "shared", "data")} is not there`);

const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));

/** Each file is read once in either way, however many questions are asked of it. */
function once<Answer>(make: (name: string) => Answer): (name: string) => Answer {
  const made = new Map<string, Answer>();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name) as Answer;
  };
}

const read = once((name) => {
  const outcome = readResultsFile({ bytes: bytesOf(name), filename: name });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.slice(0, 5)));
  return outcome.file;
});

/** A second reading that shares nothing with the product's: one line, one row, split with a pattern. */
const plainRows = once((name: string): Record<string, string>[] => {
  const separator = name.startsWith("ks4") ? "\t" : ",";
  const raw = readFileSync(path.join(folder, name));
  const text = (name.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8").replace(/^\ufeff/, "");
  const split = (line: string) =>
    separator === "\t"
      ? line.split("\t")
      : [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => (match[1] ?? "").replace(/^"|"$/g, ""));
  const [first = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const header = split(first);
  return lines.map((line) => {
    const cells = split(line);
    return Object.fromEntries(header.map((column, index) => [column, (cells[index] ?? "").trim()]));
  });
});

interface PlainFile {
  name: string;
  measure: MeasureId;
  columns: Record<number, string>;
  /** Whether a row is an open, state-funded, mainstream school. */
  isInScope: (row: Record<string, string>, includeClosed: boolean) => boolean;
  laestab: (row: Record<string, string>) => string;
  /** A percentage in hundredths, by plain arithmetic. */
  toNumber: (cell: string) => number;
}

const stateTypes = ["AC", "ACC", "CTC", "CY", "FD", "VA", "VC"];

const primary: PlainFile = {
  name: "ks2_2012_318_dfe.csv",
  measure: "ks2-l4-em",
  columns: { 2009: "PTENGMATX09", 2010: "PTENGMATX10", 2011: "PTENGMATX11", 2012: "PTENGMATX12" },
  isInScope: (row, closed) =>
    row.RECTYPE === "1" && stateTypes.includes(row.NFTYPE ?? "") && (closed || row.ICLOSE !== "1"),
  laestab: (row) => `${row.LEA}${row.ESTAB}`,
  toNumber: (cell) => Math.round(Number(cell) * 10_000),
};

const secondary: PlainFile = {
  name: "ks4_2010_england.csv.gz",
  measure: "ks4-5ac-em",
  columns: { 2007: "P5ACinclEM07", 2008: "P5ACinclEM08", 2009: "P5ACinclEM09", 2010: "P5ACinclEM10" },
  isInScope: (row, closed) =>
    row.RecType === "1" && stateTypes.includes(row.SchoolType ?? "") && (closed || row.FlagClosed !== "1"),
  laestab: (row) => `${row.LACode}${row.EstabCode}`,
  toNumber: (cell) => Math.round(Number(cell.replace("%", "")) * 100),
};

interface Question {
  floor: number;
  years: number[];
  gapPolicy: GapPolicy;
  minPublishedYears: number;
  includeClosed: boolean;
}

function answerPlainly(file: PlainFile, { floor, years, gapPolicy, minPublishedYears, includeClosed }: Question) {
  const flagged: { laestab: string; values: Record<string, number> }[] = [];
  const gaps: string[] = [];
  const shares = new Map<string, [number, number]>();
  let eligible = 0;
  for (const row of plainRows(file.name).filter((row) => file.isInScope(row, includeClosed))) {
    const laestab = file.laestab(row);
    const cells = years.map((year) => ({ year, cell: row[file.columns[year] ?? ""] ?? "" }));
    const published = cells.filter(({ cell }) => /^[0-9]/.test(cell));
    for (const { year, cell } of cells) if (!/^[0-9]/.test(cell)) gaps.push(`${laestab} ${year} ${cell}`);
    const hasLatest = /^[0-9]/.test(cells.at(-1)?.cell ?? "");
    if (gapPolicy === "break" ? published.length < years.length : !hasLatest || published.length < minPublishedYears)
      continue;
    eligible += 1;
    const share = shares.get(laestab.slice(0, 3)) ?? [0, 0];
    shares.set(laestab.slice(0, 3), share);
    share[1] += 1;
    if (published.some(({ cell }) => file.toNumber(cell) >= floor * 100)) continue;
    share[0] += 1;
    flagged.push({
      laestab,
      values: Object.fromEntries(published.map(({ year, cell }) => [year, file.toNumber(cell) / 100])),
    });
  }
  const order = [...shares].sort(
    ([a, [af, ae]], [b, [bf, be]]) => bf / be - af / ae || bf - af || Number(a) - Number(b),
  );
  return {
    eligible,
    flagged,
    gaps: gaps.sort(),
    councils: order.map(([code, [below, all]]) => `${code} ${below}/${all}`),
  };
}

function answer(file: PlainFile, { floor, ...question }: Question) {
  const rule = { measure: file.measure, floor: String(floor), minPupils: 0, ...question };
  const outcome = applyFloorRule(read(file.name).rows, rule);
  return {
    eligible: outcome.eligible,
    flagged: outcome.verdicts
      .filter((verdict) => verdict.flagged)
      .map(({ school, values }) => ({
        laestab: school.laestab,
        values: Object.fromEntries(Object.entries(values).map(([year, value]) => [year, Number(value)])),
      })),
    gaps: outcome.gaps.map(({ laestab, year, code }) => `${laestab} ${year} ${code}`).sort(),
    councils: outcome.councils.map(({ code, flagged, eligible }) => `${code} ${flagged}/${eligible}`),
  };
}

describe.skipIf(!isThere)("real files", () => {
  const questions = (years: number[]): Question[] =>
    [30, 55, 80].flatMap((floor) =>
      [years, years.slice(-1), years.slice(1)].flatMap((window) =>
        [false, true].flatMap((includeClosed) => [
          { floor, years: window, gapPolicy: "break" as const, minPublishedYears: 1, includeClosed },
          {
            floor,
            years: window,
            gapPolicy: "skip" as const,
            minPublishedYears: Math.min(3, window.length),
            includeClosed,
          },
        ]),
      ),
    );

  it.each(questions([2009, 2010, 2011, 2012]))("primary 2012 agrees with a plain computation: %j", (question) => {
    expect(answer(primary, question)).toEqual(answerPlainly(primary, question));
  });

  it.each(questions([2007, 2008, 2009, 2010]))("secondary 2010 agrees with a plain computation: %j", (question) => {
    expect(answer(secondary, question)).toEqual(answerPlainly(secondary, question));
  });

  it("asks questions that have answers", () => {
    const [question] = questions([2007, 2008, 2009, 2010]);
    expect(question && answer(secondary, question)).toMatchObject({ eligible: 2779, flagged: { length: 30 } });
  });

  it.each([
    ["ks2_2012_318_dfe.csv", { layout: "ks2-2011", year: 2012, rows: 37, totals: 3, ignored: 3, separator: "," }],
    ["ks2_2011_london.csv", { layout: "ks2-list", year: 2011, rows: 2275, totals: 0, ignored: 137, separator: "," }],
    [
      "ks2_2016-2017_850_dfe.csv.gz",
      { layout: "ks2-2016", year: 2017, rows: 328, totals: 3, ignored: 3, separator: "," },
    ],
    [
      "ks4_2010_england.csv.gz",
      { layout: "ks4-2010", year: 2010, rows: 5178, totals: 154, ignored: 154, separator: "\t" },
    ],
  ])("reads every row of %s, and every cell of a measure as the file has it", (name, expected) => {
    const file = read(name);
    const ignored = file.ignored.reduce((sum, { count }) => sum + count, 0);
    const { layout, year, rows, totals, separator } = file;
    expect({ layout: layout.id, year, rows: rows.length, totals: totals.length, ignored, separator }).toEqual(expected);
    const plain = plainRows(name);
    expect(plain).toHaveLength(rows.length + ignored);
    for (const row of rows) {
      const source = plain[row.line - 2] ?? {};
      expect(row.name).toBe((source.SCHNAME ?? source.SchoolName ?? "").replace(/\s+/g, " "));
      for (const { measure, year, value, code } of row.results) {
        const suffix = String(year).slice(2);
        const cells = [`PTENGMATX${suffix}`, `PTRWM_EXP_${suffix}`, `P5ACinclEM${suffix}`, "PTENGMATX", "PTRWM_EXP"];
        if (measure === "ks2-l4-rwm") cells.splice(0, cells.length, "PTREADWRITTAMATX");
        const cell = cells.map((column) => source[column]).find((text) => text !== undefined) ?? "";
        const plainValue = cell.replace("%", "");
        const shown = expected.layout === "ks2-2011" && value !== null ? String(Number(value) / 100) : (value ?? code);
        expect(shown).toBe(plainValue);
      }
    }
  });

  it("reads codes as codes: no 0 that the file does not print", () => {
    const zeros = read("ks4_2010_england.csv.gz").rows.flatMap(({ results }) =>
      results.filter(({ value }) => value === "0"),
    );
    const printed = plainRows("ks4_2010_england.csv.gz")
      .filter((row) => row.RecType === "1" || row.RecType === "2")
      .flatMap((row) => Object.values(secondary.columns).filter((column) => row[column] === "0%"));
    expect(zeros).toHaveLength(printed.length);
  });

  it.each([
    ["ks2_2012_318_dfe.xls", /^This is a spreadsheet/],
    ["schools_2016_spine.csv.gz", /^The file has no column/],
    ["gias_2015-11-14_academies.csv.gz", /^The file has no column/],
    ["counties_unitaries_2022_buc.geojson", /no columns of a results table/],
  ])("says what is wrong with %s", (name, message) => {
    const outcome = readResultsFile({ bytes: bytesOf(name), filename: name });
    expect(outcome).toMatchObject({ ok: false, errors: [{ message }] });
  });

  it("refuses the file of another year", () => {
    for (const name of ["ks2_2016-2017_850_dfe.csv.gz", "ks4_2010_england.csv.gz", "ks2_2012_318_dfe.csv"]) {
      const outcome = readResultsFile({ bytes: bytesOf(name), filename: name, year: 2016 });
      expect(outcome).toMatchObject({ ok: false, errors: [{ line: 1, message: /not 2016/ }] });
    }
  });

  it("has the councils of the published list, their regions without its letters", () => {
    const rows = plainRows("la_region_codes_2016.csv");
    expect(councils.map(({ code, name }) => `${code} ${name}`).sort()).toEqual(
      rows.map((row) => `${row.LEA} ${row["LA Name"]}`).sort(),
    );
    for (const { code, region } of councils) {
      const published = rows.find((row) => row.LEA === code)?.["REGION NAME"] ?? "";
      expect(region === "Yorkshire and The Humber" ? "Yorkshire" : region).toBe(
        /York/.test(published) ? "Yorkshire" : published.replace(/^London .*/, "London").replace(/ [A-D]$/, ""),
      );
    }
  });
});
