import { createHash } from "node:crypto";
import type pg from "pg";
import { changedDetails, comparedResults, comparedSchools, resultWords, schoolDetails } from "./compared-sql";
import type { FileComparison } from "./file-kind";
import type { FileSummary, ReadFacts, ResultChange } from "./file-summary";
import { findSuccessions, type NumberHolder, type Succession } from "./find-successions";
import { matchResults } from "./match-results.server";

const shownChanges = 500;
const shownSuccessions = 200;

/**
 * Says what taking a staged results file over would change. It leaves three tables of the caller's transaction, from
 * which `store-results` stores: results_compared, schools_compared and links_compared.
 */
export async function compareResults(
  client: pg.PoolClient,
  fileId: string,
): Promise<FileComparison & { summary: FileSummary }> {
  // The planner knows nothing yet of rows that this transaction wrote, and would look up thousands one by one.
  await client.query("SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '64MB'");
  const { errors, undecided, leftOut } = await matchResults(client, fileId);
  await client.query(tables);
  await client.query(`INSERT INTO results_compared SELECT * FROM (${comparedResults}) c WHERE outcome <> 'same'`, [
    fileId,
  ]);
  await client.query(
    `INSERT INTO schools_compared
     SELECT c.school_id, ${schoolDetails.map((column) => `c.${column}`).join(", ")}, d.before, d.after
       FROM (${comparedSchools}) c
       CROSS JOIN LATERAL (
         SELECT jsonb_object_agg(detail, before) AS before, jsonb_object_agg(detail, after) AS after
           FROM (${changedDetails}) changed) d`,
    [fileId],
  );
  const successions = await linkNumbers(client, fileId);
  const summary = await summarise(client, fileId, successions);
  return { summary: { ...summary, undecided, leftOut }, undecided, ...(errors.length > 0 && { errors }) };
}

const tables = `
  DROP TABLE IF EXISTS results_compared, schools_compared, links_compared;
  CREATE TEMP TABLE results_compared (
    school_id uuid, measure text, year smallint, value numeric(7,4), code text, pupils int, before_value numeric(7,4),
    before_code text, before_pupils int, before_file_id uuid, outcome text) ON COMMIT DROP;
  CREATE TEMP TABLE schools_compared (
    school_id uuid, name text, type text, mainstream bool, open bool, council_code text, laestab text, urn text, town text,
    postcode text, successor_urn text, before jsonb, after jsonb) ON COMMIT DROP;
  CREATE TEMP TABLE links_compared (earlier_id uuid, later_id uuid) ON COMMIT DROP`;

/** Links new schools with those that hold the same number, where it is clear which came first. */
async function linkNumbers(client: pg.PoolClient, fileId: string): Promise<Succession[]> {
  const holders = await client.query<NumberHolder>(
    `WITH said AS MATERIALIZED (
       SELECT m.school_id, m.is_new, r.laestab, r.urn, r.name, r.open, f.years[cardinality(f.years)]::int AS year
         FROM results_files f JOIN file_schools m ON m.file_id = f.id
         JOIN staged_rows r ON r.file_id = m.file_id AND r.line = m.line
        WHERE f.id = $1),
     held AS MATERIALIZED (
       SELECT laestab FROM (SELECT laestab, is_new FROM said
                            UNION ALL SELECT laestab::text, false FROM schools) every
        GROUP BY laestab HAVING count(*) > 1 AND bool_or(is_new))
     SELECT said.school_id AS "schoolId", laestab, said.urn, said.name, said.year, said.open, false AS "hasPredecessor",
            false AS succeeded, true AS "isNew"
       FROM said JOIN held USING (laestab) WHERE said.is_new
     UNION ALL
     SELECT s.id, s.laestab::text, s.urn, s.name,
            coalesce(said.year, s.details_year, extract(year FROM s.details_on)::int, (SELECT max(year) FROM said)),
            coalesce(said.open, s.open),
            s.predecessor_id IS NOT NULL OR EXISTS (SELECT FROM school_links l WHERE l.to_id = s.id),
            EXISTS (SELECT FROM schools later WHERE later.predecessor_id = s.id), false
       FROM held JOIN schools s ON s.laestab = held.laestab LEFT JOIN said ON said.school_id = s.id
      ORDER BY 2, 3`,
    [fileId],
  );
  const successions = findSuccessions(holders.rows);
  await client.query("INSERT INTO links_compared SELECT * FROM unnest($1::uuid[], $2::uuid[])", [
    successions.map(({ fromId }) => fromId),
    successions.map(({ toId }) => toId),
  ]);
  return successions;
}

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

async function summarise(
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
                     FROM schools_compared) schools
       CROSS JOIN (SELECT count(*) FILTER (WHERE outcome = 'new')::int AS "newResults",
                          count(*) FILTER (WHERE outcome = 'changed')::int AS "changedResults",
                          count(*) FILTER (WHERE outcome = 'pupils')::int AS "changedPupils",
                          count(*)::int AS differing,
                          string_agg(results_compared::text, E'\\n' ORDER BY school_id, measure, year)
                            FILTER (WHERE outcome IN ('changed', 'pupils')) AS values
                     FROM results_compared) results
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
    changes: await firstChanges(client),
    continued: links.length,
    successions: links.slice(0, shownSuccessions),
    digest: createHash("sha256")
      .update(JSON.stringify([newSchools, newResults, unchangedResults, found.changed, links]))
      .digest("hex"),
  };
}

async function firstChanges(client: pg.PoolClient): Promise<ResultChange[]> {
  const { rows } = await client.query<ResultChange>(
    `SELECT s.id AS "schoolId", s.name, s.laestab, c.measure, c.year::int, ${resultWords("c.before_value", "c.before_code")} AS before,
            ${resultWords("c.value", "c.code")} AS after
       FROM results_compared c JOIN schools s ON s.id = c.school_id WHERE c.outcome = 'changed'
      ORDER BY s.laestab, s.id, c.measure, c.year LIMIT ${shownChanges}`,
  );
  return rows;
}
