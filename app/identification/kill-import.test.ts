import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CreatedDatabase } from "~/platform/create-database";
import { createTestDatabase } from "~/platform/create-test-database";
import { withClient } from "~/platform/embedded/connect";
import { fullStrength, reached } from "~/platform/reached.fixture";
import { nationalPrimaryFile } from "~prisma/scenarios/national-files";
import { listNationalSchools, nationalCouncils } from "~prisma/scenarios/national-register";
import { randomFrom } from "~prisma/scenarios/random";

const YEAR = 2026;
const KILLS = fullStrength ? 100 : 6;
const size = { councils: 12, primaries: 1_500, secondaries: 12 };
const directory = mkdtempSync(path.join(tmpdir(), "action-plans-kill-import-"));
const file = path.join(directory, "results.csv");
let database: CreatedDatabase;

/** The same table twice, in two versions of the figures; `copy` makes bytes that no import has seen before. */
const text = Buffer.from(nationalPrimaryFile(listNationalSchools(YEAR, size), YEAR).bytes).toString();
const versions = { first: text, corrected: text.replaceAll(",40%,", ",41%,") };
type Version = keyof typeof versions;
const write = (version: Version, copy: number) =>
  writeFileSync(file, versions[version].replace("PTMEASURE1,", `PTMEASURE1_${copy},`));

const start = (): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", "app/identification/kill-import.child.ts", file, String(YEAR)], {
    env: { ...process.env, DATABASE_URL: database.url, SESSION_SECRET: "only for this test: 0123456789abcdef" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });

/** Imports the whole file undisturbed; returns how long the import itself took, in milliseconds. */
async function importWhole(): Promise<number> {
  const child = start();
  await once(child, "message");
  const began = performance.now();
  const [outcome] = (await once(child, "message")) as [string];
  expect(outcome).toBe("takenOver");
  await once(child, "exit");
  return performance.now() - began;
}

/** All schools and results as one fingerprint: what an import may leave as it was, or as the file says, and nothing between. */
const fingerprint = async (): Promise<string> => {
  const { rows } = await withClient(database.url, (client) =>
    client.query<{ print: string }>(`SELECT md5(string_agg(row, '|' ORDER BY row)) AS print FROM (
      SELECT concat_ws(';', s.urn, s.name, s.type, s.open, r.measure, r.year, r.value, r.code, r.pupils) AS row
        FROM schools s LEFT JOIN results r ON r.school_id = s.id) AS all_rows`),
  );
  return rows[0]?.print ?? "";
};

beforeAll(async () => {
  database = await createTestDatabase();
  const values = nationalCouncils(size).map(({ code, name, region }) => `('${code}', '${name}', '${region}')`);
  await withClient(database.url, (client) =>
    client.query(`INSERT INTO councils (code, name, region) VALUES ${values.join()}`),
  );
});

afterAll(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

it(`leaves the old or the new data, never a mixture, when it is killed (${KILLS} times)`, async () => {
  const random = randomFrom(2);
  write("corrected", -2);
  await importWhole();
  const corrected = await fingerprint();
  write("first", -1);
  const takes = await importWhole();
  const prints: Record<Version, string> = { corrected, first: await fingerprint() };
  expect(prints.first).not.toBe(prints.corrected);
  let now: Version = "first";
  const left = { old: 0, new: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const wanted: Version = now === "first" ? "corrected" : "first";
    write(wanted, kill);
    const child = start();
    const exited = once(child, "exit");
    await once(child, "message");
    await setTimeout((random.between(0, 100) / 100) * takes * 1.2);
    child.kill("SIGKILL");
    await exited;
    const print = await fingerprint();
    expect(Object.values(prints)).toContain(print);
    left[print === prints[wanted] ? "new" : "old"] += 1;
    if (print === prints[wanted]) now = wanted;
  }
  // Few kills may all fall on one side; many that did would say that they came too early or too late to prove anything.
  if (fullStrength) expect(Math.min(left.old, left.new)).toBeGreaterThan(0);
  reached(2, `${KILLS} kills of an import: ${left.old} left the old data, ${left.new} the new, none a mixture`);
}, 600_000);
