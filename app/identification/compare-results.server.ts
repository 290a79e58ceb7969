import type pg from "pg";
import { changedDetails, comparedResults, comparedSchools, schoolDetails } from "./compared-sql";
import type { FileComparison } from "./file-kind";
import type { FileSummary } from "./file-summary";
import { findSuccessions, type NumberHolder, type Succession } from "./find-successions";
import { matchResults } from "./match-results.server";
import { summariseResults } from "./summarise-results.server";

/**
 * Says what taking a staged results file over would change, and keeps it for `store-results` in staged_results,
 * staged_details and staged_successions.
 */
export async function compareResults(client: pg.PoolClient, fileId: string): Promise<FileComparison> {
  // The planner knows nothing yet of rows that this transaction wrote, and would look up thousands one by one.
  await client.query("SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '64MB'");
  for (const table of ["staged_results", "staged_details", "staged_successions"])
    await client.query(`DELETE FROM ${table} WHERE file_id = $1`, [fileId]);
  const { errors, undecided, leftOut } = await matchResults(client, fileId);
  if (errors.length > 0) return { errors };
  await client.query(
    `INSERT INTO staged_results
     SELECT $1, row_number() OVER (), c.* FROM (${comparedResults}) c WHERE outcome <> 'same'`,
    [fileId],
  );
  await client.query(
    `INSERT INTO staged_details (file_id, school_id, ${schoolDetails.join(", ")}, before, after)
     SELECT $1, c.school_id, ${schoolDetails.map((column) => `c.${column}`).join(", ")}, d.before, d.after
       FROM (${comparedSchools}) c
       CROSS JOIN LATERAL (
         SELECT jsonb_object_agg(detail, before) AS before, jsonb_object_agg(detail, after) AS after
           FROM (${changedDetails}) changed) d`,
    [fileId],
  );
  const successions = await linkNumbers(client, fileId);
  const counted = await summariseResults(client, fileId, successions);
  const summary: FileSummary = { ...counted, undecided, leftOut };
  return { summary, undecided };
}

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
  await client.query("INSERT INTO staged_successions SELECT $1, * FROM unnest($2::uuid[], $3::uuid[])", [
    fileId,
    successions.map(({ fromId }) => fromId),
    successions.map(({ toId }) => toId),
  ]);
  return successions;
}
