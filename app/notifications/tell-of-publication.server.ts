import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";

type CouncilCases = { councilCode: string; name: string; opened: number; attached: number; dueOn: string | null };

/** What a council is told of a publication: its own schools and its own date, nothing of any other council. */
function noticeWords({ name, opened, attached, dueOn }: CouncilCases, programme: string) {
  if (opened === 0)
    return {
      title: `New results for ${formatPlural(attached, "school")} of ${name} in “${programme}”`,
      body: `${attached === 1 ? "The school is" : "These schools are"} flagged again. Plans and due dates stay as they are.`,
    };
  const due = dueOn ? ` Plans are due on ${formatDate(dueOn)}.` : "";
  const again =
    attached > 0
      ? ` ${formatPlural(attached, "school")} with an open plan ${attached === 1 ? "is" : "are"} flagged again.`
      : "";
  return {
    title: `${formatPlural(opened, "school")} of ${name} ${opened === 1 ? "needs" : "need"} a plan`,
    body: `The Department has published “${programme}”.${due}${again} Tell each headteacher before anyone else learns of it: the reason, the figures and their right of reply.`,
  };
}

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
        ...noticeWords(council, run.programme.name),
        link: "/schools",
        createdAt: run.publishedAt ?? run.createdAt,
      })),
      skipDuplicates: true,
    });
  });
}
