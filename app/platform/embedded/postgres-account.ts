import { spawnSync } from "node:child_process";
import { CannotStart } from "../launch/cannot-start";

export type Account = { uid: number; gid: number };

const ACCOUNT = "postgres";

function idOf(flag: "-u" | "-g"): number | null {
  const { status, stdout } = spawnSync("id", [flag, ACCOUNT], { encoding: "utf8" });
  return status === 0 ? Number(stdout.trim()) : null;
}

function findAccount(): Account | null {
  const uid = idOf("-u");
  const gid = idOf("-g");
  return uid === null || gid === null ? null : { uid, gid };
}

/**
 * The account that PostgreSQL runs under: null for our own. PostgreSQL refuses to run as root, so root lends it the
 * system user `postgres`, made where there is none.
 */
export function findPostgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const found = findAccount();
  if (found) return found;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]);
  const made = findAccount();
  if (made) return made;
  throw new CannotStart(
    "PostgreSQL does not run as root and the user postgres could not be made: create that user, start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Whether that account may enter and write a directory; root's own home (mode 700) is one that it may not. */
export function canWrite(account: Account | null, directory: string): boolean {
  const check = spawnSync("/bin/sh", ["-c", 'test -w "$1" && test -x "$1"', "sh", directory], { ...account, cwd: "/" });
  return check.status === 0;
}
