// Generates the Prisma client. Out of the box every Prisma command first downloads a native schema engine, which
// fails on networks that reach the package registry alone. `generate` never runs that engine, so naming any
// executable in its place (Node's own) is enough and nothing is downloaded.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const result = spawnSync(process.execPath, [require.resolve("prisma/build/index.js"), "generate"], {
  stdio: ["ignore", "ignore", "pipe"],
  encoding: "utf8",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
if (result.status !== 0) console.error(result.stderr);
process.exit(result.status ?? 1);
