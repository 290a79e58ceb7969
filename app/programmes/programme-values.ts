import { toDateParts } from "~/ui/format-date";
import type { ProgrammeSettings, ProgrammeValues } from "./create-programme.schema";

/** Settings as a form shows them. */
export function toProgrammeValues(settings: ProgrammeSettings): ProgrammeValues {
  const { priorityDueOn, standardDueOn, template, gapPolicy, goalKind, measure, name, floor, goalValue, ...numbers } =
    settings;
  const asText = Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)])) as Record<
    keyof typeof numbers,
    string
  >;
  const boxes = (field: string, date: string) =>
    Object.fromEntries(Object.entries(toDateParts(date)).map(([part, value]) => [`${field}-${part}`, value]));
  const dates = { ...boxes("priorityDueOn", priorityDueOn), ...boxes("standardDueOn", standardDueOn) };
  const words = { template, name, measure, floor, gapPolicy, goalValue, goalKind };
  return { ...words, ...asText, ...dates } as ProgrammeValues;
}
