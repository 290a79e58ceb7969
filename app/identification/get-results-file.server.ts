import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import type { FileSummary } from "./file-summary";
import { namesOf } from "./list-results-files.server";
import type { RowError } from "./row-error";

export type ResultsFilePage = {
  id: string;
  filename: string;
  checksum: string;
  size: number;
  state: string;
  expectedYear: number | null;
  rowsRead: number;
  measures: string[];
  years: number[];
  summary: FileSummary | null;
  errors: { errors: RowError[]; count: number } | null;
  uploadedAt: string;
  uploadedBy: string;
  takenOverAt: string | null;
  takenOverBy: string;
  /** Programmes of a measure that the file has. */
  programmes: { id: string; name: string }[];
};

/** A results file with what is wrong with it, or with what taking it over changes; for admins. 404 where there is none. */
export async function getResultsFile(asked: { actor: Actor; fileId: string | undefined }): Promise<ResultsFilePage> {
  const id = requireId(asked.fileId);
  return asActor(asked.actor, async (tx) => {
    const file = await tx.resultsFile.findUnique({ where: { id } });
    if (!file) throw new Response("Not found", { status: 404 });
    const nameOf = await namesOf(tx, [file.uploadedById, file.takenOverById]);
    const programmes = await tx.programme.findMany({
      where: { measure: { in: file.measures } },
      select: { id: true, name: true },
      orderBy: { createdAt: "desc" },
    });
    const { filename, checksum, size, state, expectedYear, rowsRead, measures, years } = file;
    return {
      ...{ id, filename, checksum, size, state, expectedYear, rowsRead, measures, years, programmes },
      summary: file.summary as FileSummary | null,
      errors: file.errors as ResultsFilePage["errors"],
      uploadedAt: file.uploadedAt.toISOString(),
      uploadedBy: nameOf(file.uploadedById),
      takenOverAt: file.takenOverAt?.toISOString() ?? null,
      takenOverBy: nameOf(file.takenOverById),
    };
  });
}

/** How far the work on a file is, without what it found: asked again and again while somebody waits. */
export async function getFileProgress(asked: {
  actor: Actor;
  fileId: string | undefined;
}): Promise<{ id: string; filename: string; size: number; state: string; rowsRead: number }> {
  const id = requireId(asked.fileId);
  return asActor(asked.actor, async (tx) => {
    const select = { id: true, filename: true, size: true, state: true, rowsRead: true };
    const file = await tx.resultsFile.findUnique({ where: { id }, select });
    if (!file) throw new Response("Not found", { status: 404 });
    return file;
  });
}
