import { councilsOf, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";

/**
 * The day on which the run that a letter was read of was published ("2026-11-24"), for the council of the case; 404 for
 * everybody else, and for a run of another programme.
 */
export async function getPublicationDay(asked: {
  actor: PersonActor;
  caseId: string;
  runId: string | undefined;
}): Promise<string> {
  const { actor, caseId } = asked;
  const runId = requireId(asked.runId);
  return asActor(actor, async (tx) => {
    const found = await tx.schoolCase.findUnique({
      where: { id: caseId },
      select: { councilCode: true, programmeId: true },
    });
    if (!found || !councilsOf(actor).includes(found.councilCode)) throw new Response("Not found", { status: 404 });
    const run = await tx.identificationRun.findFirst({
      where: { id: runId, programmeId: found.programmeId, state: "published" },
      select: { publishedAt: true },
    });
    if (!run?.publishedAt) throw new Response("Not found", { status: 404 });
    return dateInLondon(run.publishedAt);
  });
}
