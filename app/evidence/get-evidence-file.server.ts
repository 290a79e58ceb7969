import type { Actor } from "~/platform/actor";
import { copyBytes } from "~/platform/copy-bytes.server";
import { asActorInBulk } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { evidenceKinds, isEvidenceKind } from "./evidence-kinds";

export type EvidenceFile = { filename: string; contentType: string; bytes: Buffer };

/** The bytes of a piece of evidence, for whoever may read what cites it; 404 for everybody else. */
export async function getEvidenceFile({
  actor,
  evidenceId,
}: {
  actor: Actor;
  evidenceId: string;
}): Promise<EvidenceFile> {
  if (!isUuid(evidenceId)) throw new Response("Not found", { status: 404 });
  return asActorInBulk(actor, async (client) => {
    const found = await client.query<{ filename: string; kind: string }>(
      "SELECT filename, kind FROM evidence WHERE id = $1",
      [evidenceId],
    );
    const [row] = found.rows;
    const id = client.escapeLiteral(evidenceId);
    const bytes = row && (await copyBytes(client, `SELECT bytes FROM evidence_contents WHERE evidence_id = ${id}`));
    if (!row || !bytes) throw new Response("Not found", { status: 404 });
    const contentType = isEvidenceKind(row.kind) ? evidenceKinds[row.kind].contentType : "application/octet-stream";
    return { filename: row.filename, contentType, bytes };
  });
}
