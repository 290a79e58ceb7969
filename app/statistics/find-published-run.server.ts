import { readRule } from "~/identification/rule-version";
import type { Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";

export type PublishedRun = { id: string; number: number; publishedAt: string };
/** The programme and the run whose figures a page shows, with what they need of its rule. */
export type FiguresOf = {
  programme: { id: string; name: string };
  run: PublishedRun;
  /** All published runs of the programme, the newest first. */
  runs: PublishedRun[];
  rule: { measure: string; floor: number; latestYear: number; ruleYears: number };
};

/** A published run of a published programme: the one asked for, else the newest. 404 where there is none. */
export async function findPublishedRun(
  tx: Tx,
  asked: { programmeId: string | undefined; runId?: string | null },
): Promise<FiguresOf> {
  const programme = await tx.programme.findFirst({
    where: { id: requireId(asked.programmeId), state: "published" },
    select: { id: true, name: true },
  });
  const rows = programme
    ? await tx.identificationRun.findMany({
        where: { programmeId: programme.id, state: "published" },
        select: { id: true, number: true, publishedAt: true, rule: true },
        orderBy: [{ publishedAt: "desc" }, { number: "desc" }],
      })
    : [];
  const runs = rows.map(({ id, number, publishedAt }) => ({
    id,
    number,
    publishedAt: publishedAt?.toISOString() ?? "",
  }));
  const found = asked.runId ? rows.findIndex(({ id }) => id === asked.runId) : 0;
  const [run, row] = [runs[found], rows[found]];
  if (!programme || !run || !row) throw new Response("Not found", { status: 404 });
  const { measure, floor, latestYear, ruleYears } = readRule(row.rule);
  return { programme, run, runs, rule: { measure, floor: Number(floor), latestYear, ruleYears } };
}
