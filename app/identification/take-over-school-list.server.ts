import type pg from "pg";
import { listColumns } from "./compare-school-list.server";
import { storeLinks } from "./store-links.server";

const names = listColumns.join(", ");
const assignments = listColumns.map((column) => `${column} = image.${column}`).join(", ");

/**
 * Stores what the comparison of a staged list found: schools and the links between them. Part of the caller's
 * transaction, all or nothing. What it replaces is kept in school_changes, so that the list can be taken back.
 */
export async function takeOverSchoolList(client: pg.PoolClient, fileId: string): Promise<void> {
  await storeSchools(client, fileId);
  await storeLinks(client, fileId);
}

async function storeSchools(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query("UPDATE staged_schools SET school_id = gen_random_uuid() WHERE file_id = $1 AND outcome = 'new'", [
    fileId,
  ]);
  await client.query(
    `INSERT INTO file_schools (file_id, school_id, line, is_new, before_year, before_on, before_file_id)
     SELECT t.file_id, t.school_id, t.line, t.outcome = 'new', s.details_year, s.details_on, s.details_file_id
       FROM staged_schools t LEFT JOIN schools s ON s.id = t.school_id
      WHERE t.file_id = $1 AND t.school_id IS NOT NULL`,
    [fileId],
  );
  await client.query(
    `INSERT INTO schools (id, ${names})
     SELECT t.school_id, ${listColumns.map((column) => `image.${column}`).join(", ")}
       FROM staged_schools t CROSS JOIN LATERAL jsonb_populate_record(NULL::schools, t.after) AS image
      WHERE t.file_id = $1 AND t.outcome = 'new'`,
    [fileId],
  );
  await client.query(
    `INSERT INTO school_changes (file_id, school_id, before, after)
     SELECT file_id, school_id, before, after FROM staged_schools
      WHERE file_id = $1 AND outcome IN ('changed', 'unchanged') AND before IS NOT NULL ORDER BY line`,
    [fileId],
  );
  await client.query(
    `UPDATE schools later SET ${assignments}
       FROM staged_schools t JOIN schools s ON s.id = t.school_id
            CROSS JOIN LATERAL jsonb_populate_record(s, t.after) AS image
      WHERE t.file_id = $1 AND t.outcome IN ('changed', 'unchanged') AND t.after IS NOT NULL AND later.id = s.id`,
    [fileId],
  );
}
