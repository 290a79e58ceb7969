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
 * reason, which is kept with each council whose cohort differs. Every council with a flagged school gets a cohort. Until
 * publication it stands with the run, where only the Department can read it; it may be confirmed anew until then.
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
    const { count } = await tx.identificationRun.updateMany({
      where: { id: runId, state: { in: ["confirmed", "cohortConfirmed"] } },
      data: {
        state: "cohortConfirmed",
        cohortConfirmedById: actor.kind === "person" ? actor.personId : null,
        cohortConfirmedAt: now,
        version: { increment: 1 },
      },
    });
    if (count !== 1) return { ok: false, reason: "notConfirmable" };
    const decided = councils.map((council) => {
      const cohort = council.flagged === 0 ? null : priority.includes(council.code) ? "priority" : "standard";
      return {
        code: council.code,
        rank: council.rank,
        cohort,
        reason: differs.includes(council) ? reason.trim() : null,
      };
    });
    await tx.$executeRaw`
      UPDATE run_councils r SET rank = d.rank, cohort = d.cohort, cohort_reason = d.reason
        FROM unnest(${decided.map(({ code }) => code)}::text[], ${decided.map(({ rank }) => rank)}::int[],
                    ${decided.map(({ cohort }) => cohort)}::text[], ${decided.map((council) => council.reason)}::text[])
          AS d (code, rank, cohort, reason)
       WHERE r.run_id = ${runId}::uuid AND r.council_code = d.code`;
    return { ok: true };
  });
}
