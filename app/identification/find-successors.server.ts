import type pg from "pg";

/** For each school that another continues, the one that its line ends with today. */
export async function findSuccessors(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; last: string }>(
    `WITH RECURSIVE later AS (
       SELECT predecessor_id AS id, id AS at, 1 AS step FROM schools WHERE predecessor_id IS NOT NULL
       UNION ALL
       SELECT later.id, s.id, later.step + 1 FROM later JOIN schools s ON s.predecessor_id = later.at WHERE later.step < 20)
     SELECT DISTINCT ON (id) id, at AS last FROM later ORDER BY id, step DESC, at`,
  );
  return new Map(rows.map(({ id, last }) => [id, last]));
}
