import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fictionalRow } from "~/identification/fictional-results.fixture";
import { closeResultsDatabase, noon, openResultsDatabase, uploadRows } from "~/identification/results-database.fixture";
import { applyResultsFile } from "~/identification/apply-results-file.server";
import { takeOverResultsFile } from "~/identification/take-over-results-file.server";
import type { Actor, PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { bandEdges } from "./bands";
import { countStatistics } from "./count-statistics.server";
import { getOwnFigures } from "./get-own-figures.server";
import { getStatistics } from "./get-statistics.server";
import { fillCountry, officerOf, publishedRun, regions } from "./statistics.fixture";

let client: pg.Client;
let admin: PersonActor;
let programmeId: string;
let runId: string;

beforeAll(async () => {
  const opened = await openResultsDatabase();
  admin = opened.admin;
  client = new pg.Client({ connectionString: opened.url });
  await client.connect();
  await fillCountry(client);
  ({ programmeId, runId } = await publishedRun(client, { ruleYears: 2, publishedAt: noon }));
  await countStatistics({ runId, now: noon });
});
afterAll(async () => {
  await client.end();
  await closeResultsDatabase();
});

const lines = async (sql: string, values: unknown[] = []) =>
  (await client.query<{ line: string }>(sql, values)).rows.map(({ line }) => line);
const counted = (run: string) =>
  lines(
    "SELECT concat_ws(' ', council_code, cell, year, trim_scale(value)) AS line FROM statistics_counts WHERE run_id = $1 ORDER BY 1",
    [run],
  );
const shownOf = (run: string) =>
  lines(
    "SELECT concat_ws(' ', council_code, scope, cell, year, value) AS line FROM statistics_shown WHERE run_id = $1 ORDER BY 1",
    [run],
  );

type Stored = { id: string; council: string; main: boolean; before: string | null; year: number; value: number | null };
type Judged = { council: string; flagged: boolean; values: { values: Record<string, string> } };

/** The same counts, one school after the other. */
async function countPlainly(): Promise<string[]> {
  const { rows: results } = await client.query<Stored>(
    `SELECT s.id, s.council_code AS council, s.mainstream AS main, s.predecessor_id AS before, r.year::int AS year, r.value::float8 AS value
       FROM results r JOIN schools s ON s.id = r.school_id`,
  );
  const { rows: judged } = await client.query<Judged>(
    `SELECT council_code AS council, flagged, "values" FROM run_schools WHERE run_id = $1 AND eligible`,
    [runId],
  );
  const cells = new Map<string, number>();
  const add = (council: string, cell: string, year: number, value: number) =>
    cells.set(`${council} ${cell} ${year}`, (cells.get(`${council} ${cell} ${year}`) ?? 0) + value);
  for (const { id, council, main, year, value } of results) {
    const continued = results.some((other) => other.before === id && other.year === year && other.value !== null);
    if (!main || value === null || continued) continue;
    add(council, "schools", year, 1);
    add(council, "below", year, value < 55 ? 1 : 0);
    add(council, "points", year, value);
  }
  for (const { council, flagged, values } of judged) {
    const value = Number(values.values["2026"]);
    add(council, "eligible", 2026, 1);
    add(council, "flagged", 2026, flagged ? 1 : 0);
    add(council, "alsoBelow", 2026, !flagged && value < 55 ? 1 : 0);
    add(council, `band${bandEdges(55).filter((edge) => value >= edge).length}`, 2026, 1);
  }
  return [...cells].map(([key, value]) => `${key} ${Math.round(value * 10_000) / 10_000}`).sort();
}

describe("the counts of a published run", () => {
  it("are those of a plain count, school by school", async () => {
    const found = await counted(runId);
    expect(found.length).toBeGreaterThan(200);
    expect([...found].sort()).toEqual(await countPlainly());
  });

  it("have the means that stand beside a school's results", async () => {
    const found = await lines(
      `SELECT a.code AS line FROM measure_averages a
         JOIN statistics_counts p ON p.cell = 'points' AND p.council_code = a.code AND p.year = a.year
         JOIN statistics_counts n ON n.cell = 'schools' AND n.council_code = a.code AND n.year = a.year
        WHERE a.scope = 'council' AND (abs(a.mean - p.value / n.value) > 0.000001 OR a.schools <> n.value)`,
    );
    expect(found).toEqual([]);
  });

  it("are the same when they are counted again, and so is what is shown of them", async () => {
    const before = [await counted(runId), await shownOf(runId)];
    await countStatistics({ runId, now: noon });
    expect([await counted(runId), await shownOf(runId)]).toEqual(before);
  });

  const countedAt = () => lines("SELECT DISTINCT counted_at::text AS line FROM statistics_counts");
  const hourly = async (hour: number) => {
    await countStatistics({ now: new Date(noon.getTime() + hour * 3_600_000) });
    return countedAt();
  };

  it("are counted again by the hourly job once a file is stored, though it ran since the file was taken over", async () => {
    const first = await countedAt();
    const fileId = await uploadRows({ admin, rows: [fictionalRow(701)] });
    await takeOverResultsFile({ actor: admin, fileId, now: noon });
    expect(await hourly(1)).toEqual(first);
    await applyResultsFile({ fileId });
    const second = await hourly(2);
    expect(second).not.toEqual(first);
    expect([...(await counted(runId))].sort()).toEqual(await countPlainly());
    expect(await hourly(3)).toEqual(second);
  });

  it("are counted again by the hourly job once a school continues another", async () => {
    const before = await counted(runId);
    await client.query(`UPDATE schools SET predecessor_id = (SELECT id FROM schools WHERE laestab = '0012003')
      WHERE laestab = '0012004'`);
    await hourly(4);
    expect(await counted(runId)).not.toEqual(before);
    expect([...(await counted(runId))].sort()).toEqual(await countPlainly());
  });

  it("are shown to councils of the newest published run alone, whichever is counted last", async () => {
    const { runId: later } = await publishedRun(client, {
      ruleYears: 1,
      publishedAt: new Date(noon.getTime() + 86_400_000),
      programme: programmeId,
    });
    await countStatistics({ runId: later, now: noon });
    await countStatistics({ runId, now: noon });
    expect(await shownOf(runId)).toEqual([]);
    expect((await shownOf(later)).length).toBeGreaterThan(500);
    expect((await getStatistics({ actor: admin, programmeId, runId: null })).run.number).toBe(2);
    expect((await getStatistics({ actor: admin, programmeId, runId })).run.number).toBe(1);
  });
});

describe("what the Department reads", () => {
  it("is every council, its region and England, with nothing left out", async () => {
    const { england, regions: areas, councils } = await getStatistics({ actor: admin, programmeId, runId });
    expect(councils.map(({ code }) => code)).toEqual(Object.values(regions).flat().sort());
    expect(areas.map(({ name }) => name)).toEqual(["Far Coast", "North Vale", "Two Moors"]);
    const total = (of: { flagged: number | null }[]) => of.reduce((sum, { flagged }) => sum + (flagged ?? 0), 0);
    expect(england?.flagged).toBe(total(councils));
    expect(england?.flagged).toBe(total(areas));
    expect(england?.years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  });
});

/** The rows that somebody may read of a table, by whose and of what. */
const readable = (actor: Actor) =>
  asActor(
    actor,
    (tx) => tx.$queryRaw<{ council: string; scope: string }[]>`
      SELECT DISTINCT council_code AS council, scope FROM statistics_shown ORDER BY 1, 2`,
  );
const countsReadBy = (actor: Actor) => asActor(actor, (tx) => tx.statisticsCount.count());

describe("what a council reads", () => {
  it("is its own row, its region and England, and no count that was not suppressed", async () => {
    expect(await readable(officerOf("001"))).toEqual(
      ["council", "national", "region"].map((scope) => ({ council: "001", scope })),
    );
    expect(await countsReadBy(officerOf("001"))).toBe(0);
    expect(await countsReadBy(admin)).toBeGreaterThan(0);
    const found = await getOwnFigures({ actor: officerOf("001"), programmeId, council: null });
    expect(found.areas.map(({ name }) => name)).toEqual(["Ashmere", "North Vale", "England"]);
    expect(found.areas[1]?.eligible).toBeGreaterThan(100);
    expect(found.areas[1]?.flagged).toBeGreaterThan(5);
  });

  it("is England beside its own where the region has two councils", async () => {
    const { areas } = await getOwnFigures({ actor: officerOf("011"), programmeId, council: null });
    const [own, region, england] = areas;
    expect(own?.eligible).toBeGreaterThan(10);
    expect([region?.eligible, region?.flagged, ...(region?.bands ?? [])].every((figure) => figure === null)).toBe(true);
    expect(region?.years.every(({ schools, below, mean }) => schools === null && below === null && mean === null)).toBe(
      true,
    );
    expect(england?.flagged).toBeGreaterThan(20);
  });

  it("has no region and no England for somebody who works for several councils", async () => {
    const actor = officerOf("001", "002");
    expect(await readable(actor)).toEqual(["001", "002"].map((council) => ({ council, scope: "council" })));
    const { areas, councils } = await getOwnFigures({ actor, programmeId, council: "002" });
    expect(areas.map(({ code }) => code)).toEqual(["002"]);
    expect(councils.map(({ code }) => code)).toEqual(["001", "002"]);
  });

  it("is not there of another council, nor of a programme that is not published", async () => {
    const asked = { actor: officerOf("001"), programmeId, council: "002" };
    await expect(getOwnFigures(asked)).rejects.toMatchObject({ status: 404 });
    await client.query("UPDATE programmes SET state = 'draft' WHERE id = $1", [programmeId]);
    await expect(getOwnFigures({ ...asked, council: null })).rejects.toMatchObject({ status: 404 });
    await client.query("UPDATE programmes SET state = 'published' WHERE id = $1", [programmeId]);
  });

  it("is nothing for heads and advisers", async () => {
    for (const role of ["headteacher", "adviser"] as const) {
      const guest = { ...officerOf(), roles: [{ role, councilCode: "001", schoolId: null }] };
      await expect(readable(guest)).rejects.toThrow(/permission denied/);
      await expect(countsReadBy(guest)).rejects.toThrow();
    }
  });
});
