import type { Actor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { asActor } from "~/platform/db.server";

/**
 * Asks the worker to take a checked file over. True also where that was asked already; false where the file is not one
 * that can be taken over, where rows of it are undecided, or where another file with the same bytes was taken over.
 */
export async function takeOverResultsFile({
  actor,
  fileId,
  now,
}: {
  actor: Actor;
  fileId: string;
  now: Date;
}): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const file = await tx.resultsFile.findUnique({ where: { id: fileId }, select: { checksum: true, state: true } });
    if (!file) throw new Response("Not found", { status: 404 });
    if (["takingOver", "takenOver"].includes(file.state)) return true;
    // Of two files with the same bytes, asked for at once, the second waits here and is refused.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`upload ${file.checksum}`}))`;
    const same = await tx.resultsFile.count({
      where: { checksum: file.checksum, state: { in: ["takingOver", "takenOver"] } },
    });
    if (same > 0) return false;
    const { count } = await tx.resultsFile.updateMany({
      where: { id: fileId, state: "checked", undecided: 0 },
      data: {
        state: "takingOver",
        takenOverById: actor.kind === "person" ? actor.personId : null,
        takenOverAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 1) await addJob(tx, "take-over-results-file", { fileId }, `take-over:${fileId}`);
    return count === 1;
  });
}
