import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { type CouncilFlags, councilNotice } from "./publication-words";

type CouncilCases = CouncilFlags & { councilCode: string };

/**
 * The job that tells each council which of its schools a published run has flagged. It may run again: the notice's key
 * is the run and the council, so that each is told once.
 */
export async function tellOfPublication({ runId }: { runId: string }): Promise<void> {
  await asActor(system("tell-of-publication"), async (tx) => {
    const run = await tx.identificationRun.findUnique({ where: { id: runId }, include: { programme: true } });
    if (!run || run.state !== "published" || !run.publishedAt) return;
    const councils = await tx.$queryRaw<CouncilCases[]>`
      SELECT c.council_code AS "councilCode", n.name, (min(c.first_due_on) FILTER (WHERE c.created_at = ${run.publishedAt}))::text AS "dueOn",
             count(*) FILTER (WHERE c.created_at = ${run.publishedAt})::int AS opened,
             count(*) FILTER (WHERE c.created_at <> ${run.publishedAt})::int AS attached
        FROM school_cases c JOIN councils n ON n.code = c.council_code
       WHERE c.run_id = ${runId}::uuid GROUP BY c.council_code, n.name`;
    await tx.notice.createMany({
      data: councils.map((council) => ({
        dedupeKey: `publication:${runId}:${council.councilCode}`,
        audience: "council",
        councilCode: council.councilCode,
        ...councilNotice(council, run.programme.name),
        link: "/schools",
        createdAt: run.publishedAt ?? run.createdAt,
      })),
      skipDuplicates: true,
    });
  });
}
