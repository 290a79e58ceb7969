import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CannotStart } from "../launch/cannot-start";
import { withClient } from "./connect";
import type { Account } from "./postgres-account";
import type { Binaries } from "./postgres-binaries";
import { runPostgresTool } from "./run-postgres-tool";

/** A cluster's files, the programs for it and the account that runs them. */
export type Place = { directory: string; binaries: Binaries; account: Account | null };

// Safe to lose, and so twice as fast: only for clusters that live no longer than a test run.
const THROW_AWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  // No socket file: its path may be too long, and the password is asked for over TCP.
  "unix_socket_directories=",
  "max_connections=200",
  "timezone=UTC",
  "log_timezone=UTC",
  "log_min_messages=warning",
];

/** Makes the cluster's files with initdb, beside their final place and then renamed: a cluster that exists is whole. */
export async function makeCluster(
  { directory, binaries, account }: Place,
  { password, throwAway }: { password: string; throwAway: boolean },
): Promise<void> {
  const making = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const entry of [making, passwordFile]) chownSync(entry, account.uid, account.gid);
  const settings = [...SETTINGS, ...(throwAway ? THROW_AWAY : [])].flatMap((setting) => ["--set", setting]);
  // The built-in C.UTF-8 sorts the same on every system, whatever its locales.
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"];
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const args = [
    "-D",
    making,
    ...locale,
    ...access,
    "--no-instructions",
    ...settings,
    ...(throwAway ? ["--no-sync"] : []),
  ];
  const { status, output } = await runPostgresTool(binaries.initdb, args, { account });
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new CannotStart(`The database could not be made in ${directory}: ${lastWords(output)}`);
  renameSync(making, directory);
}

const remedy = "restore it from a backup, or move DATA_DIR away to begin with an empty database";

/** The one sentence for a cluster whose files are not what they were. */
export const damagedCluster = (directory: string, reason?: string): CannotStart =>
  new CannotStart(
    `The database's folder ${directory} is damaged${reason ? ` (${reason.replace(/\.$/, "")})` : ""}: ${remedy}.`,
  );

/** Refuses files that are not a cluster of this PostgreSQL, before PostgreSQL itself trips over them. */
export function checkCluster({ directory, binaries }: Place): void {
  const ours = binaries.version.split(".")[0];
  if (!existsSync(directory)) throw new CannotStart(`The database's folder ${directory} is missing: ${remedy}.`);
  const version = path.join(directory, "PG_VERSION");
  const found = existsSync(version) ? readFileSync(version, "utf8").trim() : "";
  if (!/^\d+$/.test(found) || !existsSync(path.join(directory, "global", "pg_control")))
    throw damagedCluster(directory);
  if (found !== ours)
    throw new CannotStart(
      `The database in ${directory} was made by PostgreSQL ${found}, and this is PostgreSQL ${ours}: ${remedy}.`,
    );
}

const pidFile = (directory: string) => path.join(directory, "postmaster.pid");

/** The process and port of the server that says it runs there, or null. */
export function findServer(directory: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(pidFile(directory), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** Whether a process exists, ours or another's. */
export function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// After a restart of a container another program may have got the number of the server that was.
function isPostgres(pid: number): boolean {
  const command = `/proc/${pid}/cmdline`;
  return !existsSync(command) || /postgres/.test(readFileSync(command, "utf8"));
}

/** What pg_ctl says: whether the server runs. A file left by a server that is gone is taken away. */
export async function clusterRuns({ directory, binaries, account }: Place): Promise<boolean> {
  const { status } = await runPostgresTool(binaries.pgCtl, ["status", "-D", directory], { account });
  const server = findServer(directory);
  if (status === 0 && server && !isPostgres(server.pid)) {
    rmSync(pidFile(directory), { force: true });
    return false;
  }
  return status === 0;
}

export async function startCluster({ directory, binaries, account }: Place, port: number): Promise<void> {
  const log = path.join(directory, "server.log");
  const began = existsSync(log) ? statSync(log).size : 0;
  const args = ["start", "-w", "-t", "120", "-s", "-D", directory, "-l", log, "-o", `-p ${port}`];
  const { status } = await runPostgresTool(binaries.pgCtl, args, { account, quiet: true });
  if (status === 0) return;
  const said = existsSync(log) ? lastWords(readFileSync(log).subarray(began).toString("utf8")) : "it left no log.";
  throw new CannotStart(`PostgreSQL did not start in ${directory}: ${remedy} (${said.replace(/\.$/, "")}).`);
}

export async function stopCluster({ directory, binaries, account }: Place, mode: "fast" | "immediate"): Promise<void> {
  await runPostgresTool(binaries.pgCtl, ["stop", "-w", "-t", "30", "-s", "-m", mode, "-D", directory], { account });
}

/**
 * Waits until a server found running answers a query: it may still be recovering from a crash. False where it went away
 * in the meantime, because whoever started it was just stopping it.
 */
export async function waitForAnswer(url: string, pid: number): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await withClient(url, (client) => client.query("select 1"));
      return true;
    } catch (error) {
      if (!processRuns(pid)) return false;
      if (attempt === 120) throw error;
      await sleep(250);
    }
  }
}

/** The line of a tool's or server's output that says what went wrong. */
export function lastWords(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const line = lines.find((entry) => /(FATAL|PANIC|error):/i.test(entry)) ?? lines.at(-1) ?? "no reason was given";
  return line.replace(/^.*?(?=FATAL|PANIC|error:)/i, "").trim();
}
