import { createHash } from "node:crypto";
import { noteContributor } from "~/plans/lock-plan.server";
import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { formatDate } from "~/ui/format-date";
import { checkFileType } from "./check-file-type.server";
import { cleanFilename } from "./clean-filename";
import { ceilingOf, type EvidenceOwner, ownerId } from "./evidence-owner";
import { lockOwner } from "./lock-owner.server";

type AttachEvidence = {
  actor: PersonActor;
  owner: EvidenceOwner;
  file: { name: string; bytes: Buffer };
  description: string;
  /** The form's key becomes the evidence's id: the same form sent again adds nothing. */
  commandId: string;
  now: Date;
};

/** `problem` is the sentence for the field of the file. */
export type Attached = { attached: true; id: string; filename: string } | { attached: false; problem: string };

const refuse = (problem: string): Attached => ({ attached: false, problem });

/** What stands against one more file: the same bytes are there, or the ceiling is reached. */
async function findProblem(tx: Tx, owner: EvidenceOwner, { checksum, size }: { checksum: string; size: number }) {
  const there = await tx.evidence.findFirst({ where: { ...owner, checksum, removedAt: null } });
  if (there) {
    const person = await tx.person.findUnique({ where: { id: there.addedById }, select: { name: true } });
    const by = person ? ` by ${person.name}` : "";
    return `The selected file is here already: “${there.description}”, added${by} on ${formatDate(there.addedAt)}`;
  }
  const ceiling = ceilingOf(owner);
  const { _count: files, _sum } = await tx.evidence.aggregate({
    where: { ...owner, removedAt: null },
    _count: true,
    _sum: { size: true },
  });
  if (files >= ceiling.files) return `There are ${ceiling.files} files, the most that can be attached here`;
  if ((_sum.size ?? 0) + size > ceiling.bytes)
    return `With this file there would be more than ${ceiling.bytes / 1024 / 1024}MB, the most that can be attached here`;
  return null;
}

/**
 * Keeps a file as evidence of a draft plan, an open challenge or a note on progress, if its content is of a kind that is
 * accepted. Nothing is stored where the same bytes are there already.
 */
export async function attachEvidence(asked: AttachEvidence): Promise<Attached> {
  const { actor, owner, file, description, commandId: id, now } = asked;
  const checked = await checkFileType(file);
  if (!checked.ok) return refuse(checked.message);
  const filename = cleanFilename(file.name);
  const size = file.bytes.length;
  const checksum = createHash("sha256").update(file.bytes).digest("hex");
  return asActor(actor, async (tx) => {
    await lockOwner(tx, { actor, owner });
    const made = await tx.evidence.findFirst({ where: { id, ...owner }, select: { filename: true } });
    if (made) return { attached: true, id, filename: made.filename };
    const problem = await findProblem(tx, owner, { checksum, size });
    if (problem) return refuse(problem);
    const row = { id, ...owner, filename, kind: checked.kind, size, checksum, description };
    await tx.evidence.create({ data: { ...row, addedById: actor.personId, addedAt: now }, select: { id: true } });
    // By hand, since the client would turn ten megabytes into text first.
    await tx.$executeRaw`INSERT INTO evidence_contents (evidence_id, bytes) VALUES (${id}::uuid, ${file.bytes})`;
    if ("planId" in owner) await noteContributor(tx, { planId: ownerId(owner), personId: actor.personId, now });
    return { attached: true, id, filename };
  });
}
