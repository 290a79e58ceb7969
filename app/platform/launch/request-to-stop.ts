import { spawnSync } from "node:child_process";
import { processRuns } from "../embedded/cluster";

function parentOf(pid: number): { parent: number; command: string } | null {
  const { status, stdout } = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const [, parent, command] = /^\s*(\d+)\s+(.*?)\s*$/.exec(status === 0 ? stdout : "") ?? [];
  return parent && command ? { parent: Number(parent), command } : null;
}

/** The processes that ran us on npm's behalf: the shell that npm puts between itself and a script, and npm. */
function findNpm(): number[] {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return [];
  const shell = parentOf(process.ppid);
  return shell && /sh$/.test(shell.command) ? [process.ppid, shell.parent] : [process.ppid];
}

/**
 * Settles at the first request to stop: a signal, or the death of the npm that ran us. npm passes most signals on to
 * its shell alone, and dies of kill -9 without a word; either would leave the service running with nobody to stop it.
 */
export function requestToStop(): Promise<void> {
  const npm = findNpm();
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => resolve());
    setInterval(() => npm.every(processRuns) || resolve(), 250).unref();
  });
}
