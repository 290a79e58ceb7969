import type pg from "pg";
import { keptByLine } from "./kept-by-line";
import { finishedStates } from "./run-state";

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
      WHERE programme_id = $1 AND state = ANY ($2) ORDER BY number DESC LIMIT 1`,
    [programmeId, finishedStates],
  );
  const [run] = rows;
  if (!run) return null;
  const kept = await client.query<Standing & { schoolId: string; heldAs: string }>(
    `WITH RECURSIVE ${keptByLine}
     SELECT school_id AS "schoolId", held_as AS "heldAs", eligible, flagged, first_concern AS "firstConcern" FROM kept`,
    [[run.id]],
  );
  return {
    run,
    schools: new Map(kept.rows.map(({ schoolId, heldAs: _, ...found }) => [schoolId, found])),
    idsIn: new Map(kept.rows.map(({ schoolId, heldAs }) => [schoolId, heldAs])),
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
