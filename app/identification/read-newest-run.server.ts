import type pg from "pg";
import { findSuccessors } from "./find-successors.server";

/** What is said of one school, by a run or by a rule that is only tried. */
export type Standing = { eligible: boolean; flagged: boolean; firstConcern: boolean };

type NewestRun = {
  run: { id: string; number: number };
  /** By the school that each line ends with today. */
  schools: Map<string, Standing>;
  /** The school under which the run holds it. */
  idsIn: Map<string, string>;
};

/** What the newest finished run says, by the school that goes on today; null where there is no such run. */
export async function readNewestRun(client: pg.ClientBase, programmeId: string): Promise<NewestRun | null> {
  const { rows } = await client.query<{ id: string; number: number }>(
    `SELECT id, number FROM identification_runs
      WHERE programme_id = $1 AND state NOT IN ('waiting', 'running', 'failed', 'discarded') ORDER BY number DESC LIMIT 1`,
    [programmeId],
  );
  const [run] = rows;
  if (!run) return null;
  const kept = await client.query<Standing & { schoolId: string }>(
    `SELECT school_id AS "schoolId", eligible, flagged, first_concern AS "firstConcern" FROM run_schools WHERE run_id = $1`,
    [run.id],
  );
  const successors = await findSuccessors(client);
  // A run may hold a school and the one that came to continue it later: what it says of that school itself stands last.
  const ended = kept.rows
    .map((row) => ({ ...row, end: successors.get(row.schoolId) ?? row.schoolId }))
    .sort((a, b) => Number(a.end === a.schoolId) - Number(b.end === b.schoolId));
  return {
    run,
    schools: new Map(ended.map(({ end, schoolId: _, ...found }) => [end, found])),
    idsIn: new Map(ended.map(({ end, schoolId }) => [end, schoolId])),
  };
}

/** Why the run says so, for some schools. */
export async function readSentences(
  client: pg.ClientBase,
  { run, idsIn }: NewestRun,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; sentence: string }>(
    "SELECT school_id AS id, sentence FROM run_schools WHERE run_id = $1 AND school_id = ANY ($2)",
    [run.id, ids.map((id) => idsIn.get(id) ?? id)],
  );
  const sentences = new Map(rows.map(({ id, sentence }) => [id, sentence]));
  return new Map(
    ids.flatMap((id) => [[id, sentences.get(idsIn.get(id) ?? id) ?? ""] as const]).filter(([, text]) => text),
  );
}
