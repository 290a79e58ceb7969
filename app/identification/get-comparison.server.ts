import type { Actor } from "~/platform/actor";
import { compareRuns, type RunComparison } from "./compare-runs.server";
import type { ComparisonQuery } from "./compared-lists";
import { getRun, type RunPage } from "./get-run.server";
import { type ComparableRun, listComparableRuns } from "./list-comparable-runs.server";

export type ComparisonPage = {
  run: RunPage;
  runs: ComparableRun[];
  /** The earlier run first. Null until another run was chosen. */
  compared: { one: RunPage; other: RunPage; comparison: RunComparison } | null;
};

const isEarlier = (a: RunPage, b: RunPage) =>
  a.programme.id === b.programme.id ? a.number < b.number : a.createdAt < b.createdAt;

/** A run with those it can be compared with, and the comparison that was asked for. 404 where a run is not there. */
export async function getComparison(asked: {
  actor: Actor;
  runId: string | undefined;
  query: ComparisonQuery;
  /** Null for the whole list. */
  pageSize: number | null;
}): Promise<ComparisonPage> {
  const { actor, query, pageSize } = asked;
  const run = await getRun({ actor, runId: asked.runId });
  const runs = await listComparableRuns({ actor, runId: run.id, measure: run.rule.measure });
  if (!query.with) return { run, runs, compared: null };
  if (!runs.some(({ id }) => id === query.with)) throw new Response("Not found", { status: 404 });
  const found = await getRun({ actor, runId: query.with });
  const [one, other] = isEarlier(found, run) ? [found, run] : [run, found];
  const comparison = await compareRuns({
    ...{ actor, one: one.id, other: other.id, list: query.list },
    page: pageSize === null ? null : query.page,
    pageSize: pageSize ?? 0,
  });
  return { run, runs, compared: { one, other, comparison } };
}
