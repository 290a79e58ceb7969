import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { explainSchools, flagSchools } from "./flag-schools.server";
import { applyFloorRule } from "./apply-floor-rule";
import type { FloorRule } from "./floor-rule";
import { loadSchoolSeries } from "./load-school-series.server";
import { closeResultsDatabase, openResultsDatabase } from "./results-database.fixture";

const measure = "ks2-l4-em";
const fileId = randomUUID();
const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
const [, examples = ""] = /### Three examples\n([\s\S]*?)### In SQL/.exec(readme) ?? [];
let client: pg.Client;

beforeAll(async () => {
  const { url } = await openResultsDatabase();
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "INSERT INTO results_files (id, filename, checksum, size, uploaded_at) VALUES ($1, 'f', $2, 1, now())",
    [fileId, "0".repeat(64)],
  );
  await store("Fennel Road", "900011", { 2026: "55" });
  await store("Tansy Lane", "900012", { 2026: "54.9999" });
  await store("Sorrel Green", "900013", { 2023: "48", 2024: "SUPP", 2025: "50", 2026: "47" });
  const before = await store("Yarrow School", "900001", { 2023: "49", 2024: "52", 2025: "60" });
  await store("Yarrow Academy", "950001", { 2024: "NEW", 2025: "53", 2026: "51" }, before);
});
afterAll(async () => {
  await client.end();
  await closeResultsDatabase();
});

async function store(name: string, urn: string, cells: Record<number, string>, predecessor: string | null = null) {
  const id = randomUUID();
  await client.query(
    `INSERT INTO schools (id, urn, laestab, name, council_code, phase, type, mainstream, predecessor_id)
     VALUES ($1, $2, '001' || right($2, 4), $3, '001', 'primary', 'CY', true, $4)`,
    [id, urn, name, predecessor],
  );
  for (const [year, cell] of Object.entries(cells)) {
    const value = /^\d/.test(cell) ? cell : null;
    await client.query(
      "INSERT INTO results (school_id, measure, year, value, code, file_id) VALUES ($1, $2, $3, $4, $5, $6)",
      [id, measure, year, value, value === null ? cell : null, fileId],
    );
  }
  return id;
}

type Said = { eligible: boolean; flagged: boolean; firstConcern: boolean; margin: string | null; boundary: boolean };

/** What the rule in SQL says of a school of the examples, which the rule in TypeScript must say too; null for none. */
async function judge(name: string, years: number, changes: Partial<FloorRule> = {}) {
  const concernYears = [2023, 2024, 2025, 2026];
  const rule: FloorRule = {
    ...{ measure, floor: "55", years: concernYears.slice(-years), concernYears, includeClosed: false },
    ...{ gapPolicy: "break", minPublishedYears: 1, minPupils: 0, ...changes },
  };
  return asActorInBulk(system("test"), async (bulk) => {
    const { rows } = await bulk.query<{ id: string }>("SELECT id FROM schools WHERE name = $1", [name]);
    const id = rows[0]?.id ?? "";
    const found = (await flagSchools(bulk, rule)).find(({ schoolId }) => schoolId === id);
    const series = await loadSchoolSeries(bulk, { measure, years: concernYears });
    const second = applyFloorRule(series, rule).verdicts.find(({ school }) => school.id === id);
    expect(found === undefined).toBe(second === undefined);
    if (!found || !second) return null;
    const sentence = (await explainSchools(bulk, rule, [id])).get(id)?.sentence;
    const told = ({ eligible, flagged, firstConcern, margin, boundary }: Said) => {
      return { eligible, flagged, firstConcern, margin, boundary };
    };
    expect(told(second)).toEqual(told(found));
    expect(second.concernReason ?? second.reason).toBe(sentence);
    return { ...told(found), sentence };
  });
}

const inReadme = (sentence: string) => {
  expect(examples).toContain(`"${sentence}"`);
  return sentence;
};

describe("the three examples of the README", () => {
  it("a boundary: exactly at the floor is not below it, a ten-thousandth of a point less is", async () => {
    expect(await judge("Fennel Road", 1)).toMatchObject({
      ...{ eligible: true, flagged: false, margin: "0", boundary: true },
      sentence: inReadme("At or above 55% in 2026: 55"),
    });
    expect(await judge("Tansy Lane", 1)).toMatchObject({
      ...{ eligible: true, flagged: true, margin: "-0.0001", boundary: true },
      sentence: inReadme("Below 55% in 2026: 54.9999"),
    });
  });

  it("a gap: it breaks the series, or is passed over where enough years are published", async () => {
    const skip = (minPublishedYears: number) => ({ gapPolicy: "skip", minPublishedYears }) as const;
    expect(await judge("Sorrel Green", 4)).toMatchObject({
      ...{ eligible: false, flagged: false },
      sentence: inReadme("Not eligible: no published result in 2024 (SUPP)"),
    });
    expect(await judge("Sorrel Green", 4, skip(3))).toMatchObject({
      ...{ eligible: true, flagged: true, margin: "-5" },
      sentence: inReadme("Below 55% in 2023, 2025 and 2026: 48, 50, 47. No published result in 2024 (SUPP)"),
    });
    expect(await judge("Sorrel Green", 4, skip(4))).toMatchObject({
      eligible: false,
      sentence: inReadme("Not eligible: 3 published results in 2023 to 2026, fewer than the 4 needed"),
    });
    // On one year it is flagged either way, and a first concern where three of the four years are enough.
    expect(await judge("Sorrel Green", 1)).toMatchObject({
      ...{ flagged: true, firstConcern: false },
      sentence: inReadme("Below 55% in 2026: 47"),
    });
    expect(await judge("Sorrel Green", 1, skip(3))).toMatchObject({ flagged: true, firstConcern: true });
  });

  it("a predecessor: its values fill the years without a value of the school's own, and it is not counted beside it", async () => {
    expect(await judge("Yarrow Academy", 1)).toMatchObject({
      ...{ flagged: true, firstConcern: true },
      sentence: inReadme("Below 55% in 2023, 2024, 2025 and 2026: 49, 52, 53, 51"),
    });
    expect(await judge("Yarrow School", 1)).toBeNull();
  });
});
