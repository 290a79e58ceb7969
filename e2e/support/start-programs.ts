import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { findFreePort } from "../../app/platform/embedded/free-port";
import { waitUntilServing } from "../../app/platform/launch/wait-until-serving";

export type Server = { baseURL: string; setClock: (instant: string) => void; stop: () => Promise<void> };

type Options = {
  databaseUrl: string;
  directory: string;
  name: string;
  instant: string;
  /** Receives every line that the server logs, of every level, instead of the run's own output. */
  onLog?: (line: string) => void;
};

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

function start(program: string, env: Record<string, string>, onLog?: Options["onLog"]): ChildProcess {
  // Its own messages belong to the run: what a server says when it fails is the first thing one needs to read.
  const output = onLog ? "pipe" : "inherit";
  const LOG_LEVEL = onLog ? "debug" : "warn";
  const child = spawn(process.execPath, [`build/server/${program}.js`], {
    env: { ...process.env, ...env, NODE_ENV: "production", APP_MODE: "demonstration", LOG_LEVEL },
    stdio: ["ignore", output, output],
  });
  for (const stream of [child.stdout, child.stderr])
    if (stream && onLog) createInterface({ input: stream }).on("line", onLog);
  return child;
}

/** Starts the built web server on a port of its own, with a clock that stands where the test puts it. */
export async function startServer({ databaseUrl, directory, name, instant, onLog }: Options): Promise<Server> {
  const clock = path.join(directory, `${name}.clock`);
  writeFileSync(clock, instant);
  const port = await findFreePort();
  const baseURL = `http://localhost:${port}`;
  const env = { DATABASE_URL: databaseUrl, CLOCK_FILE: clock, PORT: String(port), APP_ORIGIN: baseURL };
  const child = start("server", env, onLog);
  await waitUntilServing(port, 30_000);
  return { baseURL, setClock: (text) => writeFileSync(clock, text), stop: () => stop(child) };
}

/** Starts the built worker with the same kind of clock. */
export function startWorker({ databaseUrl, directory, name, instant }: Options): { stop: () => Promise<void> } {
  const clock = path.join(directory, `${name}.clock`);
  writeFileSync(clock, instant);
  const child = start("worker", { DATABASE_URL: databaseUrl, CLOCK_FILE: clock });
  return { stop: () => stop(child) };
}
