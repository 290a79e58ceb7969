import { demonstrationDueDates } from "~/deadlines/working-days";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import type { ProgrammeValues } from "./create-programme.schema";
import type { ProgrammeTemplate } from "./programme-templates";
import { toProgrammeValues } from "./programme-values";

/** Results of a school year are published from August on. */
const PUBLISHED_FROM_MONTH = 8;

/**
 * A template's settings for a new programme: the latest year is the newest that the stored results of its measure have,
 * and the due dates are the next working Fridays at the end of February and of March.
 */
export async function proposeProgramme({
  actor,
  template,
  now,
}: {
  actor: Actor;
  template: ProgrammeTemplate;
  now: Date;
}): Promise<ProgrammeValues> {
  const { id, name, about: _, goalYearsAhead, floor, goalValue, ...settings } = template;
  const newest = await asActor(actor, (tx) =>
    tx.result.aggregate({ where: { measure: template.measure, value: { not: null } }, _max: { year: true } }),
  );
  const today = dateInLondon(now);
  const [year = 0, month = 0] = today.split("-").map(Number);
  const latestYear = newest._max.year ?? (month >= PUBLISHED_FROM_MONTH ? year : year - 1);
  const { priority, standard } = demonstrationDueDates(today);
  return toProgrammeValues({
    ...settings,
    template: id,
    name: `${name} ${latestYear}`,
    latestYear,
    floor: String(floor),
    goalValue: String(goalValue),
    goalYear: latestYear + goalYearsAhead,
    priorityDueOn: priority,
    standardDueOn: standard,
  });
}
