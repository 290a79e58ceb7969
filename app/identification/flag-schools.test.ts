import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { explainSchools, flagSchools } from "./flag-schools.server";
import { applyFloorRule } from "./apply-floor-rule";
import type { FloorRule } from "./floor-rule";
import { loadSchoolSeries } from "./load-school-series.server";
import { ruleParameters } from "./rule-tables";
import { closeResultsDatabase, openResultsDatabase } from "./results-database.fixture";

const measure = "ks2-l4-em";
const fileId = randomUUID();
let client: pg.Client;

beforeAll(async () => {
  const { url } = await openResultsDatabase();
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "INSERT INTO results_files (id, filename, checksum, size, uploaded_at) VALUES ($1, 'f', $2, 1, now())",
    [fileId, "0".repeat(64)],
  );
});
afterAll(async () => {
  await client.end();
  await closeResultsDatabase();
});

type Cell = { value: string | null; code: string | null; pupils: number | null } | null;
type Made = { cells: Cell[]; mainstream: boolean; open: boolean; council: string; follows: number | null };

const cell: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      value: fc.constantFrom("54", "54.9999", "55", "55.0001", "57", "9", "100", "0"),
      code: fc.constant(null),
      pupils: fc.option(fc.integer({ min: 0, max: 12 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      value: fc.constant(null),
      code: fc.constantFrom("SUPP", "NE", "NA", ""),
      pupils: fc.option(fc.integer({ min: 0, max: 12 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);
const made: fc.Arbitrary<Made> = fc.record({
  cells: fc.array(cell, { minLength: 4, maxLength: 4 }),
  mainstream: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  open: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  council: fc.constantFrom("001", "002"),
  // Any link at all, circles and two successors of one school among them.
  follows: fc.option(fc.nat({ max: 11 }), { freq: 2 }),
});
const rule: fc.Arbitrary<FloorRule> = fc
  .record({
    floor: fc.constantFrom("55", "54.9999", "0", "100"),
    from: fc.integer({ min: 2023, max: 2026 }),
    concernFrom: fc.option(fc.integer({ min: 2023, max: 2026 })),
    gapPolicy: fc.constantFrom("break" as const, "skip" as const),
    minPublishedYears: fc.integer({ min: 1, max: 4 }),
    minPupils: fc.constantFrom(0, 0, 5),
    includeClosed: fc.boolean(),
  })
  .map(({ from, concernFrom, ...rest }) => {
    const since = (first: number) => Array.from({ length: 2027 - first }, (_, at) => first + at);
    return { measure, years: since(from), ...(concernFrom && { concernYears: since(concernFrom) }), ...rest };
  });

async function store(schools: readonly Made[]): Promise<string[]> {
  await client.query("DELETE FROM results");
  await client.query("UPDATE schools SET predecessor_id = NULL");
  await client.query("DELETE FROM schools");
  const ids = schools.map(() => randomUUID());
  await client.query(
    `INSERT INTO schools (id, urn, laestab, name, council_code, phase, type, mainstream, open)
     SELECT id, (900000 + at)::text, council || (2000 + at), 'School ' || at, council, 'primary', 'CY', mainstream, open
       FROM unnest($1::uuid[], $2::text[], $3::bool[], $4::bool[]) WITH ORDINALITY AS s (id, council, mainstream, open, at)`,
    [ids, schools.map((s) => s.council), schools.map((s) => s.mainstream), schools.map((s) => s.open)],
  );
  const links = schools.flatMap(({ follows }, at) => {
    const before = follows === null ? undefined : ids[follows];
    return before && before !== ids[at] ? [[ids[at], before]] : [];
  });
  await client.query(
    "UPDATE schools s SET predecessor_id = l.before FROM unnest($1::uuid[], $2::uuid[]) AS l (id, before) WHERE s.id = l.id",
    [links.map(([id]) => id), links.map(([, before]) => before)],
  );
  const results = schools.flatMap(({ cells }, at) =>
    cells.flatMap((found, index) => (found ? [{ ...found, id: ids[at], year: 2023 + index }] : [])),
  );
  await client.query(
    `INSERT INTO results (school_id, measure, year, value, code, pupils, file_id)
     SELECT id, $6, year, value, code, pupils, $7
       FROM unnest($1::uuid[], $2::int[], $3::numeric[], $4::text[], $5::int[]) AS r (id, year, value, code, pupils)`,
    [
      results.map((r) => r.id),
      results.map((r) => r.year),
      results.map((r) => r.value),
      results.map((r) => r.code),
      results.map((r) => r.pupils),
      measure,
      fileId,
    ],
  );
  return ids;
}

/** What the two say of each school, by its id. */
async function both(asked: FloorRule): Promise<[Map<string, unknown>, Map<string, unknown>]> {
  return asActorInBulk(system("test"), async (bulk) => {
    const verdicts = await flagSchools(bulk, asked);
    const words = await explainSchools(
      bulk,
      asked,
      verdicts.map(({ schoolId }) => schoolId),
    );
    const years = [...new Set([...(asked.concernYears ?? []), ...asked.years])];
    const { verdicts: second } = applyFloorRule(await loadSchoolSeries(bulk, { measure, years }), asked);
    const inWindow = (kept: unknown) =>
      Object.fromEntries(Object.entries(kept as object).filter(([year]) => asked.years.includes(Number(year))));
    return [
      new Map(
        verdicts.map(({ schoolId, ...found }) => {
          const row = words.get(schoolId);
          return [
            schoolId,
            { ...found, sentence: row?.sentence, values: inWindow(row?.values), codes: inWindow(row?.codes) },
          ];
        }),
      ),
      new Map(
        second.map(({ school, reason, concernReason, ...found }) => {
          const { inScope, eligible, flagged, firstConcern, margin, boundary, values, codes } = found;
          const sentence = concernReason ?? reason;
          return [
            school.id,
            {
              councilCode: school.councilCode,
              inScope,
              eligible,
              flagged,
              firstConcern,
              margin,
              boundary,
              sentence,
              values,
              codes,
            },
          ];
        }),
      ),
    ];
  });
}

describe("the rule in SQL", () => {
  it("agrees with the rule in JavaScript for any schools, results, links and rule, to the word", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(made, { minLength: 1, maxLength: 12 }),
        fc.array(rule, { minLength: 3, maxLength: 3 }),
        async (schools, rules) => {
          await store(schools);
          for (const asked of rules) {
            const [sql, js] = await both(asked);
            expect(sql).toEqual(js);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it("agrees with the statement that the README gives to copy", async () => {
    const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
    const [, block = ""] = /```sql\n(\\set[\s\S]*?)```/.exec(readme) ?? [];
    const statement = block
      .replace(/^\\set.*\n/gm, "")
      .replace("SELECT urn, laestab", "SELECT school_id, urn, laestab");
    const sql = (asked: FloorRule) => {
      const { years, concernYears = years } = asked;
      const set: Record<string, string | number | boolean> = {
        ...{ floor: asked.floor, first: years[0] ?? 0, concern: concernYears[0] ?? 0, latest: years.at(-1) ?? 0 },
        ...{ skip: asked.gapPolicy === "skip", published: asked.minPublishedYears, pupils: asked.minPupils },
      };
      return Object.entries(set).reduce(
        (text, [name, value]) => text.replaceAll(new RegExp(`(?<!:):${name}\\b`, "g"), String(value)),
        statement.replaceAll(":'measure'", `'${measure}'`),
      );
    };
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 12 }), rule, async (schools, anyRule) => {
        // The statement leaves out circles, which have no end, and the choice to count closed schools.
        await store(
          schools.map((school, at) => ({
            ...school,
            follows: school.follows !== null && school.follows < at ? school.follows : null,
          })),
        );
        const asked = { ...anyRule, concernYears: anyRule.concernYears ?? anyRule.years, includeClosed: false };
        const { rows } = await client.query<{
          school_id: string;
          eligible: boolean;
          flagged: boolean;
          first_concern: boolean;
        }>(sql(asked));
        const own = await asActorInBulk(system("test"), (bulk) => flagSchools(bulk, asked));
        expect(new Map(rows.map((row) => [row.school_id, [row.eligible, row.flagged, row.first_concern]]))).toEqual(
          new Map(own.map((school) => [school.schoolId, [school.eligible, school.flagged, school.firstConcern]])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("refuses years that do not follow one another", () => {
    const asked = {
      measure,
      floor: "55",
      years: [2024, 2026],
      gapPolicy: "break",
      minPublishedYears: 1,
      minPupils: 0,
      includeClosed: false,
    } as const;
    expect(() => ruleParameters(asked)).toThrow("must follow one another");
  });
});
