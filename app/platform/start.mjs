// The one entry of `npm start`, `npm run dev`, `npm test` and `npm run validate`. It must run in an empty clone, before anything is
// installed, so it is plain JavaScript with Node's own modules; once the packages are there it hands over to TypeScript.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { nodeProblem } from "./check-node.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const problem = nodeProblem(process.versions.node);
if (problem) stop(problem);

process.chdir(root);

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

const STAMP = "node_modules/.installed-lock";
const lockHash = () => createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");

// Our own stamp first. Where there is none, somebody installed by hand: npm records what it installed in
// node_modules/.package-lock.json once it is done, and comparing that with the lock finds an interrupted, outdated or
// production-only installation.
function packagesAreInstalled() {
  try {
    if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lockHash()) return true;
    const installed = readJson("node_modules/.package-lock.json").packages;
    return Object.entries(readJson("package-lock.json").packages).every(([at, wanted]) => {
      if (at === "" || wanted.link) return true;
      const found = installed[at];
      return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional);
    });
  } catch {
    return false;
  }
}

/** Runs a program to its end; a request to stop goes to it and then ends us too. */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    let asked = false;
    const pass = (signal) => (asked = child.kill(signal));
    process.on("SIGTERM", pass).on("SIGINT", pass);
    child.once("error", () => resolve(false));
    child.once("close", (status) => {
      if (asked) process.exit(130);
      process.off("SIGTERM", pass).off("SIGINT", pass);
      resolve(status === 0);
    });
  });
}

function newest(entry) {
  const status = statSync(entry);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(entry).map((name) => newest(path.join(entry, name))));
}

function clientIsGenerated() {
  const [schema, client] = ["prisma/schema.prisma", "app/generated"];
  return !existsSync(schema) || (existsSync(client) && newest(client) >= statSync(schema).mtimeMs);
}

if (!packagesAreInstalled()) {
  console.log("Installing packages from package-lock.json. The first time takes a minute or two.");
  const npm = process.env.npm_execpath;
  const [command, before] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ["npm", []];
  // --include=dev: the build and the tests need the development packages, also where NODE_ENV is production.
  const args = [...before, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  if (!(await run(command, args, { shell: command === "npm" && process.platform === "win32" })))
    stop(
      "The packages could not be installed: npm's message above says why; put that right, then run the command again.",
    );
  writeFileSync(STAMP, lockHash());
}

// npm may be set not to run install scripts, so this doesn't rely on `postinstall`.
if (!clientIsGenerated()) {
  if (!(await run(process.execPath, ["prisma/generate.mjs"])))
    stop("The database client could not be generated: Prisma's message above says why.");
}

try {
  const { register } = await import("tsx/esm/api");
  register();
  const { launch } = await import(pathToFileURL(path.join(root, "app/platform/launch.ts")).href);
  await launch(process.argv.slice(2));
} catch (error) {
  stop(
    `The program could not be loaded (${error.message.split("\n")[0]}): put back what was changed, or delete node_modules.`,
  );
}
