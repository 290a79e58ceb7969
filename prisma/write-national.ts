import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { importResultsFile } from "~/identification/import-results-file.server";
import { dateInLondon, now } from "~/platform/clock.server";
import { closeDatabase } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { CannotStart, reasonOf } from "~/platform/launch/cannot-start";
import { withServiceDatabase } from "~/platform/launch/open-service-database";
import { migrateDatabase } from "~/platform/launch/prepare-database";
import { latestResultsYear } from "./scenarios/london-time";
import { nationalFiles } from "./scenarios/national-files";
import { listNationalSchools, nationalCouncils } from "./scenarios/national-register";
import { addCouncils } from "./scenarios/programmes";
import type { ResultsFileToUpload } from "./scenarios/results-files";

// A made-up country at full size, to try the service on and to measure it with:
//   npm run demo:national                 writes the files
//   npm run demo:national -- --load       writes them and takes them over into the service's database
const usage = "npm run demo:national -- [--to DIRECTORY] [--load]";

function readArguments(): { directory: string; load: boolean } {
  const { values } = parseArgs({ options: { to: { type: "string" }, load: { type: "boolean" } } });
  const directory = values.to ?? path.join(process.env.DATA_DIR ?? ".data", "national");
  return { directory: path.resolve(process.env.INIT_CWD ?? ".", directory), load: values.load ?? false };
}

async function takeOver({ filename, bytes, year }: ResultsFileToUpload): Promise<void> {
  const began = performance.now();
  const expectedYear = filename.startsWith("schools") ? null : year;
  const { outcome } = await importResultsFile({ filename, bytes, expectedYear, now: now() });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${filename}: ${outcome === "known" ? "there already" : outcome} after ${seconds} s`);
}

async function main(): Promise<void> {
  const { directory, load } = readArguments();
  const year = latestResultsYear(dateInLondon(new Date()));
  mkdirSync(directory, { recursive: true });
  const files: ResultsFileToUpload[] = [];
  for (const file of nationalFiles(listNationalSchools(year), year)) {
    writeFileSync(path.join(directory, file.filename), file.bytes);
    files.push(file);
  }
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  console.log(`${files.length} files, ${megabytes.toFixed(0)} MB, are in ${directory}.`);
  if (!load) return;
  await withServiceDatabase(async () => {
    try {
      await migrateDatabase(env().DATABASE_URL, { quiet: true });
      await addCouncils(nationalCouncils());
      for (const file of files) await takeOver(file);
    } finally {
      await closeDatabase();
    }
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : `${reasonOf(error)} Use: ${usage}`);
  process.exitCode = 1;
});
