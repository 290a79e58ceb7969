import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { countRemoved } from "./count-removed.server";
import type { Cohort } from "./list-ranked-councils.server";

export type CohortChangeItem = {
  id: string;
  council: string;
  from: Cohort;
  to: Cohort;
  reason: string;
  moved: number;
  by: string;
  /** The instant, in ISO form. */
  at: string;
};

export type CohortsSince = {
  /** By council code. */
  removed: Record<string, number>;
  /** The cohorts that stand now, by council code; none where a later run of the programme is published. */
  standing: Record<string, Cohort> | null;
  /** The newest first. */
  changes: CohortChangeItem[];
};

/** What has become of a published run's cohorts and flags since its publication, for admins. */
export async function getCohortsSince(asked: { actor: Actor; runId: string }): Promise<CohortsSince> {
  const runId = requireId(asked.runId);
  return asActor(asked.actor, async (tx) => {
    const run = await tx.identificationRun.findUniqueOrThrow({ where: { id: runId } });
    const { programmeId } = run;
    const later = await tx.identificationRun.findFirst({
      where: { programmeId, state: "published", number: { gt: run.number } },
      orderBy: { number: "asc" },
    });
    const memberships = later ? [] : await tx.cohortMembership.findMany({ where: { programmeId } });
    const rows = await tx.cohortChange.findMany({
      where: {
        programmeId,
        decidedAt: { gte: run.publishedAt ?? run.createdAt, ...(later?.publishedAt && { lt: later.publishedAt }) },
      },
      include: { council: { select: { name: true } } },
      orderBy: { decidedAt: "desc" },
    });
    const people = await tx.person.findMany({
      where: { id: { in: rows.map(({ decidedById }) => decidedById) } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return {
      removed: Object.fromEntries(await countRemoved(tx, runId)),
      standing: later
        ? null
        : Object.fromEntries(memberships.map(({ councilCode, cohort }) => [councilCode, cohort as Cohort])),
      changes: rows.map(({ id, council, fromCohort, toCohort, reason, moved, decidedById, decidedAt }) => ({
        id,
        council: council.name,
        from: fromCohort as Cohort,
        to: toCohort as Cohort,
        reason,
        moved,
        by: names.get(decidedById) ?? "Somebody whose name is no longer held",
        at: decidedAt.toISOString(),
      })),
    };
  });
}
