import type { Tx } from "~/platform/db.server";
import { type RankedCouncil, rankCouncils } from "./rank-councils";

/** The councils of a run in order of proportion, by the programme's cohort size and smallest council. */
export async function listRankedCouncils(tx: Tx, runId: string): Promise<RankedCouncil[]> {
  const run = await tx.identificationRun.findUnique({
    where: { id: runId },
    select: { programme: { select: { cohortSize: true, smallestCouncil: true } } },
  });
  if (!run) throw new Response("Not found", { status: 404 });
  const counts = await tx.$queryRaw<
    { code: string; name: string; region: string; eligible: number; flagged: number }[]
  >`
    SELECT c.code, c.name, c.region, r.eligible, r.flagged
      FROM run_councils r JOIN councils c ON c.code = r.council_code WHERE r.run_id = ${runId}::uuid`;
  return rankCouncils(counts, run.programme);
}
