import { parseArgs } from "node:util";
import { closeDatabase } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { CannotStart, reasonOf } from "~/platform/launch/cannot-start";
import { withServiceDatabase } from "~/platform/launch/open-service-database";
import { migrateDatabase } from "~/platform/launch/prepare-database";
import { formatCount, formatPlural, formatShare } from "~/ui/format-number";
import type { FloorRule } from "./floor-rule";
import { type Identified, identifyStored } from "./identify-stored.server";
import { isMeasureId, measures } from "./measures";
import { compareValues, fromUnits, toUnits } from "./published-value";
import { lastYears } from "./rule-version";

/** What the person asked for makes no sense; exit code 2. */
class Refused extends Error {}

const usage =
  "npm run --silent identify -- --measure M --floor F --years A-B [--gaps break|skip] [--min-years N] [--min-pupils N] [--include-closed] --json";
const MAX_YEARS = 30;

const options = {
  measure: { type: "string" },
  floor: { type: "string" },
  years: { type: "string" },
  gaps: { type: "string" },
  "min-years": { type: "string" },
  "min-pupils": { type: "string" },
  "include-closed": { type: "boolean" },
  json: { type: "boolean" },
} as const;

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Refused(`${reasonOf(error)} Use: ${usage}`);
  }
}

function readFloor(typed: string | undefined): string {
  try {
    const floor = fromUnits(toUnits(typed?.trim().replace(/%$/, "") ?? ""));
    if (compareValues(floor, "0") >= 0 && compareValues(floor, "100") <= 0) return floor;
  } catch {
    // Said below, like a number outside.
  }
  throw new Refused(`--floor must be a percentage from 0 to 100, like 55, not ${typed ?? "missing"}. Use: ${usage}`);
}

function readYears(typed: string | undefined): number[] {
  const found = /^(\d{4})(?:-(\d{4}))?$/.exec(typed?.trim() ?? "");
  const [from, to] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
  if (!found || from > to || to - from >= MAX_YEARS)
    throw new Refused(
      `--years must be the first and the last year, like 2023-2026, not ${typed ?? "missing"}. Use: ${usage}`,
    );
  return lastYears(to, to - from + 1);
}

function readRule(): { rule: FloorRule; json: boolean } {
  const typed = readOptions();
  const { measure = "", gaps = "break" } = typed;
  if (!isMeasureId(measure))
    throw new Refused(`--measure must be one of ${Object.keys(measures).join(", ")}, not ${measure || "missing"}.`);
  if (gaps !== "break" && gaps !== "skip") throw new Refused(`--gaps must be break or skip, not ${gaps}.`);
  const years = readYears(typed.years);
  const minimum = typed["min-years"] ?? "1";
  if (!/^\d+$/.test(minimum) || Number(minimum) < 1 || Number(minimum) > years.length)
    throw new Refused(`--min-years must be from 1 to the number of years, ${years.length}, not ${minimum}.`);
  const pupils = typed["min-pupils"] ?? "0";
  if (!/^\d{1,4}$/.test(pupils)) throw new Refused(`--min-pupils must be a whole number, like 20, not ${pupils}.`);
  const rule: FloorRule = {
    measure,
    floor: readFloor(typed.floor),
    years,
    gapPolicy: gaps,
    minPublishedYears: Number(minimum),
    minPupils: Number(pupils),
    includeClosed: typed["include-closed"] ?? false,
  };
  return { rule, json: typed.json ?? false };
}

function describe({ eligible, flagged, gaps, councils }: Identified): string {
  return [
    `${formatPlural(eligible, "eligible school")}, ${formatCount(flagged.length)} flagged (${formatShare(flagged.length, eligible)}), ${formatPlural(gaps.length, "gap")}.`,
    ...councils
      .filter((council) => council.flagged > 0)
      .map((council) => `${council.code} ${council.name}: ${council.flagged} of ${council.eligible}`),
    "Add --json for every school.",
  ].join("\n");
}

async function main(): Promise<void> {
  const { rule, json } = readRule();
  const identified = await withServiceDatabase(async () => {
    try {
      await migrateDatabase(env().DATABASE_URL, { quiet: true });
      return await identifyStored(rule);
    } finally {
      await closeDatabase();
    }
  });
  console.log(json ? JSON.stringify(identified) : describe(identified));
}

main().catch((error: unknown) => {
  const known = error instanceof Refused || error instanceof CannotStart;
  console.error(known ? error.message : `The rule could not be applied: ${reasonOf(error)}.`);
  process.exitCode = error instanceof Refused ? 2 : 1;
});
