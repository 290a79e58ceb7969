import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** Puts a file aside that has not been taken over. False where it is being taken over, or was. */
export async function discardResultsFile({ actor, fileId }: { actor: Actor; fileId: string }): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const { count } = await tx.resultsFile.updateMany({
      where: { id: fileId, state: { in: ["waiting", "reading", "checked", "refused"] } },
      data: { state: "discarded", version: { increment: 1 } },
    });
    if (count === 1) return true;
    const file = await tx.resultsFile.findUnique({ where: { id: fileId }, select: { state: true } });
    if (!file) throw new Response("Not found", { status: 404 });
    return file.state === "discarded";
  });
}
