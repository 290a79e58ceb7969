import type { Tx } from "~/platform/db.server";
import { historyCandidates } from "./history-candidates.server";

type Decided = { decidedById: string | null; decidedAt: Date; reason?: string };

/** Why a school's results cannot go on at another; null where they can. */
async function findProblem(tx: Tx, fromId: string, toId: string): Promise<string | null> {
  const taken = await tx.school.findFirst({
    where: { predecessorId: fromId, id: { not: toId } },
    select: { name: true, urn: true },
  });
  if (taken) return `Its results go on at ${taken.name}${taken.urn ? ` (URN ${taken.urn})` : ""} already`;
  const [circle] = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE line AS (
      SELECT id, predecessor_id, 0 AS step FROM schools WHERE id = ${fromId}::uuid
      UNION ALL SELECT s.id, s.predecessor_id, step + 1 FROM line JOIN schools s ON s.id = line.predecessor_id WHERE step < 20)
    SELECT FROM line WHERE id = ${toId}::uuid`;
  return circle ? "It continues this school already, so this school cannot continue it" : null;
}

/**
 * Records whose results go on at a school: one of those that are linked with it, or nobody's. The floor rule follows what
 * is decided here from the next run on. A message where it cannot be so.
 */
export async function decideHistory(
  tx: Tx,
  { fromId, toId, reason, ...decided }: { fromId: string | null; toId: string } & Decided,
): Promise<string | null> {
  await tx.$queryRaw`SELECT id FROM schools WHERE id = ${toId}::uuid OR id = ${fromId}::uuid ORDER BY id FOR UPDATE`;
  const problem = fromId && (await findProblem(tx, fromId, toId));
  if (problem) return problem;
  // What no link says yet, but was among the answers, is decided as well.
  await tx.$executeRaw`
    INSERT INTO school_links (from_id, to_id) SELECT from_id, school_id FROM (${historyCandidates}) c
     WHERE school_id = ${toId}::uuid ON CONFLICT DO NOTHING`;
  await tx.schoolLink.updateMany({ where: { toId, inOrder: true }, data: { continues: false, ...decided } });
  if (fromId) await tx.schoolLink.update({ where: { fromId_toId: { fromId, toId } }, data: { continues: true } });
  await tx.school.update({ where: { id: toId }, data: { predecessorId: fromId }, select: { id: true } });
  await noteDecision(tx, { schoolId: toId, continuesId: fromId, reason, ...decided });
  return null;
}

/** Keeps who decided what and why, also once it is decided anew. */
const noteDecision = (tx: Tx, data: { schoolId: string; continuesId: string | null } & Decided) =>
  tx.historyDecision.create({ data, select: { id: true } });

/** Records which of two linked schools came first, and so goes on as the other; `neither` where none does. */
export async function decideOrder(
  tx: Tx,
  { fromId, toId, order, reason, ...decided }: { fromId: string; toId: string; order: string } & Decided,
): Promise<string | null> {
  const was = await tx.schoolLink.findUniqueOrThrow({ where: { fromId_toId: { fromId, toId } } });
  if (order !== "forward" && order !== "backward") {
    const data = { continues: false, ...decided };
    await tx.schoolLink.update({ where: { fromId_toId: { fromId, toId } }, data, select: { fromId: true } });
    await noteDecision(tx, { schoolId: toId, continuesId: null, reason, ...decided });
    return null;
  }
  const ends = order === "forward" ? { fromId, toId } : { fromId: toId, toId: fromId };
  const other = await tx.schoolLink.count({ where: { toId: ends.toId, inOrder: true } });
  if (other > 0) return "Other schools are linked with the later one: decide first whose results go on there";
  const problem = await findProblem(tx, ends.fromId, ends.toId);
  if (problem) return problem;
  await tx.schoolLink.delete({ where: { fromId_toId: { fromId, toId } } });
  await tx.schoolLink.create({
    data: { ...ends, fileId: was.fileId, establishedOn: was.establishedOn, inOrder: true, continues: true, ...decided },
  });
  await tx.school.update({
    where: { id: ends.toId },
    data: { predecessorId: ends.fromId },
    select: { id: true },
  });
  await noteDecision(tx, { schoolId: ends.toId, continuesId: ends.fromId, reason, ...decided });
  return null;
}
