import type pg from "pg";
import { decodeFileInTurns } from "./decode-file";
import type { StageOutcome } from "./file-kind";
import { fileKinds, findFileKind } from "./file-kinds.server";
import type { OnProgress } from "./parse-records";
import { shorten } from "./row-error";

export type FileToStage = {
  fileId: string;
  bytes: Uint8Array;
  filename: string;
  expectedYear: number | null;
  onProgress?: OnProgress;
};

/** Reads a file, whatever its kind, into the staging tables. Part of the caller's transaction. */
export async function stageFile(
  client: pg.PoolClient,
  { fileId, bytes, ...request }: FileToStage,
): Promise<StageOutcome> {
  const decoded = await decodeFileInTurns(bytes);
  if (!decoded.ok) {
    const { line, found, message } = decoded.problem;
    const error = { line, column: null, found: found === null ? null : shorten(found), message };
    return { ok: false, errors: [error], errorCount: 1 };
  }
  const { text, encoding } = decoded;
  const kind = findFileKind(text);
  const outcome = await fileKinds[kind].stage({ client, fileId, text, encoding, ...request });
  if (!outcome.ok) return outcome;
  await client.query(
    `UPDATE results_files SET kind = $2, layout = $3, years = $4, measures = $5, rows_read = $6, rows_total = $6,
            read_share = 1, staged = true WHERE id = $1`,
    [fileId, kind, outcome.layout, outcome.years, outcome.measures, outcome.rows],
  );
  return outcome;
}
