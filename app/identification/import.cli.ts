import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { now } from "~/platform/clock.server";
import { closeDatabase } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { CannotStart, reasonOf } from "~/platform/launch/cannot-start";
import { withServiceDatabase } from "~/platform/launch/open-service-database";
import { migrateDatabase } from "~/platform/launch/prepare-database";
import { formatCount, formatPlural } from "~/ui/format-number";
import { MAX_TEXT_BYTES } from "./decode-file";
import { describeReading } from "./describe-progress";
import type { FileSummary } from "./file-summary";
import { type Imported, importResultsFile } from "./import-results-file.server";
import type { LinksSummary } from "./links-summary";
import type { OnProgress } from "./parse-records";
import { describeRowError } from "./row-error";
import type { SchoolListSummary } from "./school-list-summary";

/** What the person asked for cannot be done; exit code 2. */
class Refused extends Error {}

const usage = "npm run --silent import -- FILE [--year YYYY] [--json]";

function readArguments(): { file: string; year: number | null; json: boolean } {
  const options = { year: { type: "string" }, json: { type: "boolean" } } as const;
  let parsed;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Refused(`${reasonOf(error)} Use: ${usage}`);
  }
  const { values, positionals } = parsed;
  const [file] = positionals;
  if (!file || positionals.length > 1)
    throw new Refused(`Name one results file, list of schools or file of links. Use: ${usage}`);
  if (values.year !== undefined && !/^(19|20)\d\d$/.test(values.year))
    throw new Refused(`--year must be the year in which the school year ends, like 2026, not ${values.year}.`);
  return { file, year: values.year ? Number(values.year) : null, json: values.json ?? false };
}

function readBytes(file: string): Buffer {
  try {
    // Told before the file is read, so that a disk image named by mistake does not fill the memory.
    if (statSync(file).size > MAX_TEXT_BYTES)
      throw new Refused(`${file} is larger than ${MAX_TEXT_BYTES / 1024 / 1024}MB: no results file is.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${file} cannot be read (${reasonOf(error)}).`);
  }
}

function describe(imported: Imported, file: string): string {
  if (imported.outcome === "known") return `${file} was taken over before. Nothing changed.`;
  if (imported.outcome === "refused") {
    const { errors, errorCount } = imported;
    const more = errorCount - errors.length;
    return [
      `${file} has ${formatPlural(errorCount, "error")}. Nothing was stored.`,
      ...errors.map(describeRowError),
      ...(more > 0 ? [`and ${formatCount(more)} more`] : []),
    ].join("\n");
  }
  const { summary } = imported;
  if (!("kind" in summary)) return describeResults(summary, file);
  return summary.kind === "links" ? describeLinks(summary, file) : describeList(summary, file);
}

function describeResults(summary: FileSummary, file: string): string {
  const { layoutName, schools, newSchools, newResults, changedResults, unchangedResults, changes } = summary;
  const { changedSchools, changedPupils, leftOut } = summary;
  return [
    `${file}: ${layoutName}, ${formatPlural(schools, "school")}.`,
    `New schools ${formatCount(newSchools)}, new results ${formatCount(newResults)}, changed ${formatCount(changedResults)}, unchanged ${formatCount(unchangedResults)}.`,
    ...(changedSchools > 0 ? [`Details of ${formatPlural(changedSchools, "school")} changed.`] : []),
    ...(changedPupils > 0 ? [`Numbers of pupils changed for ${formatPlural(changedPupils, "result")}.`] : []),
    ...(leftOut > 0 ? [`${formatPlural(leftOut, "row")} left out, as was decided.`] : []),
    ...changes.slice(0, 20).map(({ name, year, before, after }) => `${name}, ${year}: ${before} is now ${after}`),
    ...(changedResults > 20 ? [`and ${formatCount(changedResults - 20)} more changed`] : []),
  ].join("\n");
}

function describeList(summary: SchoolListSummary, file: string): string {
  const { layoutName, listedOn, listedOnIsEarliest, schools, newSchools, changedSchools, unchangedSchools } = summary;
  const { links, linksToChoose, lacking } = summary;
  return [
    `${file}: ${layoutName} of ${listedOn}${listedOnIsEarliest ? " or later" : ""}, ${formatPlural(schools, "school")}.`,
    `New schools ${formatCount(newSchools)}, changed ${formatCount(changedSchools)}, unchanged ${formatCount(unchangedSchools)}.`,
    ...(links > 0 ? [`${formatPlural(links, "school")} continue another.`] : []),
    ...(linksToChoose > 0 ? [`${formatPlural(linksToChoose, "link")} for a person to decide, in the service.`] : []),
    ...(lacking > 0 ? [`${formatPlural(lacking, "open school")} not in the list, which stay as they are.`] : []),
  ].join("\n");
}

function describeLinks({ layoutName, links, rows, counts, unusedKinds }: LinksSummary, file: string): string {
  return [
    `${file}: ${layoutName}, ${formatPlural(rows, "row")}, ${formatPlural(links, "link")}.`,
    `New links ${formatCount(counts.new)}, known ${formatCount(counts.known)}.`,
    ...(counts.choose > 0 ? [`${formatPlural(counts.choose, "link")} for a person to decide, in the service.`] : []),
    ...(counts.contrary > 0
      ? [`${formatPlural(counts.contrary, "link")} contrary to what is stored: the service lists what was decided.`]
      : []),
    ...(counts.unknown > 0
      ? [`${formatPlural(counts.unknown, "link")} to schools that are not stored, passed over.`]
      : []),
    ...unusedKinds.map(({ type, count }) => `${formatPlural(count, "row")} not used: ${type}.`),
  ].join("\n");
}

/** Rows read, on one line that is written over, where a person looks on. */
function progressOnTerminal(): OnProgress | undefined {
  if (!process.stderr.isTTY) return undefined;
  const began = performance.now();
  return ({ share, rows }) => {
    const rate = (rows * 1000) / Math.max(performance.now() - began, 1);
    process.stderr.write(
      `\r${describeReading(rows, rate)} (${Math.round(share * 100)}%)\u001b[K${share === 1 ? "\n" : ""}`,
    );
  };
}

async function main(): Promise<number> {
  const { file, year, json } = readArguments();
  // npm runs this from the project's root; a path is meant from where the person stands.
  const bytes = readBytes(path.resolve(process.env.INIT_CWD ?? ".", file));
  const imported = await withServiceDatabase(async () => {
    try {
      await migrateDatabase(env().DATABASE_URL, { quiet: true });
      const onProgress = progressOnTerminal();
      return await importResultsFile({
        filename: path.basename(file),
        bytes,
        expectedYear: year,
        now: now(),
        onProgress,
      });
    } finally {
      await closeDatabase();
    }
  });
  const refused = imported.outcome === "refused";
  if (json) console.log(JSON.stringify(imported));
  else if (refused) console.error(describe(imported, file));
  else console.log(describe(imported, file));
  return refused ? 2 : 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const known = error instanceof Refused || error instanceof CannotStart;
    console.error(known ? error.message : `The file could not be imported: ${reasonOf(error)}.`);
    process.exitCode = error instanceof Refused ? 2 : 1;
  },
);
