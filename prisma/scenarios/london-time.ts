import { Temporal } from "temporal-polyfill";

/** The instant of a clock time in England: ("2026-11-03", "10:15"). */
export const inLondon = (date: string, time: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime("Europe/London").epochMilliseconds);

/** The date that many days after (or, negative, before) another. */
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
