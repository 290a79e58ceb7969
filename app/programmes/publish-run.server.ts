import { openCase } from "~/plans/open-case.server";
import type { Actor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";

export type Published = { ok: true; opened: number; attached: number } | { ok: false; reason: "notPublishable" };

/**
 * Publishes a run whose cohort is confirmed: each flagged school gets a case with the due date of its council's cohort.
 * A school with an open case of this programme keeps it; a finished one is followed by a new case linked to it.
 */
export async function publishRun({
  actor,
  runId,
  now,
}: {
  actor: Actor;
  runId: string;
  now: Date;
}): Promise<Published> {
  return asActor(
    actor,
    async (tx) => {
      const { count } = await tx.identificationRun.updateMany({
        where: { id: runId, state: "cohortConfirmed" },
        data: {
          state: "published",
          publishedById: actor.kind === "person" ? actor.personId : null,
          publishedAt: now,
          version: { increment: 1 },
        },
      });
      if (count !== 1) return { ok: false, reason: "notPublishable" };
      const { programme } = await tx.identificationRun.findUniqueOrThrow({
        where: { id: runId },
        include: { programme: true },
      });
      const dueOn = { priority: isoDate(programme.priorityDueOn), standard: isoDate(programme.standardDueOn) };
      const flagged = await tx.runSchool.findMany({
        where: { runId, flagged: true },
        include: { school: true },
        orderBy: { schoolId: "asc" },
      });
      const memberships = await tx.cohortMembership.findMany({ where: { programmeId: programme.id } });
      const cohortOf = new Map(memberships.map(({ councilCode, cohort }) => [councilCode, cohort]));
      const earlier = await tx.schoolCase.findMany({
        where: { programmeId: programme.id, schoolId: { in: flagged.map(({ schoolId }) => schoolId) } },
        select: { id: true, schoolId: true, endedAt: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      });
      const last = new Map(earlier.map((found) => [found.schoolId, found]));
      let opened = 0;
      for (const { school, councilCode } of flagged) {
        const previous = last.get(school.id);
        if (previous && previous.endedAt === null) {
          // The open case goes on; what it shows as the flag is the later run's.
          await tx.schoolCase.update({ where: { id: previous.id }, data: { runId }, select: { id: true } });
          continue;
        }
        const cohort = cohortOf.get(councilCode) === "priority" ? "priority" : "standard";
        const place = { id: school.id, urn: school.urn, laestab: school.laestab, councilCode };
        await openCase(tx, {
          actor,
          programmeId: programme.id,
          runId,
          school: place,
          dueOn: dueOn[cohort],
          previousCaseId: previous?.id ?? null,
          now,
        });
        opened += 1;
      }
      await tx.programme.update({
        where: { id: programme.id },
        data: { state: "published", publishedAt: programme.publishedAt ?? now },
      });
      await addJob(tx, "tell-of-publication", { runId }, `publication:${runId}`);
      return { ok: true, opened, attached: flagged.length - opened };
    },
    { timeout: 120_000 },
  );
}
