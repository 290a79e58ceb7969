import type { Tx } from "~/platform/db.server";
import type { CouncilOfRun } from "./list-ranked-councils.server";

type Decided = {
  programmeId: string;
  councils: readonly CouncilOfRun[];
  decidedById: string | null;
  now: Date;
};

/** Gives each council the cohort that was confirmed for a run, where the council itself may read it. */
export async function writeMemberships(tx: Tx, { programmeId, councils, decidedById, now }: Decided): Promise<void> {
  const decided = councils.filter(({ cohort }) => cohort !== null);
  await tx.$executeRaw`
    INSERT INTO cohort_memberships (programme_id, council_code, cohort, reason, decided_by_id, decided_at)
    SELECT ${programmeId}::uuid, d.code, d.cohort, d.reason, ${decidedById}::uuid, ${now}
      FROM unnest(${decided.map(({ code }) => code)}::text[], ${decided.map(({ cohort }) => cohort)}::text[],
                  ${decided.map(({ cohortReason }) => cohortReason)}::text[]) AS d (code, cohort, reason)
    ON CONFLICT (programme_id, council_code) DO UPDATE
      SET cohort = excluded.cohort, reason = excluded.reason, decided_by_id = excluded.decided_by_id,
          decided_at = excluded.decided_at`;
}
