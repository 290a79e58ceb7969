import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { listRankedCouncils } from "./list-ranked-councils.server";

export type ConfirmCohort = {
  actor: Actor;
  runId: string;
  /** Codes of the councils that are to be priority. */
  priority: readonly string[];
  /** Why the cohort differs from the proposed one; needed only where it does. */
  reason: string;
  now: Date;
};

export type CohortRefusal = "notConfirmable" | "reasonMissing" | "unknownCouncil";

/**
 * Confirms who is priority. The proposed councils are the first K by proportion; an admin may decide otherwise with a
 * reason, which is kept with each council whose cohort differs. Every council with a flagged school gets a cohort.
 */
export async function confirmCohort({
  actor,
  runId,
  priority,
  reason,
  now,
}: ConfirmCohort): Promise<{ ok: true } | { ok: false; reason: CohortRefusal }> {
  return asActor(actor, async (tx) => {
    const councils = await listRankedCouncils(tx, runId);
    const flagged = councils.filter(({ flagged: count }) => count > 0);
    if (priority.some((code) => !flagged.some((council) => council.code === code)))
      return { ok: false, reason: "unknownCouncil" };
    const differs = flagged.filter((council) => council.proposed !== priority.includes(council.code));
    if (differs.length > 0 && !reason.trim()) return { ok: false, reason: "reasonMissing" };
    const decidedById = actor.kind === "person" ? actor.personId : null;
    const { count } = await tx.identificationRun.updateMany({
      where: { id: runId, state: { in: ["confirmed", "cohortConfirmed"] } },
      data: {
        state: "cohortConfirmed",
        cohortConfirmedById: decidedById,
        cohortConfirmedAt: now,
        version: { increment: 1 },
      },
    });
    if (count !== 1) return { ok: false, reason: "notConfirmable" };
    const { programmeId } = await tx.identificationRun.findUniqueOrThrow({
      where: { id: runId },
      select: { programmeId: true },
    });
    for (const council of flagged) {
      const cohort = priority.includes(council.code) ? "priority" : "standard";
      const membership = {
        cohort,
        reason: differs.includes(council) ? reason.trim() : null,
        decidedById,
        decidedAt: now,
      };
      await tx.cohortMembership.upsert({
        where: { programmeId_councilCode: { programmeId, councilCode: council.code } },
        create: { programmeId, councilCode: council.code, ...membership },
        update: membership,
      });
    }
    return { ok: true };
  });
}
