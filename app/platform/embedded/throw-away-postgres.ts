import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";

// Waits on a pipe that ends when the process that made the cluster ends, however it ends, then takes the cluster away.
const UNDERTAKER =
  'read -r _; [ -f "$1/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$1/postmaster.pid")"; sleep 1; rm -rf "$2"';

function appointUndertaker(directory: string, dataDir: string): () => void {
  if (process.platform === "win32") return () => rmSync(dataDir, { recursive: true, force: true });
  const child = spawn("/bin/sh", ["-c", UNDERTAKER, "sh", directory, dataDir], {
    // A process group of its own: Ctrl-C in the terminal must not reach it before the cluster is gone.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return () => child.stdin.end();
}

/**
 * A cluster under the system's temporary directory that dies with this process, even on kill -9, and gives up safety
 * against crashes for speed. For tests.
 */
export async function startThrowAwayPostgres(): Promise<Pick<EmbeddedPostgres, "adminUrl" | "stop">> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "action-plans-"));
  // mkdtemp makes it private; PostgreSQL's account must pass through, and the cluster below is private anyway.
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir, throwAway: true }).catch((error) => {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  });
  const { directory } = JSON.parse(readFileSync(path.join(dataDir, "postgres.json"), "utf8")) as { directory: string };
  const release = appointUndertaker(path.resolve(dataDir, directory), dataDir);
  return {
    adminUrl: postgres.adminUrl,
    stop: async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
      release();
    },
  };
}
