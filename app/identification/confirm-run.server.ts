import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

const personId = (actor: Actor) => (actor.kind === "person" ? actor.personId : null);

/** Confirms a proposed run: its flags stand and the cohorts can be decided. False where it is not waiting for that. */
export async function confirmRun({ actor, runId, now }: { actor: Actor; runId: string; now: Date }): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const { count } = await tx.identificationRun.updateMany({
      where: { id: runId, state: "proposed" },
      data: { state: "confirmed", confirmedById: personId(actor), confirmedAt: now, version: { increment: 1 } },
    });
    return count === 1;
  });
}

/** Puts a run aside that has not been published; it is kept as it was. False where that is no longer possible. */
export async function discardRun({ actor, runId }: { actor: Actor; runId: string }): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const { count } = await tx.identificationRun.updateMany({
      where: { id: runId, state: { in: ["waiting", "failed", "proposed", "confirmed", "cohortConfirmed"] } },
      data: { state: "discarded", version: { increment: 1 } },
    });
    return count === 1;
  });
}
