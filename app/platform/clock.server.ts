import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { env } from "./env.server";

/** The instant it is now. Tests move it through the file that CLOCK_FILE names (an ISO instant). */
export function now(): Date {
  const file = env().CLOCK_FILE;
  return file ? new Date(readFileSync(file, "utf8").trim()) : new Date();
}

/** The date in England of an instant, as "2027-02-26": a deadline runs to the end of that day in Europe/London. */
export function dateInLondon(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO("Europe/London")
    .toPlainDate()
    .toString();
}

/** Today's date in England. */
export const today = (): string => dateInLondon(now());
