import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { flaggedLine } from "./flagged-line.server";

export type CouncilOpening = {
  code: string;
  name: string;
  /** Schools that the run flagged and of which the council was told. */
  schools: number;
  /** Who opened it first, and when (in ISO form); null where nobody has. */
  first: { by: string; at: string } | null;
  /** How many officers and leads have opened it. */
  readers: number;
  headsTold: number;
  headsOpened: number;
};

export type Openings = {
  run: { id: string; number: number };
  programme: string;
  publishedAt: string;
  /** Those that nobody has opened first, then by name. */
  councils: CouncilOpening[];
};

type Row = Omit<CouncilOpening, "first"> & { by: string | null; at: Date | null };

// A flag is the council's that had the school's case when the run was published: that council was told, whatever council
// the school is in, and whichever run has the case since.
const listCouncils = (tx: Tx, runId: string) => tx.$queryRaw<Row[]>`
  WITH RECURSIVE ${flaggedLine(runId)},
  cases AS (
    SELECT DISTINCT ON (line.flagged_id) line.flagged_id, c.council_code
      FROM identification_runs i CROSS JOIN line
      JOIN school_cases c ON c.school_id = line.id AND c.programme_id = i.programme_id
       AND c.created_at <= i.published_at AND (c.ended_at IS NULL OR c.ended_at > i.published_at)
     WHERE i.id = ${runId}::uuid ORDER BY line.flagged_id, line.step),
  told_councils AS (
    SELECT coalesce(cases.council_code, r.council_code) AS code, count(*)::int AS schools
      FROM run_schools r LEFT JOIN cases ON cases.flagged_id = r.school_id
     WHERE r.run_id = ${runId}::uuid AND r.flagged GROUP BY 1),
  opened AS (
    SELECT council_code, min(opened_at) FILTER (WHERE school_id IS NULL) AS at,
           (array_agg(person_id ORDER BY opened_at, person_id) FILTER (WHERE school_id IS NULL))[1] AS person_id,
           count(*) FILTER (WHERE school_id IS NULL)::int AS readers,
           count(DISTINCT school_id)::int AS heads
      FROM publication_openings WHERE run_id = ${runId}::uuid GROUP BY council_code),
  told AS (
    SELECT c.council_code, count(DISTINCT t.case_id)::int AS heads
      FROM head_tellings t JOIN school_cases c ON c.id = t.case_id
     WHERE t.run_id = ${runId}::uuid GROUP BY c.council_code)
  SELECT n.code, n.name, r.schools, o.at, p.name AS by, coalesce(o.readers, 0) AS readers,
         coalesce(told.heads, 0) AS "headsTold", coalesce(o.heads, 0) AS "headsOpened"
    FROM told_councils r JOIN councils n ON n.code = r.code
    LEFT JOIN opened o ON o.council_code = r.code
    LEFT JOIN people p ON p.id = o.person_id
    LEFT JOIN told ON told.council_code = r.code
   ORDER BY o.at IS NOT NULL, n.name, n.code`;

/** The councils that a published run told, those that nobody has opened first. */
export async function readOpenings(tx: Tx, runId: string): Promise<CouncilOpening[]> {
  const rows = await listCouncils(tx, runId);
  return rows.map(({ by, at, ...council }) => ({
    ...council,
    first: at && { by: by ?? "Somebody whose name is no longer held", at: at.toISOString() },
  }));
}

/** Who has opened what a published run told them, council by council; for admins. 404 for a run that is not published. */
export async function listOpenings(asked: { actor: Actor; runId: string | undefined }): Promise<Openings> {
  const id = requireId(asked.runId);
  return asActor(asked.actor, async (tx) => {
    const run = await tx.identificationRun.findUnique({
      where: { id },
      include: { programme: { select: { name: true } } },
    });
    if (run?.state !== "published" || !run.publishedAt) throw new Response("Not found", { status: 404 });
    return {
      run: { id, number: run.number },
      programme: run.programme.name,
      publishedAt: run.publishedAt.toISOString(),
      councils: await readOpenings(tx, id),
    };
  });
}
