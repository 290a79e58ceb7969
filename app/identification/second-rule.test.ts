import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CreatedDatabase } from "~/platform/create-database";
import { createTestDatabase } from "~/platform/create-test-database";
import { closeDatabase } from "~/platform/db.server";
import { fullStrength, reached } from "~/platform/reached.fixture";
import { nationalPrimaryFile } from "~prisma/scenarios/national-files";
import { listNationalSchools, nationalCouncils, nationalSize } from "~prisma/scenarios/national-register";
import { addCouncils } from "~prisma/scenarios/programmes";
import { identifyStored } from "./identify-stored.server";
import { importResultsFile } from "./import-results-file.server";
import { applySecondRule, type SecondRule } from "./second-rule.fixture";

const LAST_YEAR = 2026;
// At full strength the whole country; otherwise as many schools as fit the time of `npm test`.
const size = fullStrength ? nationalSize : { councils: 24, primaries: 1_800, secondaries: 24 };
const directory = mkdtempSync(path.join(tmpdir(), "action-plans-second-rule-"));
const files: { path: string; year: number }[] = [];
let database: CreatedDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, SESSION_SECRET: "only for this test: 0123456789abcdef" });
  await addCouncils(nationalCouncils(size));
  const schools = listNationalSchools(LAST_YEAR, size);
  for (let year = LAST_YEAR - 9; year <= LAST_YEAR; year += 1) {
    const { filename, bytes } = nationalPrimaryFile(schools, year);
    const at = path.join(directory, filename);
    writeFileSync(at, bytes);
    files.push({ path: at, year });
    const imported = await importResultsFile({
      filename,
      bytes,
      expectedYear: year,
      now: new Date("2026-10-01T09:00:00Z"),
    });
    if (imported.outcome === "refused") throw new Error(JSON.stringify(imported.errors.slice(0, 3)));
  }
}, 600_000);

afterAll(async () => {
  await closeDatabase();
  await database.drop();
  rmSync(directory, { recursive: true });
});

const years = (from: number) => Array.from({ length: LAST_YEAR - from + 1 }, (_, at) => from + at);
const questions: Pick<SecondRule, "floor" | "years" | "gaps" | "minYears">[] = [
  { floor: 55, years: [LAST_YEAR], gaps: "break", minYears: 1 },
  { floor: 55, years: years(2023), gaps: "break", minYears: 4 },
  { floor: 60, years: years(2017), gaps: "break", minYears: 10 },
  { floor: 50, years: years(2020), gaps: "skip", minYears: 3 },
  { floor: 71, years: years(2025), gaps: "skip", minYears: 1 },
];

describe("the rule, written a second time from the files alone", () => {
  it.each(questions)(
    "agrees for every school and year below $floor in $years with $gaps",
    async (asked) => {
      const second = await applySecondRule(files, { ...asked, column: "PTRWM_EXP", stem: "PTRWM_EXP_" });
      const { eligible, flagged, gaps } = await identifyStored({
        measure: "ks2-rwm-exp",
        floor: String(asked.floor),
        years: asked.years,
        gapPolicy: asked.gaps,
        minPublishedYears: asked.minYears,
        minPupils: 0,
        includeClosed: false,
      });
      expect(flagged.map(({ urn }) => urn).sort()).toEqual(second.flagged);
      expect(eligible).toBe(second.eligible.length);
      expect(gaps.map(({ urn, year }) => `${urn} ${year}`).sort()).toEqual(second.gaps);
      expect(second.flagged.length).toBeGreaterThan(0);
      const question = `below ${asked.floor} in ${asked.years.length} years, gaps ${asked.gaps}`;
      reached(
        9,
        `${question}: the same ${eligible} eligible, ${flagged.length} flagged, ${gaps.length} years without a value`,
      );
    },
    120_000,
  );
});
