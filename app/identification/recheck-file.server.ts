import type { Actor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { asActor } from "~/platform/db.server";

/**
 * Asks the worker to compare a checked file again with what is stored and decided now; its bytes are not read anew. True
 * also where that was asked already; false where the file is not one that is checked.
 */
export async function recheckFile({ actor, fileId }: { actor: Actor; fileId: string }): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const { count } = await tx.resultsFile.updateMany({
      where: { id: fileId, state: "checked" },
      data: { state: "waiting", version: { increment: 1 } },
    });
    if (count === 1) {
      await addJob(tx, "read-results-file", { fileId }, `read:${fileId}`);
      return true;
    }
    const file = await tx.resultsFile.findUnique({ where: { id: fileId }, select: { state: true } });
    if (!file) throw new Response("Not found", { status: 404 });
    return ["waiting", "reading"].includes(file.state);
  });
}
