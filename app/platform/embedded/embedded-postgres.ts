import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CannotStart, reasonOf } from "../launch/cannot-start";
import {
  checkCluster,
  clusterRuns,
  damagedCluster,
  findServer,
  makeCluster,
  processRuns,
  startCluster,
  stopCluster,
  waitForAnswer,
} from "./cluster";
import type { Place } from "./cluster";
import { type ClusterRecord, findRecord, keepRecord, makeDataDir, newSecret } from "./cluster-record";
import { withClient, withDatabase } from "./connect";
import { findFreePort, portIsFree } from "./free-port";
import { type Account, canWrite, findPostgresAccount } from "./postgres-account";
import { findBinaries, SYSTEM_DIRECTORY } from "./postgres-binaries";

export type EmbeddedPostgres = {
  /** The address of the service's own database. */
  url: string;
  /** The address of the maintenance database, for CREATE DATABASE. */
  adminUrl: string;
  /** Where its files lie. */
  directory: string;
  /** Stops the server. With `unlessUsed` it is left to other programs that are connected to it. */
  stop: (options?: { unlessUsed?: boolean }) => Promise<void>;
  /** Starts the server again whenever it dies, until the returned function is called. */
  keepAlive: () => () => void;
};

const DATABASE = "school_action_plans";

const addressOf = ({ port, password }: ClusterRecord, database: string) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;

/** DATA_DIR/postgres; where PostgreSQL's account cannot enter it (a clone below root's home), a place of its own. */
function chooseDirectory(dataDir: string, account: Account | null): string {
  if (!account || canEnter(account, dataDir)) return "postgres";
  const parent = path.join(SYSTEM_DIRECTORY, randomBytes(6).toString("hex"));
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  return path.join(parent, "postgres");
}

// Asked of a directory of the account's own, since DATA_DIR itself stays root's.
function canEnter(account: Account, dataDir: string): boolean {
  const probe = mkdtempSync(path.join(dataDir, "probe-"));
  chmodSync(probe, 0o777);
  const enters = canWrite(account, probe);
  rmSync(probe, { recursive: true });
  return enters;
}

// Told apart by more than the path: `npm ci` puts a new file in the same place and takes the running server's away.
function programOf(pgCtl: string): string {
  const { ino, mtimeMs } = statSync(pgCtl);
  return `${pgCtl} ${ino} ${mtimeMs}`;
}

/** Makes the service's own database where it is missing, and sees that it answers. */
async function makeDatabase(record: ClusterRecord): Promise<void> {
  await withClient(addressOf(record, "postgres"), async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
  await withClient(addressOf(record, DATABASE), (client) => client.query("select 1"));
}

async function isUsed(record: ClusterRecord): Promise<boolean> {
  return withClient(addressOf(record, "postgres"), async (client) => {
    const sql = "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
    for (let attempt = 0; attempt < 10; attempt++) {
      if ((await client.query(sql)).rowCount === 0) return false;
      await sleep(100);
    }
    return true;
  }).catch(() => false);
}

async function ensureRunning(place: Place, record: ClusterRecord, dataDir: string): Promise<void> {
  const program = programOf(place.binaries.pgCtl);
  if (await clusterRuns(place)) {
    const server = findServer(place.directory);
    if (record.program === program && server) {
      if (server.port !== record.port) keepRecord(dataDir, Object.assign(record, { port: server.port }));
      if (await waitForAnswer(addressOf(record, "postgres"), server.pid)) return;
    } else await stopCluster(place, "fast");
  }
  checkCluster(place);
  const port = (await portIsFree(record.port, "127.0.0.1")) ? record.port : await findFreePort();
  keepRecord(dataDir, Object.assign(record, { port, program }));
  await startCluster(place, port);
}

function watch(directory: string, restart: () => Promise<void>): () => void {
  let watching = true;
  let restarting = false;
  const timer = setInterval(async () => {
    const server = findServer(directory);
    if (restarting || (server && processRuns(server.pid))) return;
    restarting = true;
    // Memory of the server that died may be in use for a moment more: then the next round tries again.
    if (watching) await restart().catch((error) => console.error(reasonOf(error)));
    restarting = false;
  }, 500);
  timer.unref();
  return () => {
    watching = false;
    clearInterval(timer);
  };
}

/**
 * Finds the embedded PostgreSQL of a DATA_DIR running, or makes and starts it, listening on 127.0.0.1 alone.
 * `throwAway` gives up safety against crashes for speed. Throws CannotStart with one sentence where it cannot be.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  throwAway?: boolean;
}): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  makeDataDir(dataDir);
  const account = findPostgresAccount();
  const binaries = findBinaries({ account, dataDir });
  let found = findRecord(dataDir);
  if (!found) {
    if (existsSync(path.join(dataDir, "postgres")))
      throw new CannotStart(
        `${dataDir} holds a database but not its postgres.json: restore it from a backup, or move it away to begin with an empty database.`,
      );
    const directory = chooseDirectory(dataDir, account);
    found = { directory, port: await findFreePort(), password: newSecret(), ready: false, program: "" };
    keepRecord(dataDir, found);
  }
  const record = found;
  const place = { directory: path.resolve(dataDir, record.directory), binaries, account };
  if (!record.ready) {
    const { password } = record;
    if (!existsSync(place.directory)) await makeCluster(place, { password, throwAway: options.throwAway ?? false });
    keepRecord(dataDir, Object.assign(record, { ready: true }));
  }
  const run = () => ensureRunning(place, record, dataDir);
  const ranBefore = record.ready && existsSync(place.directory) && (await clusterRuns(place));
  try {
    await run();
    await makeDatabase(record);
  } catch (error) {
    // One that ran before belongs to another program too.
    if (!ranBefore) await stopCluster(place, "fast");
    // A server that started and does not let its own user in, or lacks a database, has lost files or its password.
    throw error instanceof CannotStart ? error : damagedCluster(place.directory, reasonOf(error));
  }
  const adminUrl = addressOf(record, "postgres");
  return {
    url: withDatabase(adminUrl, DATABASE),
    adminUrl,
    directory: place.directory,
    stop: async ({ unlessUsed = false } = {}) => {
      if (!unlessUsed || !(await isUsed(record))) await stopCluster(place, "fast");
    },
    keepAlive: () => watch(place.directory, run),
  };
}
