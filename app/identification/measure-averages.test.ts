import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAverages } from "~/schools/list-averages.server";
import { storePublishedAverages } from "./store-published-averages.server";
import { asService, closeResultsDatabase, openResultsDatabase } from "./results-database.fixture";

const measure = "ks2-l4-em";
const fileId = randomUUID();
let client: pg.Client;

beforeAll(async () => {
  const { url } = await openResultsDatabase();
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("UPDATE councils SET region = 'South Vale' WHERE code = '003'");
  await client.query(
    "INSERT INTO results_files (id, filename, checksum, size, state, uploaded_at) VALUES ($1, 'f', $2, 1, 'takenOver', now())",
    [fileId, "0".repeat(64)],
  );
});
afterAll(async () => {
  await client.end();
  await closeResultsDatabase();
});

const add = async (council: string, mainstream = true, predecessor: string | null = null) => {
  const id = randomUUID();
  await client.query(
    `INSERT INTO schools (id, laestab, name, council_code, phase, type, mainstream, predecessor_id)
     VALUES ($1, $2, 'Oak', $3, 'primary', 'CY', $4, $5)`,
    [id, `${council}2001`, council, mainstream, predecessor],
  );
  return id;
};
const publish = (id: string, year: number, value: string | null) =>
  client.query(
    `INSERT INTO results (school_id, measure, year, value, code, file_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (school_id, measure, year) DO UPDATE SET value = excluded.value, code = excluded.code`,
    [id, measure, year, value, value === null ? "SUPP" : null, fileId],
  );
const kept = async () => {
  const { rows } = await client.query<{ text: string }>(
    "SELECT concat_ws(' ', year, scope, nullif(code, ''), trim_scale(mean), schools) AS text FROM measure_averages ORDER BY 1",
  );
  return rows.map(({ text }) => text);
};

// Worked out plainly from what is stored, one school after the other.
async function expected() {
  const { rows } = await client.query<{
    id: string;
    council: string;
    region: string;
    main: boolean;
    before: string | null;
    year: number;
    value: string | null;
  }>(
    `SELECT s.id, s.council_code AS council, c.region, s.mainstream AS main, s.predecessor_id AS before, r.year::int AS year, trim_scale(r.value)::text AS value
       FROM results r JOIN schools s ON s.id = r.school_id JOIN councils c ON c.code = s.council_code WHERE r.measure = $1`,
    [measure],
  );
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    if (row.value === null || !row.main) continue;
    if (rows.some((own) => own.before === row.id && own.year === row.year && own.value !== null)) continue;
    for (const key of [
      `${row.year} council ${row.council}`,
      `${row.year} region ${row.region}`,
      `${row.year} national`,
    ])
      groups.set(key, [...(groups.get(key) ?? []), Number(row.value)]);
  }
  return [...groups]
    .map(([key, values]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return `${key} ${Number(mean.toFixed(8))} ${values.length}`;
    })
    .sort();
}

describe("the averages of a measure", () => {
  it("follow whatever changes results, schools and regions, so that they are never old", async () => {
    const schools: string[] = [];
    const step = fc.record({
      what: fc.constantFrom(
        "add",
        "publish",
        "publish",
        "publish",
        "withhold",
        "delete",
        "move",
        "type",
        "follow",
        "region",
      ),
      at: fc.nat({ max: 7 }),
      council: fc.constantFrom("001", "002", "003"),
      year: fc.constantFrom(2025, 2026),
      value: fc.integer({ min: 0, max: 100 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        for (const { what, at, council, year, value } of steps) {
          const id = schools[at % Math.max(1, schools.length)];
          if (what === "add" || id === undefined) schools.push(await add(council, value > 20));
          else if (what === "publish") await publish(id, year, String(value));
          else if (what === "withhold") await publish(id, year, null);
          else if (what === "delete")
            await client.query("DELETE FROM results WHERE school_id = $1 AND year = $2", [id, year]);
          else if (what === "move")
            await client.query("UPDATE schools SET council_code = $2 WHERE id = $1", [id, council]);
          else if (what === "type")
            await client.query("UPDATE schools SET mainstream = NOT mainstream WHERE id = $1", [id]);
          else if (what === "region")
            await client.query("UPDATE councils SET region = $2 WHERE code = $1", [
              council,
              value > 50 ? "North Vale" : "South Vale",
            ]);
          else schools.push(await add(council, true, id));
        }
        expect(await kept()).toEqual(await expected());
      }),
      { numRuns: 25 },
    );
  });

  it("follow a result that is moved to another year or measure: the old one has it no more", async () => {
    const id = await add("003");
    const ofYears = async () => (await kept()).filter((text) => /^202[12] /.test(text));
    await publish(id, 2021, "40");
    await client.query("UPDATE results SET year = 2022 WHERE school_id = $1", [id]);
    expect(await ofYears()).toEqual((await expected()).filter((text) => /^202[12] /.test(text)));
    expect(await ofYears()).toContain("2022 national 40 1");
    await client.query("UPDATE results SET measure = 'ks2-rwm-exp' WHERE school_id = $1", [id]);
    const { rows } = await client.query("SELECT DISTINCT measure FROM measure_averages WHERE year = 2022");
    expect(rows).toEqual([{ measure: "ks2-rwm-exp" }]);
    await client.query("DELETE FROM results WHERE school_id = $1", [id]);
    expect(await ofYears()).toEqual([]);
  });

  it("of two transactions at once miss nothing of each other", async () => {
    const [one, two] = [await add("001"), await add("001")];
    const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await client.query("BEGIN");
    await publish(one, 2024, "40");
    const second = other.query(
      "INSERT INTO results (school_id, measure, year, value, file_id) VALUES ($1, $2, 2024, 60, $3)",
      [two, measure, fileId],
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await client.query("COMMIT");
    await second;
    await other.end();
    expect((await kept()).filter((text) => text.startsWith("2024"))).toEqual(
      await expected().then((all) => all.filter((text) => text.startsWith("2024"))),
    );
    expect(await kept()).toContain("2024 national 50 2");
  });

  it("that the Department prints are those of state-funded schools, the last of its national rows", async () => {
    const row = (
      recordType: string,
      kind: "council" | "national",
      value: string,
      councilCode: string | null = null,
    ) => ({
      ...{ line: 9, kind, recordType, councilCode },
      results: [{ measure, year: 2019, value, code: null } as const],
    });
    const hidden = {
      ...row("3", "council", "0", "002"),
      results: [{ measure, year: 2019, value: null, code: "SUPP" } as const],
    };
    const totals = [row("5", "national", "64"), row("4", "national", "61"), row("3", "council", "58", "001"), hidden];
    await storePublishedAverages(client, { fileId, file: { totals } });
    await storePublishedAverages(client, { fileId, file: { totals } });
    const { rows } = await client.query<{ text: string }>(
      "SELECT concat_ws(' ', scope, nullif(code, ''), trim_scale(value)) AS text FROM published_averages WHERE year = 2019 ORDER BY 1",
    );
    expect(rows.map(({ text }) => text)).toEqual(["council 001 58", "national 64"]);
  });

  it("give way to what the Department prints, which goes with a file that is taken back", async () => {
    const id = await add("002");
    await publish(id, 2020, "50");
    await client.query(
      `INSERT INTO published_averages (measure, year, scope, code, value, file_id)
       VALUES ($1, 2020, 'council', '002', 61.25, $2), ($1, 2020, 'national', '', 63, $2)`,
      [measure, fileId],
    );
    const read = () => asService((tx) => listAverages(tx, { measure, years: [2020], councilCode: "002" }));
    expect((await read()).council[2020]).toEqual({ value: 61.3, printed: true, schools: 1 });
    expect((await read()).national[2020]).toMatchObject({ value: 63, printed: true });
    expect(Object.values((await read()).region)[0]).toMatchObject({ value: 50, printed: false });
    await client.query("UPDATE results_files SET state = 'discarded' WHERE id = $1", [fileId]);
    expect((await read()).council[2020]).toEqual({ value: 50, printed: false, schools: 1 });
  });
});
