import type pg from "pg";
import type { Actor } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { fileListSources } from "./file-list-sql";
import { isListed } from "./file-state";
import { type FileList, type FileListId, type ListedRow, ROWS_PER_PAGE } from "./file-lists";

/**
 * One page (from 1) of a list of a results file's rows, or all of it for `null`; for admins. 404 where there is no such
 * file, or it has no such list in the state that it is in.
 */
export async function listFileRows(asked: {
  actor: Actor;
  fileId: string | undefined;
  list: FileListId;
  page: number | null;
}): Promise<FileList> {
  const id = requireId(asked.fileId);
  const found = await asActorInBulk(asked.actor, (client) => readFileList(client, id, asked.list, asked.page));
  if (!found) throw new Response("Not found", { status: 404 });
  return found;
}

async function readFileList(
  client: pg.PoolClient,
  fileId: string,
  list: FileListId,
  page: number | null,
): Promise<FileList | null> {
  const file = await client.query<{ state: string }>("SELECT state FROM results_files WHERE id = $1", [fileId]);
  const state = file.rows[0]?.state;
  if (!state || !(list === "errors" ? state === "refused" : isListed(state))) return null;
  const { columns, cells, ...sql } = fileListSources[list];
  await client.query("SET LOCAL enable_nestloop = off");
  const text = state === "takenOver" ? sql.takenOver : sql.checked;
  const limit = page === null ? "" : `LIMIT ${ROWS_PER_PAGE} OFFSET ${(page - 1) * ROWS_PER_PAGE}`;
  const { rows } = await client.query<ListedRow>(`${text} ${limit}`, [fileId]);
  const counted =
    page === null
      ? null
      : await client.query<{ total: number }>(`SELECT count(*)::int AS total FROM (${text}) l`, [fileId]);
  return { id: list, columns, rows: rows.map(cells), total: counted?.rows[0]?.total ?? rows.length };
}

/** The first pages of several lists, those that have rows; for the page of the file itself. */
export async function listFirstRows(asked: {
  actor: Actor;
  fileId: string;
  lists: readonly FileListId[];
}): Promise<FileList[]> {
  return asActorInBulk(asked.actor, async (client) => {
    const found: FileList[] = [];
    for (const list of asked.lists) {
      const first = await readFileList(client, asked.fileId, list, 1);
      if (first && first.total > 0) found.push(first);
    }
    return found;
  });
}
