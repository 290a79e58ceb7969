import { programmeRule } from "~/identification/programme-rule.server";
import { isSameRule } from "~/identification/rule-version";
import { unpublishedStates } from "~/identification/start-identification.server";
import { StaleForm } from "~/plans/event-refused";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import { type ProgrammeSettings, refusePastDates } from "./create-programme.schema";
import type { ProgrammeSaved } from "./create-programme.server";
import { settingColumns } from "./programme-settings.server";

/**
 * Changes a programme that is still a draft. A run of another rule is put aside; where only the cohort's size changes,
 * the cohort is to be confirmed again. Throws StaleForm where somebody else changed or published it in the meantime.
 */
export async function updateProgramme({
  actor,
  programmeId,
  settings,
  version,
  now,
}: {
  actor: Actor;
  programmeId: string;
  settings: ProgrammeSettings;
  version: number;
  now: Date;
}): Promise<ProgrammeSaved> {
  const errors = refusePastDates(settings, dateInLondon(now));
  if (errors) return { ok: false, errors };
  return asActor(actor, async (tx) => {
    await tx.$queryRaw`SELECT id FROM programmes WHERE id = ${programmeId}::uuid FOR UPDATE`;
    const before = await tx.programme.findUnique({ where: { id: programmeId } });
    if (!before) throw new Response("Not found", { status: 404 });
    if (before.state !== "draft") throw new StaleForm("The programme has been published, so its settings stand.");
    if (before.version !== version)
      throw new StaleForm("Somebody changed these settings since you opened the page. Nothing of yours was saved.");
    const after = await tx.programme.update({
      where: { id: programmeId },
      data: { ...settingColumns(settings), version: { increment: 1 } },
    });
    const ranking = before.cohortSize !== after.cohortSize || before.smallestCouncil !== after.smallestCouncil;
    if (!isSameRule(programmeRule(before), programmeRule(after)))
      await tx.identificationRun.updateMany({
        where: { programmeId, state: { in: unpublishedStates } },
        data: { state: "discarded", version: { increment: 1 } },
      });
    else if (ranking)
      await tx.identificationRun.updateMany({
        where: { programmeId, state: "cohortConfirmed" },
        data: { state: "confirmed", version: { increment: 1 } },
      });
    return { ok: true, programmeId };
  });
}
