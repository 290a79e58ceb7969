import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councils } from "~prisma/reference/councils";
import { fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import type { Identified } from "./identify-stored.server";
import { linkRow, linksBytes } from "./links-file.fixture";
import { closeResultsDatabase, openResultsDatabase, storedResults } from "./results-database.fixture";

const root = path.resolve(import.meta.dirname, "../..");
const tsx = createRequire(import.meta.url).resolve("tsx/cli");
const real = path.resolve(root, "../shared/data");
const isThere = existsSync(real);
if (!isThere) console.warn(`Skipped: the command line on real files, because ../shared/data is not there`);

let folder: string;
beforeAll(async () => {
  await openResultsDatabase();
  folder = mkdtempSync(path.join(tmpdir(), "results-"));
});
afterAll(async () => {
  await closeResultsDatabase();
  rmSync(folder, { recursive: true });
});

type Answer = { code: number; out: string; err: string };
const run = (command: "import" | "identify", ...args: string[]): Promise<Answer> =>
  new Promise((resolve) =>
    execFile(
      process.execPath,
      [tsx, `app/identification/${command}.cli.ts`, ...args],
      { cwd: root, env: { ...process.env, INIT_CWD: folder }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    ),
  );
const identify = async (...args: string[]): Promise<Identified> => {
  const { code, out, err } = await run("identify", ...args, "--json");
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as Identified;
};
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

describe("the command line", { timeout: 120_000 }, () => {
  it("imports a file of links, and names what it did not use", async () => {
    writeFileSync(path.join(folder, "links.csv"), linksBytes([linkRow(1, 2), linkRow(3, 4, "Sixth Form Centre Link")]));
    expect(await run("import", "links.csv")).toEqual({
      code: 0,
      err: "",
      out: [
        "links.csv: Get Information About Schools links, 2 rows, 1 link.",
        "New links 0, known 0.",
        "1 link to schools that are not stored, passed over.",
        "1 row not used: Sixth Form Centre Link.\n",
      ].join("\n"),
    });
  });

  it("imports a file, says so, and does nothing the second time", async () => {
    write("first.csv", fictionalCsv([fictionalRow(1), fictionalRow(2, { PTENGMATX25: "SUPP", PTENGMATX24: "40%" })]));
    const { code, out } = await run("import", "first.csv", "--year", "2026");
    expect([code, out]).toEqual([
      0,
      "first.csv: Key stage 2 tables, 2011 to 2015, 2 schools.\nNew schools 2, new results 8, changed 0, unchanged 0.\n",
    ]);
    expect(await run("import", "first.csv")).toMatchObject({
      code: 0,
      out: "first.csv was taken over before. Nothing changed.\n",
    });
    expect(JSON.parse((await run("import", "first.csv", "--json")).out)).toMatchObject({ outcome: "known" });
  });

  it("refuses a damaged file with exit code 2, line, column and what was found, and stores nothing", async () => {
    const before = await storedResults();
    write("damaged.csv", fictionalCsv([fictionalRow(3), fictionalRow(4, { PTENGMATX26: "abc", PTENGMATX: "abc" })]));
    const { code, err } = await run("import", "damaged.csv");
    expect(code).toBe(2);
    expect(err).toContain("damaged.csv has 2 errors. Nothing was stored.\nLine 3, column PTENGMATX");
    expect(err).toContain("Found “abc”");
    expect(await storedResults()).toEqual(before);
    const told = await run("import", "damaged.csv", "--json");
    expect(told.code).toBe(2);
    expect(JSON.parse(told.out)).toMatchObject({
      outcome: "refused",
      errorCount: 2,
      errors: [
        { line: 3, column: "PTENGMATX", found: "abc" },
        { line: 3, column: "PTENGMATX26", found: "abc" },
      ],
    });
    expect(await storedResults()).toEqual(before);
  });

  it("tells details and numbers of pupils that change, and keeps what it shows to a terminal off the output", async () => {
    write("details.csv", fictionalCsv([fictionalRow(1, { SCHNAME: "Renamed School", TELIG: "31" })]));
    expect(await run("import", "details.csv")).toEqual({
      code: 0,
      out: [
        "details.csv: Key stage 2 tables, 2011 to 2015, 1 school.",
        "New schools 0, new results 0, changed 0, unchanged 3.",
        "Details of 1 school changed.",
        "Numbers of pupils changed for 1 result.\n",
      ].join("\n"),
      err: "",
    });
    write("back.csv", fictionalCsv([fictionalRow(1)]));
    expect(JSON.parse((await run("import", "back.csv", "--json")).out)).toMatchObject({
      outcome: "takenOver",
      summary: { changedSchools: 1, changedPupils: 1, newResults: 0, schools: 1 },
    });
  });

  it.each([
    ["import", []],
    ["import", ["absent.csv"]],
    ["import", ["first.csv", "--year", "26"]],
    ["import", ["first.csv", "--colour"]],
    ["import", ["first.csv", "--year", "2020"]],
    ["identify", ["--measure", "ks2", "--floor", "55", "--years", "2023-2026"]],
    ["identify", ["--measure", "ks2-l4-em", "--floor", "155", "--years", "2023-2026"]],
    ["identify", ["--measure", "ks2-l4-em", "--floor", "55", "--years", "2026-2023"]],
    ["identify", ["--measure", "ks2-l4-em", "--floor", "55", "--years", "2026", "--gaps", "bridge"]],
    ["identify", ["--measure", "ks2-l4-em", "--floor", "55", "--years", "2026", "--min-years", "2"]],
    ["identify", ["--measure", "ks2-l4-em", "--floor", "55", "--years", "2026", "--min-pupils", "few"]],
  ] as const)("%s %j: exit code 2 and a sentence", async (command, args) => {
    const { code, out, err } = await run(command, ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^\S.*\n/);
    expect(err).not.toContain("    at ");
  });

  it("identifies without storing, by the gap policy that was asked for", async () => {
    const rule = ["--measure", "ks2-l4-em", "--floor", "60.5", "--years", "2024-2026"];
    expect(await identify(...rule)).toEqual({
      eligible: 1,
      flagged: [
        {
          urn: "900001",
          laestab: "0012001",
          council: "001",
          name: "Fictional Primary School 1",
          values: { 2024: 60, 2025: 60, 2026: 60 },
        },
      ],
      gaps: [{ urn: "900002", laestab: "0012002", year: 2025, code: "SUPP" }],
      councils: [{ code: "001", name: "Ashmere", eligible: 1, flagged: 1, proportion: 1 }],
    });
    const skipping = await identify(...rule, "--gaps", "skip", "--min-years", "2");
    expect(skipping).toMatchObject({ eligible: 2, flagged: [{}, { values: { 2024: 40, 2026: 60 } }] });
    expect((await identify("--measure", "ks2-l4-em", "--floor", "60", "--years", "2026")).flagged).toEqual([]);
    expect(await identify(...rule, "--min-pupils", "30")).toMatchObject({ eligible: 1 });
    expect(await identify(...rule, "--min-pupils", "31")).toMatchObject({ eligible: 0, flagged: [] });
    write("closed.csv", fictionalCsv([fictionalRow(9, { ICLOSE: "1" })]));
    expect((await run("import", "closed.csv")).code).toBe(0);
    expect(await identify(...rule)).toMatchObject({ eligible: 1, flagged: [{ laestab: "0012001" }] });
    expect(await identify(...rule, "--include-closed")).toMatchObject({
      eligible: 2,
      flagged: [{ laestab: "0012001" }, { laestab: "0012009" }],
    });
  });
});

/** A second computation that shares nothing with the product's: the files alone, split with a pattern, plain numbers. */
function plainIdentify(
  file: "ks4" | "ks2",
  floor: number,
  years: number[],
  { skipWith, closedToo }: { skipWith?: number; closedToo?: boolean } = {},
) {
  const raw = readFileSync(path.join(real, file === "ks4" ? "ks4_2010_england.csv.gz" : "ks2_2012_318_dfe.csv"));
  const text = (file === "ks4" ? gunzipSync(raw) : raw).toString("latin1");
  const separator = file === "ks4" ? /\t/ : /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;
  const [header = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(separator).map((cell) => cell.replace(/^"|"$/g, "").trim()));
  const names =
    file === "ks4"
      ? {
          type: "SchoolType",
          record: "RecType",
          closed: "FlagClosed",
          la: "LACode",
          estab: "EstabCode",
          of: "P5ACinclEM",
        }
      : { type: "NFTYPE", record: "RECTYPE", closed: "ICLOSE", la: "LEA", estab: "ESTAB", of: "PTENGMATX" };
  const mainstream = ["CY", "FD", "VA", "VC", "AC", "ACC", "CTC", "F"];
  const flagged: string[] = [];
  const values: Record<string, Record<string, number>> = {};
  const gaps: string[] = [];
  const counts: Record<string, [number, number]> = {};
  for (const cells of rows) {
    const cell = (column: string) => cells[header.indexOf(column)] ?? "";
    if (
      cell(names.record) !== "1" ||
      !mainstream.includes(cell(names.type)) ||
      (!closedToo && cell(names.closed) === "1")
    )
      continue;
    const school = cell(names.la) + cell(names.estab).padStart(4, "0");
    const ownValues = years.map((year) => {
      const found = cell(`${names.of}${String(year).slice(2)}`);
      // Both files give hundredths of a percentage point at the most.
      if (/^[\d.]+%?$/.test(found))
        return Math.round(Number(found.replace("%", "")) * (file === "ks2" ? 10_000 : 100)) / 100;
      gaps.push(`${school} ${year} ${found}`);
      return null;
    });
    const published = ownValues.filter((value) => value !== null);
    const complete = skipWith === undefined ? published.length === years.length : published.length >= skipWith;
    if (!complete || ownValues.at(-1) === null) continue;
    const below = published.every((value) => Math.round(value * 100) < floor * 100);
    if (below) {
      flagged.push(school);
      values[school] = Object.fromEntries(
        years.flatMap((year, at) => (ownValues[at] === null ? [] : [[year, ownValues[at] ?? 0]])),
      );
    }
    const [eligible, low] = counts[cell(names.la)] ?? [0, 0];
    counts[cell(names.la)] = [eligible + 1, low + (below ? 1 : 0)];
  }
  return { flagged: flagged.sort(), values, gaps: gaps.sort(), counts };
}

describe.skipIf(!isThere)("the command line on real files", { timeout: 120_000 }, () => {
  it("imports both, knows the councils, and takes the spreadsheet for what it is", async () => {
    const files = ["ks4_2010_england.csv.gz", "ks2_2012_318_dfe.csv", "ks2_2012_318_dfe.xls"];
    const codes = [];
    for (const file of files) codes.push((await run("import", path.join(real, file))).code);
    expect(codes).toEqual([0, 0, 2]);
  });

  it.each([
    ["ks4", 30, [2010], {}],
    ["ks4", 30, [2010], { closedToo: true }],
    ["ks4", 30, [2007, 2008, 2009, 2010], {}],
    ["ks4", 45, [2008, 2009, 2010], { skipWith: 2 }],
    ["ks2", 92, [2009, 2010, 2011, 2012], {}],
    ["ks2", 85, [2009, 2010, 2011, 2012], { skipWith: 3, closedToo: true }],
  ] as const)(
    "agrees with a second computation: %s below %i in %j with %j",
    async (file, floor, years, choice: { skipWith?: number; closedToo?: boolean }) => {
      const measure = file === "ks4" ? "ks4-5ac-em" : "ks2-l4-em";
      const args = ["--measure", measure, "--floor", String(floor), "--years", `${years[0]}-${years.at(-1)}`];
      if (choice.skipWith) args.push("--gaps", "skip", "--min-years", String(choice.skipWith));
      if (choice.closedToo) args.push("--include-closed");
      const got = await identify(...args);
      const wanted = plainIdentify(file, floor, [...years], choice);
      expect(wanted.flagged.length).toBeGreaterThan(0);
      expect(got.flagged.map(({ laestab }) => laestab).sort()).toEqual(wanted.flagged);
      expect(Object.fromEntries(got.flagged.map(({ laestab, values }) => [laestab, values]))).toEqual(wanted.values);
      expect(got.gaps.map(({ laestab, year, code }) => `${laestab} ${year} ${code}`).sort()).toEqual(wanted.gaps);
      expect(
        Object.fromEntries(got.councils.map(({ code, eligible, flagged }) => [code, [eligible, flagged]])),
      ).toEqual(wanted.counts);
      expect(got.eligible).toBe(Object.values(wanted.counts).reduce((sum, [eligible]) => sum + eligible, 0));
      const nameOf = new Map(councils.map(({ code, name }) => [code, name]));
      expect(got.councils.every(({ code, name }) => nameOf.get(code) === name)).toBe(true);
    },
  );
});
