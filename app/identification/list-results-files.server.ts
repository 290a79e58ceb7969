import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { countWaitingHistories } from "./read-history-questions.server";

export type ResultsFileItem = {
  id: string;
  filename: string;
  checksum: string;
  state: string;
  layoutName: string | null;
  years: number[];
  uploadedAt: string;
  uploadedBy: string;
  takenOverAt: string | null;
  takenOverBy: string;
};

const PAGE_SIZE = 25;
const COMMAND_LINE = "The command line";

/** Names of people by id; what nobody signed in did came from the command line. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  const people = await tx.person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => (id ? (names.get(id) ?? "A person no longer known") : COMMAND_LINE);
}

/** One page (from 1) of the results files, the newest first, and how many histories wait to be decided; for admins. */
export async function listResultsFiles({
  actor,
  page,
}: {
  actor: Actor;
  page: number;
}): Promise<{ files: ResultsFileItem[]; pages: number; histories: number }> {
  return asActor(actor, async (tx) => {
    const total = await tx.resultsFile.count();
    const rows = await tx.resultsFile.findMany({
      orderBy: [{ uploadedAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      omit: { stagedTotals: true },
    });
    const nameOf = await namesOf(
      tx,
      rows.flatMap(({ uploadedById, takenOverById }) => [uploadedById, takenOverById]),
    );
    return {
      files: rows.map(({ id, filename, checksum, state, summary, years, ...file }) => ({
        id,
        filename,
        checksum,
        state,
        layoutName: (summary as { layoutName?: string } | null)?.layoutName ?? null,
        years,
        uploadedAt: file.uploadedAt.toISOString(),
        uploadedBy: nameOf(file.uploadedById),
        takenOverAt: file.takenOverAt?.toISOString() ?? null,
        takenOverBy: file.takenOverAt ? nameOf(file.takenOverById) : "",
      })),
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      histories: await countWaitingHistories(tx),
    };
  });
}
