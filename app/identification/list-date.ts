import type { ListLayout } from "./school-list-layouts";

const patterns = {
  yyyymmdd: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  "dd-mm-yyyy": /^(?<day>\d\d?)[-/](?<month>\d\d?)[-/](?<year>\d{4})$/,
} as const;

/** How a layout's dates look, for messages. */
export const dateExamples: Readonly<Record<ListLayout["dates"], string>> = {
  yyyymmdd: "20161101",
  "dd-mm-yyyy": "01-11-2016",
};

/** A list's date as "2016-11-01"; null where the cell is blank, undefined where it is no date. */
export function parseListDate(text: string, format: ListLayout["dates"]): string | null | undefined {
  if (text.trim() === "") return null;
  const { year = "", month = "", day = "" } = patterns[format].exec(text.trim())?.groups ?? {};
  return calendarDate(year, month, day);
}

/** The day that a file's name gives in full ("2015-11-14", "20151114", "14-11-2015"); null where it gives none or two. */
export function findDateInName(filename: string): string | null {
  const years = "(?:19|20)\\d\\d";
  const found = [
    ...filename.matchAll(new RegExp(`(?<!\\d)(?<year>${years})[-_.]?(?<month>\\d\\d)[-_.]?(?<day>\\d\\d)(?!\\d)`, "g")),
    ...filename.matchAll(new RegExp(`(?<!\\d)(?<day>\\d\\d)[-_.](?<month>\\d\\d)[-_.](?<year>${years})(?!\\d)`, "g")),
  ].flatMap(({ groups: { year = "", month = "", day = "" } = {} }) => calendarDate(year, month, day) ?? []);
  const [only, another] = [...new Set(found)];
  return only && !another ? only : null;
}

/** Undefined for the 30th of February, and for years in which no school of England opened or will. */
function calendarDate(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!/^(1[0-9]|20)\d\d-\d\d-\d\d$/.test(date)) return undefined;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined;
}
