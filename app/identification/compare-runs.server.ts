import type pg from "pg";
import type { Actor } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { comparedLists, type ComparedList } from "./compared-lists";
import { keptByLine } from "./kept-by-line";
import { planForAll } from "./rule-tables";

type Side = { eligible: boolean; flagged: boolean; sentence: string };
export type ComparedSchool = {
  schoolId: string;
  name: string;
  urn: string | null;
  laestab: string;
  council: string;
  /** Null where that run did not have the school. */
  one: Side | null;
  other: Side | null;
};

export type RunComparison = { list: ComparedList; counts: Record<ComparedList, number>; schools: ComparedSchool[] };

/** What puts a school on a list, of the two sides "a" (the earlier run) and "b". */
const conditions: Record<ComparedList, string> = {
  flagged: "b.flagged AND a.flagged IS NOT TRUE",
  cleared: "a.flagged AND b.flagged IS NOT TRUE",
  values: "a.school_id = b.school_id AND differs",
  eligibility: "a.eligible <> b.eligible",
  added: "a.school_id IS NULL",
  gone: "b.school_id IS NULL",
};

// Only the years that both runs kept are compared: runs of before kept fewer.
const sides = `
  WITH RECURSIVE ${keptByLine},
  told AS (SELECT kept.*, ("values" -> 'values') || ("values" -> 'codes') AS cells FROM kept),
  a AS (SELECT * FROM told WHERE run_id = ($1::uuid[])[1]),
  b AS (SELECT * FROM told WHERE run_id = ($1::uuid[])[2]),
  compared AS MATERIALIZED (
    SELECT coalesce(a.school_id, b.school_id) AS id,
           CASE WHEN a.school_id IS NOT NULL THEN jsonb_build_object('eligible', a.eligible, 'flagged', a.flagged, 'sentence', a.sentence) END AS one,
           CASE WHEN b.school_id IS NOT NULL THEN jsonb_build_object('eligible', b.eligible, 'flagged', b.flagged, 'sentence', b.sentence) END AS other,
           ${Object.entries(conditions)
             .map(([list, condition]) => `coalesce(${condition}, false) AS ${list}`)
             .join(", ")}
      FROM a FULL JOIN b ON b.school_id = a.school_id
      CROSS JOIN LATERAL (
        SELECT a.cells <> b.cells AND EXISTS (
          SELECT FROM jsonb_each(a.cells) was WHERE b.cells ? was.key AND b.cells -> was.key <> was.value) AS differs) d)`;

async function countLists(client: pg.ClientBase, one: string, other: string): Promise<Record<ComparedList, number>> {
  const counts = Object.keys(conditions).map((list) => `count(*) FILTER (WHERE ${list})::int AS ${list}`);
  const { rows } = await client.query<Record<ComparedList, number>>(
    `${sides} SELECT ${counts.join(", ")} FROM compared`,
    [[one, other]],
  );
  return rows[0] ?? { flagged: 0, cleared: 0, values: 0, eligibility: 0, added: 0, gone: 0 };
}

/** Two runs beside each other, `one` the earlier: how many schools differ in what, and one list of them. For admins. */
export async function compareRuns(asked: {
  actor: Actor;
  one: string;
  other: string;
  list: ComparedList | null;
  /** From 1; null for the whole list. */
  page: number | null;
  pageSize: number;
}): Promise<RunComparison> {
  const { one, other, page, pageSize } = asked;
  return asActorInBulk(asked.actor, async (client) => {
    await client.query(planForAll);
    const counts = await countLists(client, one, other);
    const lists = Object.keys(comparedLists) as ComparedList[];
    const list = asked.list ?? lists.find((name) => counts[name] > 0) ?? "flagged";
    const { rows } = await client.query<ComparedSchool>(
      `${sides}
       SELECT s.id AS "schoolId", s.name, s.urn, s.laestab, c.name AS council, x.one, x.other
         FROM compared x JOIN schools s ON s.id = x.id JOIN councils c ON c.code = s.council_code
        WHERE x.${list} ORDER BY s.council_code, s.name, s.id LIMIT $2 OFFSET $3`,
      [[one, other], page === null ? null : pageSize, page === null ? 0 : (page - 1) * pageSize],
    );
    return { list, counts, schools: rows };
  });
}
