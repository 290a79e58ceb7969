import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import type { FileList, FileListId } from "./file-lists";
import { isListed } from "./file-state";
import type { FileSummary } from "./file-summary";
import { listFirstRows } from "./list-file-rows.server";
import type { LinksSummary } from "./links-summary";
import { namesOf } from "./list-results-files.server";
import type { RowError } from "./row-error";
import type { SchoolListSummary } from "./school-list-summary";

export type ResultsFilePage = {
  id: string;
  filename: string;
  kind: string;
  checksum: string;
  size: number;
  state: string;
  expectedYear: number | null;
  rowsRead: number;
  measures: string[];
  years: number[];
  /** Null where the file has not been checked. */
  summary: FileSummary | SchoolListSummary | LinksSummary | null;
  errors: { errors: RowError[]; count: number } | null;
  /** Rows that a person has to choose a school for. */
  undecided: number;
  /** The first pages of what there is to list. */
  lists: FileList[];
  uploadedAt: string;
  uploadedBy: string;
  takenOverAt: string | null;
  takenOverBy: string;
  takenBackAt: string | null;
  takenBackBy: string;
  /** Programmes of a measure that the file has. */
  programmes: { id: string; name: string }[];
};

/** A results file with what is wrong with it, or with what taking it over changes; for admins. 404 where there is none. */
export async function getResultsFile(asked: { actor: Actor; fileId: string | undefined }): Promise<ResultsFilePage> {
  const id = requireId(asked.fileId);
  const file = await asActor(asked.actor, (tx) => findFile(tx, id));
  const lists = listsOf(file);
  return { ...file, lists: lists.length > 0 ? await listFirstRows({ actor: asked.actor, fileId: id, lists }) : [] };
}

const ofLinks = ["contraryLinks", "linksToChoose", "newLinks"] as const;

/** What the page of a file lists: what is wrong, or what the file replaces. What results add is behind a link. */
function listsOf({ state, kind }: { state: string; kind: string }): FileListId[] {
  if (state === "refused") return ["errors"];
  if (kind === "schools" || !isListed(state)) return [];
  if (kind === "links") return [...ofLinks];
  const replaced = ["changedResults", "changedPupils", "changedSchools"] as const;
  return state === "checked" ? [...replaced, "choices"] : [...replaced];
}

async function findFile(tx: Tx, id: string): Promise<Omit<ResultsFilePage, "lists">> {
  const file = await tx.resultsFile.findUnique({ where: { id }, omit: { stagedTotals: true } });
  if (!file) throw new Response("Not found", { status: 404 });
  const nameOf = await namesOf(tx, [file.uploadedById, file.takenOverById, file.takenBackById]);
  const programmes = await tx.programme.findMany({
    where: { measure: { in: file.measures } },
    select: { id: true, name: true },
    orderBy: { createdAt: "desc" },
  });
  const { filename, kind, checksum, size, state, expectedYear, rowsRead, measures, years, undecided } = file;
  return {
    ...{ id, filename, kind, checksum, size, state, expectedYear, rowsRead, measures, years, undecided, programmes },
    // What reading noted before the comparison is not a summary yet.
    summary: file.checkedAt ? (file.summary as ResultsFilePage["summary"]) : null,
    errors: file.errors as ResultsFilePage["errors"],
    uploadedAt: file.uploadedAt.toISOString(),
    uploadedBy: nameOf(file.uploadedById),
    takenOverAt: file.takenOverAt?.toISOString() ?? null,
    takenOverBy: nameOf(file.takenOverById),
    takenBackAt: file.takenBackAt?.toISOString() ?? null,
    takenBackBy: nameOf(file.takenBackById),
  };
}

type FileProgress = {
  id: string;
  filename: string;
  kind: string;
  state: string;
  rowsRead: number;
  readShare: number;
  readRate: number | null;
};

/** How far the work on a file is, without what it found: asked again and again while somebody waits. */
export async function getFileProgress(asked: { actor: Actor; fileId: string | undefined }): Promise<FileProgress> {
  const id = requireId(asked.fileId);
  return asActor(asked.actor, async (tx) => {
    const select = {
      id: true,
      filename: true,
      kind: true,
      state: true,
      rowsRead: true,
      readShare: true,
      readRate: true,
    };
    const file = await tx.resultsFile.findUnique({ where: { id }, select });
    if (!file) throw new Response("Not found", { status: 404 });
    return file;
  });
}
