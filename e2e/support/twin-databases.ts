import { randomBytes } from "node:crypto";
import type pg from "pg";
import { hashToken } from "../../app/people/find-session.server";
import { type CreatedDatabase, createDatabase } from "../../app/platform/create-database";
import type { RoleName } from "../../app/platform/actor";
import { withClient } from "../../app/platform/embedded/connect";
import { dueOn, FROZEN, world } from "./world";

type Somebody = { who: string; cookie: string; role: RoleName | null };

export type Twins = {
  urls: [string, string];
  /** People of every kind who are outside the circle that may learn of a priority council. */
  outsiders: Somebody[];
  /** A lead of the council that is priority in the first database alone: somebody who may see the difference. */
  insider: Somebody;
  /** Ids of what belongs to the two councils, by the names that addresses give them. */
  objects: Record<string, string>[];
  drop: () => Promise<void>;
};

type Council = { code: string; cases: { caseId: string; planId: string | null; schoolId: string }[] };

async function findCouncil(client: pg.Client, programmeId: string, cohort: string): Promise<Council> {
  const { rows } = await client.query<{ code: string; cases: Council["cases"] }>(
    `SELECT m.council_code AS code, json_agg(json_build_object('caseId', c.id, 'planId', c.plan_id, 'schoolId', c.school_id)
              ORDER BY c.plan_id NULLS LAST, c.id) AS cases
       FROM cohort_memberships m JOIN school_cases c USING (programme_id, council_code)
      WHERE m.programme_id = $1 AND m.cohort = $2 AND m.council_code <> '001' AND c.due_on = c.first_due_on
      GROUP BY 1 ORDER BY count(c.plan_id) DESC, 1 LIMIT 1`,
    [programmeId, cohort],
  );
  if (!rows[0]) throw new Error(`No council is ${cohort}.`);
  return rows[0];
}

/** Adds somebody with one role and an open session. */
async function signIn(
  client: pg.Client,
  who: string,
  {
    role,
    councilCode = null,
    schoolId = null,
  }: { role: RoleName; councilCode?: string | null; schoolId?: string | null },
): Promise<Somebody> {
  const token = randomBytes(24).toString("base64url");
  const { rows } = await client.query<{ id: string }>("INSERT INTO people (email, name) VALUES ($1, $2) RETURNING id", [
    `${who.toLowerCase().replaceAll(" ", ".")}@council-000.example`,
    who,
  ]);
  const personId = rows[0]?.id;
  await client.query("INSERT INTO role_grants (person_id, role, council_code, school_id) VALUES ($1, $2, $3, $4)", [
    personId,
    role,
    councilCode,
    schoolId,
  ]);
  await client.query("INSERT INTO sessions VALUES ($1, $2, $3, $3, $3::timestamptz + interval '8 hours')", [
    hashToken(token),
    personId,
    FROZEN,
  ]);
  return { who, cookie: `session=${token}`, role };
}

const inWords = { priority: "26 February 2027", standard: "19 March 2027" };

/** Gives each of the two councils the other's cohort, with every date and every word that follows from it. */
async function swapCohorts(client: pg.Client, programmeId: string, codes: string[]): Promise<void> {
  const swapped = (text: string) =>
    [dueOn, inWords].reduce(
      (sql, { priority, standard }) =>
        `replace(replace(replace(${sql}, '${priority}', '~'), '${standard}', '${priority}'), '~', '${standard}')`,
      text,
    );
  const other = "CASE cohort WHEN 'priority' THEN 'standard' ELSE 'priority' END";
  const date = (column: string) => `${column} = ${swapped(`${column}::text`)}::date`;
  // The copies' own guards against changes are of no use here: this is the one place that rewrites a log.
  await client.query("SET session_replication_role = replica");
  for (const statement of [
    `UPDATE cohort_memberships SET cohort = ${other} WHERE programme_id = $1 AND council_code = ANY ($2)`,
    `UPDATE run_councils SET cohort = ${other} WHERE council_code = ANY ($2)
        AND run_id IN (SELECT id FROM identification_runs WHERE programme_id = $1)`,
    `UPDATE school_cases SET ${date("due_on")}, ${date("first_due_on")}, context = ${swapped("context::text")}::jsonb
      WHERE programme_id = $1 AND council_code = ANY ($2)`,
    `UPDATE events SET payload = ${swapped("payload::text")}::jsonb WHERE programme_id = $1 AND council_code = ANY ($2)`,
    `UPDATE notices SET title = ${swapped("title")}, body = ${swapped("body")}
      WHERE council_code = ANY ($2) AND $1::uuid IS NOT NULL`,
  ])
    await client.query(statement, [programmeId, codes]);
}

/** Two databases that differ in one thing alone: which of two councils of the programme under way is a priority council. */
export async function makeTwins(): Promise<Twins> {
  const adminUrl = world().databaseUrl;
  const nameOf = (url: string) => new URL(url).pathname.slice(1);
  const copies: CreatedDatabase[] = [];
  const copy = async (template: string) => {
    const made = await createDatabase({ adminUrl, template: nameOf(template) });
    copies.push(made);
    return made.url;
  };
  const first = await copy(world().untouchedUrl);
  const scene = await withClient(first, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM programmes WHERE template = 'primary' ORDER BY created_at DESC LIMIT 1",
    );
    const programmeId = rows[0]?.id ?? "";
    const a = await findCouncil(client, programmeId, "priority");
    const b = await findCouncil(client, programmeId, "standard");
    const c = { councilCode: "101" };
    const insider = await signIn(client, "Lead of A", { role: "lead", councilCode: a.code });
    const outsiders: Somebody[] = [];
    for (const [who, held] of [
      ["Lead elsewhere", { role: "lead", ...c }],
      ["Officer elsewhere", { role: "officer", councilCode: "001" }],
      ["Head in A", { role: "headteacher", councilCode: a.code, schoolId: a.cases[0]?.schoolId }],
      ["Head in B", { role: "headteacher", councilCode: b.code, schoolId: b.cases[0]?.schoolId }],
      ["Adviser of A", { role: "adviser", councilCode: a.code }],
      ["Adviser of B", { role: "adviser", councilCode: b.code }],
    ] as const)
      outsiders.push(await signIn(client, who, held));
    const revisions = await client.query<{ revisionId: string; planId: string }>(
      `SELECT r.id AS "revisionId", r.plan_id AS "planId" FROM revisions r JOIN plans p ON p.id = r.plan_id
        WHERE p.council_code = ANY ($1) ORDER BY r.submitted_at LIMIT 4`,
      [[a.code, b.code]],
    );
    const runs = await client.query<{ id: string }>("SELECT id FROM identification_runs WHERE programme_id = $1", [
      programmeId,
    ]);
    const shared = { programmeId, runId: runs.rows[0]?.id ?? "", section: "position" };
    const objects = [a, b].map(({ code, cases }, at) => ({
      ...shared,
      code,
      caseId: cases[0]?.caseId ?? "",
      planId: cases.find(({ planId }) => planId)?.planId ?? "",
      schoolId: cases[0]?.schoolId ?? "",
      ...revisions.rows[at],
    }));
    return { programmeId, codes: [a.code, b.code], insider, outsiders, objects };
  });
  const second = await copy(first);
  await withClient(second, (client) => swapCohorts(client, scene.programmeId, scene.codes));
  return {
    ...scene,
    urls: [first, second],
    drop: async () => void (await Promise.all(copies.map((one) => one.drop()))),
  };
}
