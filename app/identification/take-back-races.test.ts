import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PersonActor, system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { confirmAll, importScene, makeProgramme, makeRun } from "~/programmes/programme.fixture";
import { publishRun } from "~/programmes/publish-run.server";
import { columns, fictionalRow } from "./fictional-results.fixture";
import { recordResults } from "./record-results.server";
import { asService, closeResultsDatabase, importRows, noon, openResultsDatabase } from "./results-database.fixture";
import { runIdentification } from "./run-identification.server";
import { startIdentification } from "./start-identification.server";
import { askTakeBack, takeBackResultsFile } from "./take-back-results-file.server";
import { resultsLock } from "./lock-results.server";

let admin: PersonActor;
let sceneId: string;
let programmeId: string;
beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
  sceneId = await importScene(admin);
  programmeId = await makeProgramme(admin, { exitYears: 1 });
});
afterAll(closeResultsDatabase);

const actor = system("test");
/** Once another connection waits for a lock that this test holds. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await asActorInBulk(actor, (client) =>
      client.query(
        "SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) UNION ALL SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'",
      ),
    );
    if (rowCount !== 0) return;
    await setTimeout(20);
  }
}

describe("a file that is taken back at the same time", () => {
  it("as a run begins: neither waits for the other in turn", async () => {
    const { runId } = await startIdentification({ actor: admin, programmeId, now: noon });
    let run: Promise<void> | undefined;
    await asActorInBulk(actor, async (client) => {
      await client.query("SET LOCAL lock_timeout = '5s'");
      // As take-back-results-file does.
      await client.query(resultsLock);
      run = runIdentification({ runId });
      await untilSomebodyWaits();
      await client.query("UPDATE identification_runs SET state = 'discarded' WHERE id = $1", [runId]);
    });
    await run;
    expect(await asService((tx) => tx.identificationRun.findUniqueOrThrow({ where: { id: runId } }))).toMatchObject({
      state: "discarded",
    });
  });

  it("as a run on it is published waits, and is refused then", async () => {
    const runId = await makeRun(admin, programmeId);
    await confirmAll(admin, runId);
    let answer: Promise<string | null> | undefined;
    await asActorInBulk(actor, async (client) => {
      // As publish-run does.
      await client.query("SELECT FROM programmes WHERE id = $1 FOR NO KEY UPDATE", [programmeId]);
      await client.query("UPDATE identification_runs SET state = 'published', published_at = $2 WHERE id = $1", [
        runId,
        noon,
      ]);
      answer = takeBackResultsFile({ actor: admin, fileId: sceneId, now: noon });
      await untilSomebodyWaits();
    });
    expect(await answer).toMatch(/was published and rests on it/);
  });

  it("as somebody asks whether it can be: the page does not wait", async () => {
    await asActorInBulk(actor, async (client) => {
      await client.query(resultsLock);
      await client.query("SELECT FROM results_files WHERE id = $1 FOR UPDATE", [sceneId]);
      await client.query("SELECT FROM programmes FOR UPDATE");
      expect(await askTakeBack({ actor: admin, fileId: sceneId })).toMatch(/was published and rests on it/);
    });
  });

  it("as its results are told to open cases: none is told of a result that is gone", async () => {
    const runId = await makeRun(admin, programmeId);
    await confirmAll(admin, runId);
    await publishRun({ actor: admin, runId, now: noon });
    const header = [...columns.filter((column) => column !== "PTENGMATX26"), "PTENGMATX27"];
    const rows = [101, 102].map((number) => ({
      ...fictionalRow(number, { LEA: "001" }),
      PTENGMATX: "56%",
      PTENGMATX27: "56%",
    }));
    const fileId = await importRows({ admin, header, rows });
    let recorded: Promise<{ recorded: number }> | undefined;
    await asActorInBulk(actor, async (client) => {
      await client.query("SELECT FROM results_files WHERE id = $1 FOR UPDATE", [fileId]);
      recorded = recordResults({ fileId, now: noon });
      await Promise.race([recorded, untilSomebodyWaits()]);
      await client.query("UPDATE results_files SET state = 'takenBack' WHERE id = $1", [fileId]);
    });
    expect(await recorded).toEqual({ recorded: 0 });
  });
});
