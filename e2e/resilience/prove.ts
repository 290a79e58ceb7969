import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startThrowAwayPostgres } from "../../app/platform/embedded/throw-away-postgres";
import { buildService } from "../../app/platform/launch/build-service";
import { findBrowser } from "../../app/platform/launch/find-browser";
import { type Promised, promises } from "./promises";

// `npm run prove` tries the product's promises at the strength that they name and prints what was reached:
//   npm run prove                 all of them
//   npm run prove -- 2 9          these
//   npm run --silent prove -- --json

type Proof = { number: number; promise: string; asked: string; kept: boolean | null; reached: string; how: string };

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const wanted = promises.filter(({ number }) => positionals.length === 0 || positionals.includes(String(number)));
const cliOf = (name: string) => createRequire(import.meta.url).resolve(name);

/** Runs a test program, its output beside ours; says whether every test passed. */
const run = (args: string[], env: NodeJS.ProcessEnv): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", 2, 2] });
    child.once("error", () => resolve(false));
    child.once("close", (status) => resolve(status === 0));
  });

async function prove(promised: Promised, report: string, browserEnv: Record<string, string>): Promise<Proof> {
  const { number, promise, asked, unit = [], browser, unchecked } = promised;
  if (unchecked) return { number, promise, asked, kept: null, reached: unchecked, how: "" };
  writeFileSync(report, "");
  const env = { ...process.env, STRENGTH: "full", PROVE_REPORT: report };
  const vitest = path.join(path.dirname(cliOf("vitest/package.json")), "vitest.mjs");
  const results = [
    ...(unit.length > 0 ? [await run([vitest, "run", ...unit], env)] : []),
    ...(browser
      ? [
          await run([cliOf("@playwright/test/cli"), "test", "--reporter=list", "-g", browser], {
            ...env,
            ...browserEnv,
          }),
        ]
      : []),
  ];
  const lines = readFileSync(report, "utf8").trim().split("\n").filter(Boolean);
  const figures = lines
    .map((line) => JSON.parse(line) as { promise: number; figure: string })
    .filter((noted) => noted.promise === number);
  const reached = figures.map(({ figure }) => figure).join("; ") || "every test of it passed";
  const kept = results.every(Boolean);
  return {
    number,
    promise,
    asked,
    kept,
    reached: kept ? reached : "a test of it failed",
    how: [...unit, browser].filter(Boolean).join(", "),
  };
}

function print(proofs: Proof[]): void {
  if (values.json) return console.log(JSON.stringify(proofs, null, 2));
  const mark = { true: "kept", false: "BROKEN", null: "not checked" };
  for (const { number, promise, asked, kept, reached, how } of proofs) {
    console.log(`${String(number).padStart(2)}  ${mark[`${kept}`].padEnd(11)}  ${promise} (${asked})`);
    console.log(`                 ${reached}${how ? `\n                 by ${how}` : ""}`);
  }
}

async function main(): Promise<number> {
  const directory = mkdtempSync(path.join(tmpdir(), "action-plans-prove-"));
  const inBrowser = wanted.some(({ browser }) => browser);
  if (inBrowser) buildService();
  const cluster = inBrowser ? await startThrowAwayPostgres() : null;
  const browserEnv: Record<string, string> = cluster
    ? { E2E_DATABASE_URL: cluster.adminUrl, CHROMIUM_PATH: findBrowser() }
    : {};
  try {
    const proofs: Proof[] = [];
    for (const promised of wanted)
      proofs.push(await prove(promised, path.join(directory, "reached.jsonl"), browserEnv));
    print(proofs);
    return proofs.some(({ kept }) => kept === false) ? 1 : 0;
  } finally {
    await cluster?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

process.exitCode = await main();
