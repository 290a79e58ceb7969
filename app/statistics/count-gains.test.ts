import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeResultsDatabase, openResultsDatabase } from "~/identification/results-database.fixture";
import type { Actor } from "~/platform/actor";
import { asActor, asActorInBulk } from "~/platform/db.server";
import { type ComparableGains, NEAR } from "./comparable-gains";
import { countComparableGains } from "./count-gains.server";
import { listComparableGains } from "./list-comparable-gains.server";
import { fillCountry, measure, officerOf } from "./statistics.fixture";

let client: pg.Client;
beforeAll(async () => {
  const opened = await openResultsDatabase();
  client = new pg.Client({ connectionString: opened.url });
  await client.connect();
  await fillCountry(client);
  await countComparableGains();
});
afterAll(async () => {
  await client.end();
  await closeResultsDatabase();
});

type Stored = { id: string; council: string; before: string | null; year: number; value: number };

const storedGains = async () =>
  (
    await client.query<ComparableGains>(
      `SELECT start::int, span::int, schools, half::int, most::int, first_year::int AS "firstYear", last_year::int AS "lastYear"
         FROM comparable_gains ORDER BY start, span`,
    )
  ).rows;

// As the database rounds: halves away from nought. Values have two decimals here.
const roundAway = (value: number) => Math.sign(value) * Math.round(Math.round(Math.abs(value) * 100) / 100) + 0;

/** The same, one start after the other. */
async function countPlainly(): Promise<ComparableGains[]> {
  const { rows } = await client.query<Stored>(
    `SELECT s.id, s.council_code AS council, s.predecessor_id AS before, r.year::int AS year, r.value::float8 AS value
       FROM results r JOIN schools s ON s.id = r.school_id WHERE s.mainstream AND r.value IS NOT NULL AND r.measure = '${measure}'`,
  );
  const counted = rows.filter(({ id, year }) => !rows.some((other) => other.before === id && other.year === year));
  const all = counted.flatMap((from) =>
    counted
      .filter((to) => to.id === from.id && to.year > from.year)
      .map((to) => ({ ...from, to: to.year, gain: roundAway(to.value - from.value), near: Math.round(from.value) })),
  );
  const found: ComparableGains[] = [];
  for (let start = 0; start <= 100; start += 1)
    for (const span of [1, 2, 3]) {
      const pairs = all.filter(({ year, to, near }) => to === year + span && Math.abs(near - start) <= NEAR);
      const schools = new Map(pairs.map(({ id, council }) => [id, council]));
      const councils = [...schools.values()];
      const largest = Math.max(0, ...councils.map((code) => councils.filter((other) => other === code).length));
      if (schools.size < 20 || schools.size - largest < 10) continue;
      const gains = pairs.map(({ gain }) => gain).sort((a, b) => a - b);
      const reaching = (share: number) => gains[Math.ceil(gains.length * share - 1e-9) - 1] ?? NaN;
      found.push({
        ...{ start, span, schools: schools.size, half: reaching(0.5), most: reaching(0.9) },
        firstYear: Math.min(...pairs.map(({ year }) => year)),
        lastYear: Math.max(...pairs.map(({ to }) => to)),
      });
    }
  return found;
}

describe("what comparable schools gained", () => {
  it("is what a plain count finds, start by start and year by year", async () => {
    const found = await storedGains();
    expect(found.length).toBeGreaterThan(60);
    expect(found).toEqual(await countPlainly());
  });

  it("is kept only of 20 schools or more, 10 of them outside the council that has most", async () => {
    await client.query("BEGIN");
    // All but 9 of the schools lie in one council now: what the others gained is not told.
    await client.query(
      `UPDATE schools SET council_code = '001' WHERE id NOT IN (SELECT id FROM schools WHERE mainstream ORDER BY urn DESC LIMIT 9)`,
    );
    await client.query("COMMIT");
    await countComparableGains();
    expect(await storedGains()).toEqual([]);
  });

  it("is counted again once schools or results have changed, and not before", async () => {
    const places = (code: string) => `UPDATE schools SET council_code = '${code}' WHERE right(urn, 1) = '7'`;
    await client.query(places("002"));
    await countComparableGains();
    const found = await storedGains();
    expect(found.length).toBeGreaterThan(60);
    await client.query("UPDATE comparable_gains SET half = 99");
    await countComparableGains();
    expect((await storedGains()).every(({ half }) => half === 99)).toBe(true);
    await client.query(places("003"));
    await countComparableGains();
    expect(await storedGains()).toEqual(found);
  });

  it("is read around a value by everybody, and which results were counted by nobody", async () => {
    const head: Actor = { ...officerOf(), roles: [{ role: "headteacher", councilCode: null, schoolId: null }] };
    for (const reader of [officerOf("001"), head]) {
      const near = await asActor(reader, (tx) => listComparableGains(tx, { measure, phase: "primary", value: 54.6 }));
      expect(near.map(({ start, span }) => [start, span])).toEqual([
        [55, 1],
        [55, 2],
        [55, 3],
      ]);
      const other = await asActor(reader, (tx) => listComparableGains(tx, { measure, phase: "secondary", value: 55 }));
      expect(other).toEqual([]);
      const version = asActorInBulk(reader, (bulk) => bulk.query("SELECT stored_version FROM comparable_gains"));
      await expect(version).rejects.toThrow(/permission denied/);
    }
  });
});
