import { z } from "zod";

type DateTyped = Record<string, unknown>;

/** The three boxes of a date as typed. */
export const typedDate = (values: DateTyped, name: string) => ({
  day: String(values[`${name}-day`] ?? ""),
  month: String(values[`${name}-month`] ?? ""),
  year: String(values[`${name}-year`] ?? ""),
});

/** The shape of a date's three boxes in a schema, to be spread into z.object. */
export const dateBoxes = <Name extends string>(name: Name) =>
  ({
    [`${name}-day`]: z.string().trim(),
    [`${name}-month`]: z.string().trim(),
    [`${name}-year`]: z.string().trim(),
  }) as Record<`${Name}-day` | `${Name}-month` | `${Name}-year`, z.ZodString>;

/**
 * The date typed into three boxes as "2027-02-26", or the message in the Design System's wording. `label` begins the
 * message: "Due date" gives "Due date must be a real date".
 */
export function readDate(values: DateTyped, name: string, label: string): { date: string } | { message: string } {
  const { day, month, year } = typedDate(values, name);
  if (!day.trim() && !month.trim() && !year.trim())
    return { message: `Enter the ${label[0]!.toLowerCase()}${label.slice(1)}` };
  const missing = Object.entries({ day, month, year }).flatMap(([part, typed]) => (typed.trim() ? [] : [part]));
  if (missing.length > 0) return { message: `${label} must include a ${missing.join(" and a ")}` };
  if (!/^\d{4}$/.test(year.trim())) return { message: `${label}: year must have 4 numbers` };
  const date = [year.trim(), pad(month), pad(day)].join("-");
  return isCalendarDate(date) ? { date } : { message: `${label} must be a real date` };
}

const pad = (typed: string) => typed.trim().padStart(2, "0");

/** "2027-02-29" is none: the date that the parts give must be the one that was written. */
function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}

/** Puts the three boxes of `name` together inside a schema's transform; adds the message at the date where it is wrong. */
export function refineDate(
  values: DateTyped,
  name: string,
  label: string,
  context: z.RefinementCtx,
): string | typeof z.NEVER {
  const read = readDate(values, name, label);
  if ("date" in read) return read.date;
  context.addIssue({ code: "custom", path: [name], message: read.message });
  return z.NEVER;
}
