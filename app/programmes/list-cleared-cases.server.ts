import { finishedStates } from "~/identification/run-state";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";

/** An open case whose school the newest run of its programme does not flag. */
export type ClearedCase = {
  caseId: string;
  school: string;
  urn: string | null;
  laestab: string;
  council: string;
  planState: string;
  /** Why the run that opened the case, or was attached to it last, flagged the school. */
  before: string | null;
  /** What the newest run says; null where it did not look at the school. */
  after: string | null;
};

export type ClearedCases = {
  programme: { id: string; name: string };
  run: { id: string; number: number; state: string } | null;
  cases: ClearedCase[];
};

/** The open cases of a programme that its newest run does not flag any more, for admins: a corrected file clears schools. */
export async function listClearedCases(asked: {
  actor: Actor;
  programmeId: string | undefined;
}): Promise<ClearedCases> {
  const id = requireId(asked.programmeId);
  return asActor(asked.actor, async (tx) => {
    const programme = await tx.programme.findUnique({ where: { id }, select: { id: true, name: true } });
    if (!programme) throw new Response("Not found", { status: 404 });
    const run = await tx.identificationRun.findFirst({
      where: { programmeId: id, state: { in: [...finishedStates] } },
      orderBy: { number: "desc" },
      select: { id: true, number: true, state: true },
    });
    if (!run) return { programme, run, cases: [] };
    // The run may hold a school under others of its line. A flag of any of them counts; else what it says of the school
    // itself comes before, then of the nearest.
    const cases = await tx.$queryRaw<ClearedCase[]>`
      WITH RECURSIVE open AS (
        SELECT id, school_id, run_id, plan_state FROM school_cases WHERE programme_id = ${id}::uuid AND ended_at IS NULL),
      later AS (
        SELECT o.id AS case_id, o.school_id AS id, 0 AS step FROM open o
        UNION ALL
        SELECT l.case_id, s.id, l.step + 1 FROM later l JOIN schools s ON s.predecessor_id = l.id WHERE l.step < 20),
      earlier AS (
        SELECT o.id AS case_id, o.school_id AS id, 0 AS step FROM open o
        UNION ALL
        SELECT e.case_id, s.predecessor_id, e.step + 1 FROM earlier e JOIN schools s ON s.id = e.id
         WHERE s.predecessor_id IS NOT NULL AND e.step < 20),
      line AS (SELECT * FROM later UNION SELECT * FROM earlier),
      said AS (
        SELECT DISTINCT ON (line.case_id) line.case_id, r.flagged, r.sentence
          FROM line JOIN run_schools r ON r.school_id = line.id AND r.run_id = ${run.id}::uuid
         ORDER BY line.case_id, r.flagged DESC, line.step, line.id),
      opened AS (
        SELECT DISTINCT ON (line.case_id) line.case_id, r.sentence
          FROM line JOIN open o ON o.id = line.case_id JOIN run_schools r ON r.school_id = line.id AND r.run_id = o.run_id
         ORDER BY line.case_id, line.step, line.id)
      SELECT o.id AS "caseId", s.name AS school, s.urn, s.laestab, c.name AS council, o.plan_state AS "planState",
             opened.sentence AS before, said.sentence AS after
        FROM open o
        JOIN schools s ON s.id = o.school_id
        JOIN councils c ON c.code = s.council_code
        LEFT JOIN said ON said.case_id = o.id
        LEFT JOIN opened ON opened.case_id = o.id
       WHERE said.flagged IS NOT TRUE
       ORDER BY c.name, s.name, o.id`;
    return { programme, run, cases };
  });
}
