import { StaleForm } from "~/plans/event-refused";
import { openCases } from "~/plans/open-case.server";
import type { Actor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { dateInLondon } from "~/platform/clock.server";
import { asActor, type Tx } from "~/platform/db.server";
import { planPublication } from "./plan-publication.server";
import { writeMemberships } from "./write-memberships.server";

type PreviewedVersions = { run: number; programme: number };

export type Published =
  { ok: true; opened: number; attached: number } | { ok: false; reason: "notPublishable"; problems: string[] };

/** Undoes the transaction: the run stays unpublished. */
class NotPublishable extends Error {
  constructor(readonly problems: string[]) {
    super("The run cannot be published");
  }
}

/** The answer that publishing gave, for the same form posted again. */
async function countPublished(
  tx: Tx,
  { id, publishedAt }: { id: string; publishedAt: Date | null },
): Promise<Published> {
  const opened = await tx.schoolCase.count({ where: { runId: id, createdAt: publishedAt ?? undefined } });
  return { ok: true, opened, attached: (await tx.schoolCase.count({ where: { runId: id } })) - opened };
}

/**
 * Publishes a run whose cohort is confirmed: each flagged school gets a case with the due date of its council's cohort,
 * and each council's cohort is written where that council may read it. A school with an open case of this programme
 * keeps it; a finished one is followed by a new case linked to it. Throws StaleForm where the run or its programme is
 * not at the version that was previewed: what is published is what the admin was shown.
 */
export async function publishRun({
  actor,
  runId,
  previewed,
  now,
}: {
  actor: Actor;
  runId: string;
  /** The versions that the preview showed; a caller that shows none leaves them out. */
  previewed?: PreviewedVersions;
  now: Date;
}): Promise<Published> {
  return asActor<Published>(
    actor,
    async (tx) => {
      // In this order everywhere: the programme, its runs, its cases, so that two admins never wait for each other. NO
      // KEY: somebody who holds a case and adds a row that names the programme does not wait for this in turn.
      await tx.$queryRaw`
        SELECT p.id FROM programmes p JOIN identification_runs r ON r.programme_id = p.id
         WHERE r.id = ${runId}::uuid FOR NO KEY UPDATE OF p`;
      const publishedById = actor.kind === "person" ? actor.personId : null;
      const { count } = await tx.identificationRun.updateMany({
        where: { id: runId, state: "cohortConfirmed" },
        data: { state: "published", publishedById, publishedAt: now, version: { increment: 1 } },
      });
      const run = await tx.identificationRun.findUnique({ where: { id: runId }, include: { programme: true } });
      if (!run) throw new Response("Not found", { status: 404 });
      if (run.state === "published" && count === 0) return countPublished(tx, run);
      if (count !== 1) return { ok: false, reason: "notPublishable", problems: [] };
      // The run's version has just gone up by one.
      if (previewed && (previewed.run !== run.version - 1 || previewed.programme !== run.programme.version))
        throw new StaleForm(
          "The run was not published: its cohorts or the programme’s due dates have changed since the preview was shown.",
        );
      // A case that ends meanwhile is seen as ended, and so followed by a new one, or ends after this.
      await tx.$queryRaw`
        SELECT id FROM school_cases WHERE programme_id = ${run.programmeId}::uuid ORDER BY id FOR UPDATE`;
      const { programme, councils, dueOn, flagged, problems } = await planPublication(tx, {
        run,
        today: dateInLondon(now),
      });
      if (problems.length > 0) throw new NotPublishable(problems);
      await writeMemberships(tx, { programmeId: programme.id, councils, decidedById: publishedById, now });
      const running = flagged.flatMap(({ openCaseId }) => openCaseId ?? []);
      // An open case goes on; what it shows as the flag is the later run's.
      await tx.schoolCase.updateMany({ where: { id: { in: running } }, data: { runId } });
      const opened = await openCases(tx, {
        actor,
        programmeId: programme.id,
        runId,
        now,
        cases: flagged
          .filter(({ openCaseId }) => openCaseId === null)
          .map(({ schoolId, urn, laestab, councilCode, cohort, endedCaseId }) => ({
            school: { id: schoolId, urn, laestab, councilCode },
            dueOn: dueOn[cohort],
            previousCaseId: endedCaseId,
          })),
      });
      await tx.programme.update({
        where: { id: programme.id },
        data: { state: "published", publishedAt: programme.publishedAt ?? now, version: { increment: 1 } },
      });
      await addJob(tx, "tell-of-publication", { runId }, `publication:${runId}`);
      await addJob(tx, "count-statistics", { runId }, `statistics:${runId}`);
      return { ok: true, opened: opened.length, attached: running.length };
    },
    { timeout: 120_000 },
  ).catch((error: unknown): Published => {
    if (error instanceof NotPublishable) return { ok: false, reason: "notPublishable", problems: error.problems };
    throw error;
  });
}
