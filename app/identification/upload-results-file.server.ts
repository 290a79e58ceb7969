import { createHash } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { asActor } from "~/platform/db.server";

export type UploadResultsFile = {
  actor: Actor;
  filename: string;
  bytes: Uint8Array;
  /** The year that the admin expects the file to be of; null to take the file's own. */
  expectedYear: number | null;
  now: Date;
};

/**
 * Keeps an uploaded results file and asks the worker to read it; nothing of it counts until it is taken over. The same
 * bytes that were already taken over are not kept again: the answer names the file that holds them.
 */
export async function uploadResultsFile({
  actor,
  filename,
  bytes,
  expectedYear,
  now,
}: UploadResultsFile): Promise<{ fileId: string; known: boolean }> {
  const checksum = createHash("sha256").update(bytes).digest("hex");
  return asActor(actor, async (tx) => {
    const known = await tx.resultsFile.findFirst({
      where: { checksum, state: { in: ["takingOver", "takenOver"] } },
      select: { id: true },
    });
    if (known) return { fileId: known.id, known: true };
    const { id: fileId } = await tx.resultsFile.create({
      data: {
        filename,
        checksum,
        size: bytes.byteLength,
        expectedYear,
        uploadedById: actor.kind === "person" ? actor.personId : null,
        uploadedAt: now,
      },
      select: { id: true },
    });
    await tx.resultsFileContent.create({ data: { fileId, bytes: new Uint8Array(bytes) }, select: { fileId: true } });
    await addJob(tx, "read-results-file", { fileId }, `read:${fileId}`);
    return { fileId, known: false };
  });
}
