import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CannotStart } from "./cannot-start";
import { npmCommand } from "./npm-command";

const SOURCES = [
  "app",
  "workflows",
  "prisma",
  "public",
  "package.json",
  "package-lock.json",
  "vite.config.ts",
  "tsconfig.json",
];
const STAMP = "build/.sources";

function* filesIn(entry: string): Generator<string> {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) return yield entry;
  for (const name of readdirSync(entry).sort()) {
    // Tests are not built, and the client is generated from the schema, which is.
    if (name === "generated" || /\.test\.tsx?$/.test(name)) continue;
    yield* filesIn(path.join(entry, name));
  }
}

/** A fingerprint of the names and contents of everything that the build is made of. */
export function fingerprintSources(root: string): string {
  const hash = createHash("sha256");
  for (const source of SOURCES)
    for (const file of filesIn(path.join(root, source))) {
      const content = readFileSync(file);
      hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
    }
  return hash.digest("hex");
}

function isBuiltFrom(fingerprint: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint;
}

/** Builds the service for production where its sources changed since the last build. Runs in the project's root. */
export function buildService(): void {
  const fingerprint = fingerprintSources(".");
  if (isBuiltFrom(fingerprint)) return;
  console.log("Building the service.");
  const { command, args, shell } = npmCommand(["run", "--silent", "build"]);
  const env = { ...process.env, NODE_ENV: "production" as const };
  const { status, stdout, stderr } = spawnSync(command, args, {
    env,
    shell,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) {
    console.error(`${stdout ?? ""}${stderr ?? ""}`.trim());
    throw new CannotStart("The service could not be built: the message above says why.");
  }
  writeFileSync(STAMP, fingerprint);
}
