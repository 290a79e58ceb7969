import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { unpublishedStates } from "./start-identification.server";

const personId = (actor: Actor) => (actor.kind === "person" ? actor.personId : null);

async function stateOf(tx: Tx, runId: string): Promise<string> {
  const run = await tx.identificationRun.findUnique({ where: { id: runId }, select: { state: true } });
  if (!run) throw new Response("Not found", { status: 404 });
  return run.state;
}

/**
 * Confirms a proposed run: its flags stand and the cohorts can be decided. True also where it is confirmed already;
 * false where it was put aside, has gone on or failed.
 */
export async function confirmRun({ actor, runId, now }: { actor: Actor; runId: string; now: Date }): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const { count } = await tx.identificationRun.updateMany({
      where: { id: runId, state: "proposed" },
      data: { state: "confirmed", confirmedById: personId(actor), confirmedAt: now, version: { increment: 1 } },
    });
    return count === 1 || (await stateOf(tx, runId)) === "confirmed";
  });
}

/** Puts a run aside that has not been published; it is kept as it was. False where that is no longer possible. */
export async function discardRun({ actor, runId }: { actor: Actor; runId: string }): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const { count } = await tx.identificationRun.updateMany({
      where: { id: runId, state: { in: unpublishedStates } },
      data: { state: "discarded", version: { increment: 1 } },
    });
    return count === 1 || (await stateOf(tx, runId)) === "discarded";
  });
}
