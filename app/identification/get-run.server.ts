import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { type Bin, distributionEdges } from "./distribution";
import { namesOf } from "./list-results-files.server";
import { type ProgrammeRule, readRule } from "./rule-version";

export type RunPage = {
  id: string;
  number: number;
  state: string;
  programme: { id: string; name: string; state: string };
  rule: ProgrammeRule;
  ruleVersion: number;
  files: { id: string; filename: string; checksum: string; years: number[] }[];
  schoolsRead: number;
  eligible: number;
  flagged: number;
  firstConcern: number;
  boundary: number;
  createdAt: string;
  createdBy: string;
  confirmedAt: string | null;
  confirmedBy: string;
  publishedAt: string | null;
  publishedBy: string;
  version: number;
};

/** An identification run as it was kept, for admins. 404 where there is none. */
export async function getRun(asked: { actor: Actor; runId: string | undefined }): Promise<RunPage> {
  const id = requireId(asked.runId);
  return asActor(asked.actor, async (tx) => {
    const run = await tx.identificationRun.findUnique({
      where: { id },
      include: { programme: { select: { id: true, name: true, state: true } } },
    });
    if (!run) throw new Response("Not found", { status: 404 });
    const nameOf = await namesOf(tx, [run.createdById, run.confirmedById, run.publishedById]);
    const { number, state, programme, schoolsRead, eligible, flagged, firstConcern, boundary, version } = run;
    return {
      ...{ id, number, state, programme, schoolsRead, eligible, flagged, firstConcern, boundary, version },
      rule: readRule(run.rule),
      ruleVersion: run.ruleVersion,
      files: run.files as RunPage["files"],
      createdAt: run.createdAt.toISOString(),
      createdBy: nameOf(run.createdById),
      confirmedAt: run.confirmedAt?.toISOString() ?? null,
      confirmedBy: nameOf(run.confirmedById),
      publishedAt: run.publishedAt?.toISOString() ?? null,
      publishedBy: nameOf(run.publishedById),
    };
  });
}

/** How many eligible schools have which result in the latest year, in intervals that have an edge at the floor. */
export async function getRunDistribution(asked: { actor: Actor; runId: string; rule: ProgrammeRule }): Promise<Bin[]> {
  const { runId, rule } = asked;
  const edges = distributionEdges(Number(rule.floor));
  return asActor(asked.actor, async (tx: Tx) => {
    const rows = await tx.$queryRaw<{ at: number; count: number }[]>`
      SELECT width_bucket((values -> 'values' ->> ${String(rule.latestYear)})::numeric, ${edges}::numeric[]) AS at,
             count(*)::int AS count
        FROM run_schools
       WHERE run_id = ${runId}::uuid AND eligible AND values -> 'values' ->> ${String(rule.latestYear)} IS NOT NULL
       GROUP BY 1`;
    const last = edges.length - 1;
    // A result of exactly 100 lies on the last edge and belongs into the last interval.
    const countOf = (index: number) =>
      rows.filter(({ at }) => Math.min(at, last) === index + 1).reduce((sum, { count }) => sum + count, 0);
    return edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1] ?? 100, count: countOf(index) }));
  });
}
