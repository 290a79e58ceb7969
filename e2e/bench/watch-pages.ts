import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Server, startServer, startWorker } from "../support/start-programs";
import { signedInToken } from "../support/take-council";
import { FROZEN } from "../support/world";
import { type Country, LAST_YEAR } from "./prepare-country";

type Watched = { idle: number; during: number; answers: { idle: number; during: number } };

const PAGES = ["/results", "/programmes", "/people", "/notices"];
const IDLE_MS = 8_000;
/** About as many readers at once as two cores serve without a queue: what is measured is the import, not the crowd. */
const READERS = 2;

const p99 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN;

/** Reads pages one after another until told to stop; returns how long each answer took, in milliseconds. */
async function read(server: Server, cookie: string, going: () => boolean): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; going(); at += 1) {
    const began = performance.now();
    const answer = await fetch(server.baseURL + PAGES[at % PAGES.length], { headers: { cookie }, redirect: "manual" });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${PAGES[at % PAGES.length]} answered ${answer.status}`);
    took.push(performance.now() - began);
  }
  return took;
}

async function readTogether(server: Server, cookie: string, going: () => boolean): Promise<number[]> {
  return (await Promise.all(Array.from({ length: READERS }, () => read(server, cookie, going)))).flat();
}

/** How long pages take while nothing else happens, and while the worker checks and takes over a national table. */
export async function watchPages(country: Country, bytes: Buffer): Promise<Watched> {
  const directory = mkdtempSync(path.join(tmpdir(), "action-plans-bench-"));
  const { databaseUrl } = country;
  const options = { databaseUrl, directory, instant: FROZEN };
  const [{ addFirstAdmin }, { uploadResultsFile }, { takeOverResultsFile }, { asActor }, { system }] =
    await Promise.all([
      import("../../prisma/scenarios/people"),
      import("../../app/identification/upload-results-file.server"),
      import("../../app/identification/take-over-results-file.server"),
      import("../../app/platform/db.server"),
      import("../../app/platform/actor"),
    ]);
  const now = new Date(FROZEN);
  const admin = await addFirstAdmin(now);
  const server = await startServer({ ...options, name: "server" });
  const worker = startWorker({ ...options, name: "worker" });
  const stateOf = (id: string) =>
    asActor(system("bench"), async (tx) => (await tx.resultsFile.findUniqueOrThrow({ where: { id } })).state);
  const until = async (id: string, wanted: string) => {
    for (let state = await stateOf(id); state !== wanted; state = await stateOf(id)) {
      if (["refused", "failed"].includes(state)) throw new Error(`The file is ${state}.`);
      await setTimeout(100);
    }
  };
  try {
    const cookie = `session=${await signedInToken(admin)}`;
    const warm = performance.now() + 3_000;
    await readTogether(server, cookie, () => performance.now() < warm);
    const enough = performance.now() + IDLE_MS;
    const idle = await readTogether(server, cookie, () => performance.now() < enough);
    let importing = true;
    const work = async () => {
      const { fileId } = await uploadResultsFile({
        actor: admin,
        filename: "ks2.csv",
        bytes,
        expectedYear: LAST_YEAR,
        now,
      });
      await until(fileId, "checked");
      await takeOverResultsFile({ actor: admin, fileId, now });
      await until(fileId, "takenOver");
    };
    const [during] = await Promise.all([
      readTogether(server, cookie, () => importing),
      work().finally(() => (importing = false)),
    ]);
    return { idle: p99(idle), during: p99(during), answers: { idle: idle.length, during: during.length } };
  } finally {
    await Promise.all([server.stop(), worker.stop()]);
    rmSync(directory, { recursive: true, force: true });
  }
}
