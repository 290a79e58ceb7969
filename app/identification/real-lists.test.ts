import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councils } from "~prisma/reference/councils";
import { importResultsFile } from "./import-results-file.server";
import { readSchoolList } from "./read-school-list";
import { asService, closeResultsDatabase, noon, openResultsDatabase } from "./results-database.fixture";

// Real lists of schools are too large for the repository. Where they stand beside it, they are read too.
const folder = path.resolve(import.meta.dirname, "../../../shared/data");
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: tests on real lists, because ${path.join("..", "shared", "data")} is not there`);

const bytesOf = (name: string) => readFileSync(path.join(folder, name));
const spine = "schools_2016_spine.csv.gz";
const academies = "gias_2015-11-14_academies.csv.gz";

function plainRows(name: string, encoding: string): Record<string, string>[] {
  const text = new TextDecoder(encoding).decode(gunzipSync(bytesOf(name)));
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

describe.skipIf(!isThere)("real lists of schools", () => {
  it("reads every row of the list of 2016, and counts its types as a plain reading does", () => {
    const outcome = readSchoolList({ bytes: bytesOf(spine), filename: spine });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.slice(0, 5)));
    const { rows, ignored, listedOn, listedOnIsEarliest } = outcome.list;
    expect({ rows: rows.length, ignored, listedOn, listedOnIsEarliest }).toEqual({
      rows: 25_854,
      ignored: [],
      listedOn: "2016-11-11",
      listedOnIsEarliest: true,
    });
    const plain = plainRows(spine, "utf-8");
    const maintained = plain.filter(({ MINORGROUP }) => MINORGROUP === "Maintained School").length;
    const academy = plain.filter(
      ({ MINORGROUP, NFTYPE = "" }) => MINORGROUP === "Academy" && !/special|16-19/i.test(NFTYPE),
    ).length;
    expect(rows.filter(({ mainstream }) => mainstream)).toHaveLength(maintained + academy);
    for (const [at, row] of rows.entries()) {
      const source = plain[at] ?? {};
      expect([row.urn, row.laestab, row.openedOn ?? "", row.closedOn ?? ""]).toEqual([
        source.URN,
        source.LAESTAB,
        (source.OPENDATE ?? "").trim().replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
        (source.CLOSEDATE ?? "").trim().replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
      ]);
    }
  });

  it("reads every row of the extract of academies", () => {
    const outcome = readSchoolList({ bytes: bytesOf(academies), filename: academies });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.slice(0, 5)));
    const { rows, listedOn, encoding } = outcome.list;
    expect({ rows: rows.length, listedOn, encoding }).toEqual({
      rows: 5407,
      listedOn: "2015-11-14",
      encoding: "windows-1252",
    });
    expect(rows.every(({ openedOn, open }) => openedOn !== null && open)).toBe(true);
    expect(rows.map(({ name }) => name)).toEqual(
      plainRows(academies, "windows-1252").map((row) => (row.EstablishmentName ?? "").trim().replace(/\s+/g, " ")),
    );
  });
});

describe.skipIf(!isThere)("real lists of schools in the database", () => {
  beforeAll(async () => {
    await openResultsDatabase();
    await asService((tx) => tx.council.createMany({ data: [...councils], skipDuplicates: true }));
  });
  afterAll(closeResultsDatabase);

  const take = (filename: string, change: (bytes: Buffer) => Uint8Array = (bytes) => bytes) =>
    importResultsFile({ filename, bytes: change(bytesOf(filename)), expectedYear: null, now: noon });

  it(
    "take the whole list, its links, an older part of it for what it adds, and the same again for no change",
    { timeout: 120_000 },
    async () => {
      expect(await take(spine)).toMatchObject({
        outcome: "takenOver",
        summary: { newSchools: 25_854, links: 1595, linksToChoose: 6, linksUnknown: 78, lacking: 0 },
      });
      expect(await asService((tx) => tx.school.count({ where: { predecessorId: { not: null } } }))).toBe(1595);
      // A partial list a year older: it tells when academies opened, and closes nothing.
      expect(await take(academies)).toMatchObject({
        summary: { newSchools: 78, changedSchools: 4409, closing: 0, opening: 0, links: 0 },
      });
      const before = await asService(
        (tx) => tx.$queryRaw`SELECT md5(string_agg(s::text, '' ORDER BY id)) FROM schools s`,
      );
      expect(await take(spine, (bytes) => gunzipSync(bytes))).toMatchObject({
        summary: { newSchools: 0, changedSchools: 0, unchangedSchools: 25_854, links: 0, lacking: 78 },
      });
      expect(
        await asService((tx) => tx.$queryRaw`SELECT md5(string_agg(s::text, '' ORDER BY id)) FROM schools s`),
      ).toEqual(before);
    },
  );
});
