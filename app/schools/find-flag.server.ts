import type { Tx } from "~/platform/db.server";
import { findRunRow } from "./find-run-row.server";

export type Flag = { sentence: string; firstConcern: boolean; runNumber: number };

/** Why a run flagged a school, or null where the reader may not know. */
export async function findFlag(tx: Tx, asked: { runId: string; schoolId: string }): Promise<Flag | null> {
  const row = await findRunRow(tx, asked);
  return row && { sentence: row.sentence, firstConcern: row.firstConcern, runNumber: row.run.number };
}
