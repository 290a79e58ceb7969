import { createHash } from "node:crypto";
import type pg from "pg";
import { resultWords } from "./compared-sql";
import type { FileSummary, ReadFacts, ResultChange } from "./file-summary";
import type { Succession } from "./find-successions";

const shownChanges = 500;
const shownSuccessions = 200;

type Counts = Pick<
  FileSummary,
  | "schools"
  | "newSchools"
  | "newResults"
  | "changedResults"
  | "changedPupils"
  | "unchangedResults"
  | "changedSchools"
  | "year"
>;

/** A compared results file in figures, with the first of what it changes. */
export async function summariseResults(
  client: pg.PoolClient,
  fileId: string,
  successions: readonly Succession[],
): Promise<Omit<FileSummary, "undecided" | "leftOut">> {
  const counts = await client.query<Counts & { read: ReadFacts; changed: string }>(
    `SELECT f.years[cardinality(f.years)]::int AS year, f.summary AS read, rows.*, added."newSchools", schools.*, results.*,
            added.matched * cardinality(f.column_years) - results.differing AS "unchangedResults",
            md5(concat(schools.details, results.values)) AS changed
       FROM results_files f
       CROSS JOIN (SELECT count(*)::int AS schools FROM staged_rows WHERE file_id = $1) rows
       CROSS JOIN (SELECT count(*)::int AS matched, count(*) FILTER (WHERE is_new)::int AS "newSchools" FROM file_schools WHERE file_id = $1) added
       CROSS JOIN (SELECT count(*)::int AS "changedSchools",
                          string_agg(concat_ws(' ', school_id, before, after), E'\\n' ORDER BY school_id) AS details
                     FROM staged_details WHERE file_id = $1) schools
       CROSS JOIN (SELECT count(*) FILTER (WHERE outcome = 'new')::int AS "newResults",
                          count(*) FILTER (WHERE outcome = 'changed')::int AS "changedResults",
                          count(*) FILTER (WHERE outcome = 'pupils')::int AS "changedPupils",
                          count(*)::int AS differing,
                          string_agg(concat_ws(' ', school_id, measure, year, value, code, pupils, before_value, before_code, before_pupils),
                                     E'\\n' ORDER BY school_id, measure, year)
                            FILTER (WHERE outcome IN ('changed', 'pupils')) AS values
                     FROM staged_results WHERE file_id = $1) results
      WHERE f.id = $1`,
    [fileId],
  );
  const [found] = counts.rows;
  if (!found) throw new Error("A results file was compared before it was staged");
  const { layoutName, encoding, separator, readMs, ignored } = found.read;
  const { year, schools, newSchools, newResults, changedResults, changedPupils, unchangedResults, changedSchools } =
    found;
  const links = successions.map(({ laestab, name, fromUrn, toUrn }) => ({ laestab, name, fromUrn, toUrn }));
  return {
    ...{ layoutName, encoding, separator, readMs, ignored, year, schools, newSchools, newResults, unchangedResults },
    ...{ changedResults, changedPupils, changedSchools },
    changes: await firstChanges(client, fileId),
    continued: links.length,
    successions: links.slice(0, shownSuccessions),
    digest: createHash("sha256")
      .update(JSON.stringify([newSchools, newResults, unchangedResults, found.changed, links]))
      .digest("hex"),
  };
}

async function firstChanges(client: pg.PoolClient, fileId: string): Promise<ResultChange[]> {
  const { rows } = await client.query<ResultChange>(
    `SELECT s.id AS "schoolId", s.name, s.laestab, c.measure, c.year::int, ${resultWords("c.before_value", "c.before_code")} AS before,
            ${resultWords("c.value", "c.code")} AS after
       FROM staged_results c JOIN schools s ON s.id = c.school_id WHERE c.file_id = $1 AND c.outcome = 'changed'
      ORDER BY s.laestab, s.id, c.measure, c.year LIMIT ${shownChanges}`,
    [fileId],
  );
  return rows;
}
