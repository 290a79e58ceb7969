import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { CannotStart } from "./cannot-start";

export type Program = { name: string; args: string[]; env: NodeJS.ProcessEnv };

export type Supervisor = {
  /** Settles when a program has died so often that restarting it is no use. */
  gaveUp: Promise<CannotStart>;
  /** Asks every program to stop, ends those that have not after `grace` milliseconds, and waits until all are gone. */
  stop: (grace: number) => Promise<void>;
};

const STEADY = 60_000;

/** How long to wait before the nth restart in a row, in milliseconds; null once there were too many. */
export function restartDelay(failures: number): number | null {
  return failures > 5 ? null : 250 * 2 ** (failures - 1);
}

/**
 * Runs programs under this Node and starts each again when it dies, after a growing pause; one that dies six times, never
 * running for a minute, is given up. Each is told of our own death by its channel (exitWithParent).
 */
export function supervise(programs: Program[]): Supervisor {
  const running = new Set<ChildProcess>();
  let stopping = false;
  let giveUp: (reason: CannotStart) => void;
  const gaveUp = new Promise<CannotStart>((resolve) => (giveUp = resolve));

  function start(program: Program, failures: number): void {
    const began = Date.now();
    const child = spawn(process.execPath, program.args, {
      env: program.env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    running.add(child);
    child.once("error", () => undefined);
    child.once("close", async (code, signal) => {
      running.delete(child);
      if (stopping) return;
      const count = Date.now() - began > STEADY ? 1 : failures + 1;
      const delay = restartDelay(count);
      const end = signal ? `was ended by ${signal}` : `stopped with exit code ${code}`;
      if (delay === null)
        return giveUp(new CannotStart(`The ${program.name} ${end} again and again: its messages above say why.`));
      console.error(`The ${program.name} ${end} and is started again.`);
      await sleep(delay);
      if (!stopping) start(program, count);
    });
  }

  for (const program of programs) start(program, 0);
  return {
    gaveUp,
    stop: async (grace) => {
      stopping = true;
      const gone = [...running].map((child) => new Promise<void>((resolve) => child.once("close", () => resolve())));
      for (const child of running) child.kill("SIGTERM");
      const timer = setTimeout(() => running.forEach((child) => child.kill("SIGKILL")), grace);
      await Promise.all(gone);
      clearTimeout(timer);
    },
  };
}
