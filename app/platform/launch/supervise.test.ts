import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { restartDelay, supervise } from "./supervise";

function program(source: string): {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  ran: () => number;
  log: () => string;
} {
  const directory = mkdtempSync(path.join(tmpdir(), "supervise-"));
  const [script, log] = [path.join(directory, "program.cjs"), path.join(directory, "log")];
  writeFileSync(log, "");
  writeFileSync(
    script,
    `const say = (text) => require("fs").appendFileSync(${JSON.stringify(log)}, text); say("began ");${source}`,
  );
  const read = () => readFileSync(log, "utf8");
  return { name: "program", args: [script], env: process.env, log: read, ran: () => read().split("began").length - 1 };
}

describe("restartDelay", () => {
  it("grows with each failure and ends", () => {
    expect([1, 2, 3, 4, 5, 6].map(restartDelay)).toEqual([250, 500, 1000, 2000, 4000, null]);
  });
});

describe("supervise", () => {
  it("starts a program again that died", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const dies = program("setTimeout(() => process.exit(3), 10)");
    const supervisor = supervise([dies]);
    await vi.waitFor(() => expect(dies.ran()).toBeGreaterThanOrEqual(2), 5_000);
    await supervisor.stop(1_000);
    expect(console.error).toHaveBeenCalledWith("The program stopped with exit code 3 and is started again.");
    const after = dies.ran();
    await sleep(800);
    expect(dies.ran()).toBe(after);
  });

  it("lets a program finish what it does, and starts none again while stopping", async () => {
    const polite = program(
      'process.on("SIGTERM", () => setTimeout(() => { say("finished"); process.exit(0) }, 300)); setInterval(() => {}, 1000)',
    );
    const supervisor = supervise([polite]);
    await vi.waitFor(() => expect(polite.ran()).toBe(1), 5_000);
    await sleep(100);
    await supervisor.stop(5_000);
    expect(polite.log()).toBe("began finished");
  });

  it("ends a program that does not stop in time", async () => {
    const stubborn = program('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)');
    const supervisor = supervise([stubborn]);
    await vi.waitFor(() => expect(stubborn.ran()).toBe(1), 5_000);
    await sleep(100);
    const began = Date.now();
    await supervisor.stop(300);
    expect(Date.now() - began).toBeLessThan(3_000);
  });
});
