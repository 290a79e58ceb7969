import { readFileSync } from "node:fs";
import { closeDatabase } from "~/platform/db.server";
import { importResultsFile } from "./import-results-file.server";

// A process of its own that imports one file and may be killed at any moment: FILE YEAR on the command line.
const [, , file = "", year = ""] = process.argv;
const bytes = readFileSync(file);
process.send?.("begun");
const imported = await importResultsFile({
  filename: "results.csv",
  bytes,
  expectedYear: Number(year),
  now: new Date("2026-10-01T09:00:00Z"),
});
process.send?.(imported.outcome);
await closeDatabase();
