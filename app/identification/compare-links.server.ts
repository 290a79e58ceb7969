import type pg from "pg";
import { type Edge, findCircles } from "./find-circles";
import { findLinks } from "./find-links.server";
import type { LinkOutcome, LinksFacts, LinksSummary } from "./links-summary";

/** A school as pages write it. */
const named = (alias: string) => `${alias}.name || coalesce(' (URN ' || ${alias}.urn || ')', '')`;

/** Who says what is stored: of a link `l` that need not be there, since results files tell of successors without one. */
const source = `
  CASE WHEN l.decided_by_id IS NOT NULL THEN 'a person decided'
       ELSE coalesce((SELECT filename FROM results_files WHERE id = l.file_id), 'an earlier file') || ' says' END`;

/** The links of the file that nothing is said of yet, by the stored schools. */
const pairs = `
  pair AS (
    SELECT p.line, p.plain, p.to_urn, f.id AS from_id, t.id AS to_id, f.predecessor_id AS from_continues,
           t.predecessor_id AS to_continues, ${named("f")} AS earlier, ${named("t")} AS later
      FROM file_links p JOIN schools f ON f.urn = p.from_urn JOIN schools t ON t.urn = p.to_urn
     WHERE p.file_id = $1 AND p.outcome IS NULL)`;

/** Sets aside what is no new link: kinds that are not used, schools that are not stored, what is stored, and its opposite. */
async function setAside(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `UPDATE file_links l SET note = NULL, outcome = CASE
              WHEN from_urn IS NULL THEN 'unused'
              WHEN NOT EXISTS (SELECT FROM schools s WHERE s.urn = l.from_urn)
                OR NOT EXISTS (SELECT FROM schools s WHERE s.urn = l.to_urn) THEN 'unknown' END
      WHERE file_id = $1`,
    [fileId],
  );
  await client.query(
    `WITH ${pairs}
     UPDATE file_links x SET outcome = 'contrary',
            note = 'Stored the other way round: ' || ${source} || ' that ' || pair.earlier || ' continues ' || pair.later
       FROM pair LEFT JOIN school_links l ON l.from_id = pair.to_id AND l.to_id = pair.from_id AND l.in_order
      WHERE x.file_id = $1 AND x.line = pair.line AND (l.from_id IS NOT NULL OR pair.from_continues = pair.to_id)`,
    [fileId],
  );
  await client.query(
    `WITH ${pairs},
     sole AS (SELECT to_urn FROM file_links WHERE file_id = $1 AND to_urn IS NOT NULL
               GROUP BY to_urn HAVING count(DISTINCT from_urn) = 1 AND bool_and(plain)),
     met AS (
       SELECT pair.*, l.continues IS FALSE AND l.decided_by_id IS NOT NULL AND sole.to_urn IS NOT NULL AS denied
         FROM pair JOIN school_links l ON (l.from_id, l.to_id) = (pair.from_id, pair.to_id)
                OR NOT l.in_order AND (l.to_id, l.from_id) = (pair.from_id, pair.to_id)
         LEFT JOIN sole USING (to_urn))
     UPDATE file_links x SET outcome = CASE WHEN denied THEN 'contrary' ELSE 'known' END,
            note = CASE WHEN denied THEN 'A person decided that ' || later || ' does not continue it. That stays' END
       FROM met WHERE x.file_id = $1 AND x.line = met.line`,
    [fileId],
  );
}

/** Sets aside links that lead round in a circle with what is stored: of the file alone, reading has refused them. */
async function setCirclesAside(client: pg.PoolClient, fileId: string): Promise<void> {
  const { rows } = await client.query<Edge & { line: number | null }>(
    `WITH ${pairs}
     SELECT line, from_id AS "from", to_id AS "to" FROM pair
     UNION ALL SELECT NULL, from_id, to_id FROM school_links WHERE in_order
     UNION ALL SELECT NULL, predecessor_id, id FROM schools WHERE predecessor_id IS NOT NULL`,
    [fileId],
  );
  const isInCircle = findCircles(rows);
  await client.query(
    `UPDATE file_links SET outcome = 'contrary',
            note = 'With what is stored it would lead round in a circle. It is not taken'
      WHERE file_id = $1 AND line = ANY ($2)`,
    [fileId, rows.filter((row) => row.line !== null && isInCircle(row)).map(({ line }) => line)],
  );
}

/** Says of each new link whether it is taken, or who says otherwise, or that a person has to choose. */
async function noteNew(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `WITH ${pairs},
     decided AS (
       SELECT to_id, bool_or(continues) AS continues FROM school_links
        WHERE in_order AND decided_by_id IS NOT NULL GROUP BY to_id),
     met AS (
       SELECT pair.*, n.clear, d.to_id IS NOT NULL AS is_decided,
              pair.to_continues IS NOT NULL AND pair.to_continues <> pair.from_id AS differs,
              ${named("c")} AS continued, ${source} AS says
         FROM pair JOIN file_links p ON p.file_id = $1 AND p.line = pair.line
         JOIN staged_links n ON n.file_id = $1 AND (n.from_urn, n.to_urn) = (p.from_urn, p.to_urn)
         LEFT JOIN decided d ON d.to_id = pair.to_id
         LEFT JOIN schools c ON c.id = pair.to_continues
         LEFT JOIN school_links l ON l.from_id = c.id AND l.to_id = pair.to_id)
     UPDATE file_links x
        SET outcome = CASE WHEN clear THEN 'new' WHEN is_decided OR differs THEN 'contrary' ELSE 'choose' END,
            note = CASE WHEN clear THEN NULL
                        WHEN is_decided THEN 'A person decided that ' || later || ' continues ' ||
                             coalesce(continued, 'no other school') || '. That stays until a person decides otherwise'
                        WHEN differs THEN later || ' continues ' || continued || ' already, as ' || says ||
                             '. Neither counts until a person chooses' END
       FROM met WHERE x.file_id = $1 AND x.line = met.line`,
    [fileId],
  );
}

/** Holds the links of a staged file against what is stored, notes what becomes of each, and says so in figures. */
export async function compareLinks(
  client: pg.PoolClient,
  fileId: string,
): Promise<{ summary: LinksSummary; undecided: number }> {
  await client.query("SET LOCAL enable_nestloop = off");
  await setAside(client, fileId);
  await setCirclesAside(client, fileId);
  await findLinks(client, fileId);
  await noteNew(client, fileId);
  return { summary: await summariseLinks(client, fileId), undecided: 0 };
}

async function summariseLinks(client: pg.PoolClient, fileId: string): Promise<LinksSummary> {
  const read = await client.query<{ summary: LinksFacts }>("SELECT summary FROM results_files WHERE id = $1", [fileId]);
  const counted = await client.query<{ outcome: LinkOutcome; count: number }>(
    `SELECT outcome, (CASE WHEN outcome = 'unused' THEN count(*) ELSE count(DISTINCT (from_urn, to_urn)) END)::int AS count
       FROM file_links WHERE file_id = $1 GROUP BY outcome`,
    [fileId],
  );
  const kinds = await client.query<{ type: string; count: number }>(
    `SELECT link_type AS type, count(*)::int AS count FROM file_links WHERE file_id = $1 AND outcome = 'unused'
      GROUP BY link_type ORDER BY 2 DESC, 1`,
    [fileId],
  );
  const whole = await client.query<{ rows: number; links: number; digest: string }>(
    `SELECT count(*)::int AS rows, count(DISTINCT (from_urn, to_urn)) FILTER (WHERE from_urn IS NOT NULL)::int AS links,
            encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', line, outcome, note), E'\\n' ORDER BY line), ''), 'UTF8')), 'hex') AS digest
       FROM file_links WHERE file_id = $1`,
    [fileId],
  );
  const [facts, [file]] = [read.rows[0]?.summary, whole.rows];
  if (!facts || !file) throw new Error("A file of links was compared before it was staged");
  const { kind, layoutName, encoding, separator, readMs, ignored } = facts;
  const none = { new: 0, choose: 0, known: 0, contrary: 0, unknown: 0, unused: 0 };
  const counts = Object.fromEntries(counted.rows.map(({ outcome, count }) => [outcome, count]));
  return {
    ...{ kind, layoutName, encoding, separator, readMs, ignored },
    ...file,
    counts: { ...none, ...counts },
    unusedKinds: kinds.rows,
  };
}
