import type { Tx } from "~/platform/db.server";
import { type RankedCouncil, rankCouncils } from "./rank-councils";

export type Cohort = "priority" | "standard";

export type CouncilOfRun = RankedCouncil & {
  /** As confirmed for this run; null where it is not, or where the council has no flagged school. */
  cohort: Cohort | null;
  cohortReason: string | null;
};

type Counted = {
  code: string;
  name: string;
  region: string;
  eligible: number;
  flagged: number;
  cohort: string | null;
  cohortReason: string | null;
};

/** The councils of a run in order of proportion, by the programme's cohort size and smallest council. */
export async function listRankedCouncils(tx: Tx, runId: string): Promise<CouncilOfRun[]> {
  const run = await tx.identificationRun.findUnique({
    where: { id: runId },
    select: { programme: { select: { cohortSize: true, smallestCouncil: true } } },
  });
  if (!run) throw new Response("Not found", { status: 404 });
  const counts = await tx.$queryRaw<Counted[]>`
    SELECT c.code, c.name, c.region, r.eligible, r.flagged, r.cohort, r.cohort_reason AS "cohortReason"
      FROM run_councils r JOIN councils c ON c.code = r.council_code WHERE r.run_id = ${runId}::uuid`;
  const decided = new Map(counts.map(({ code, cohort, cohortReason }) => [code, { cohort, cohortReason }]));
  return rankCouncils(counts, run.programme).map((council) => {
    const { cohort = null, cohortReason = null } = decided.get(council.code) ?? {};
    return { ...council, cohort: cohort as Cohort | null, cohortReason };
  });
}
