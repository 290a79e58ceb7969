import { isSameRule, type ProgrammeRule } from "~/identification/rule-version";
import { programmeRule } from "~/identification/programme-rule.server";
import type { IdentificationRun, Programme } from "~/generated/prisma/client";
import type { CouncilFlags } from "~/notifications/publication-words";
import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { formatDate } from "~/ui/format-date";
import { type Cohort, type CouncilOfRun, listRankedCouncils } from "./list-ranked-councils.server";

type FlaggedSchool = {
  schoolId: string;
  urn: string | null;
  laestab: string;
  name: string;
  councilCode: string;
  /** The open case of this programme that the school, or the one it continues, has. */
  openCaseId: string | null;
  /** Its latest case of this programme that has ended. */
  endedCaseId: string | null;
};

export type PublicationPlan = {
  programme: Programme;
  councils: CouncilOfRun[];
  dueOn: Record<Cohort, string>;
  flagged: (FlaggedSchool & { cohort: Cohort })[];
  /** Why the run cannot be published as things stand, in sentences; none where it can. */
  problems: string[];
};

// A school that converted since its case was opened is found through the schools it continues: it must not get a second.
const listFlagged = (tx: Tx, runId: string, programmeId: string) => tx.$queryRaw<FlaggedSchool[]>`
  WITH RECURSIVE chain AS (
    SELECT school_id AS flagged_id, school_id AS id, 0 AS step FROM run_schools WHERE run_id = ${runId}::uuid AND flagged
    UNION ALL
    SELECT chain.flagged_id, s.predecessor_id, chain.step + 1 FROM chain JOIN schools s ON s.id = chain.id
     WHERE s.predecessor_id IS NOT NULL AND chain.step < 20),
  cases AS (
    SELECT chain.flagged_id, (array_agg(c.id ORDER BY chain.step) FILTER (WHERE c.ended_at IS NULL))[1] AS open_id,
           (array_agg(c.id ORDER BY c.created_at DESC) FILTER (WHERE c.ended_at IS NOT NULL))[1] AS ended_id
      FROM chain JOIN school_cases c ON c.school_id = chain.id AND c.programme_id = ${programmeId}::uuid
     GROUP BY chain.flagged_id)
  SELECT s.id AS "schoolId", s.urn, s.laestab, s.name, r.council_code AS "councilCode",
         cases.open_id AS "openCaseId", cases.ended_id AS "endedCaseId"
    FROM run_schools r JOIN schools s ON s.id = r.school_id LEFT JOIN cases ON cases.flagged_id = r.school_id
   WHERE r.run_id = ${runId}::uuid AND r.flagged ORDER BY s.id`;

/** What a publication says to one council: how many of its schools, and its own date. */
export function councilFlags({ flagged, dueOn }: PublicationPlan, { code, name }: CouncilOfRun): CouncilFlags {
  const own = flagged.filter(({ councilCode }) => councilCode === code);
  const opening = own.filter(({ openCaseId }) => openCaseId === null);
  const cohort = opening[0]?.cohort;
  return {
    name,
    opened: opening.length,
    attached: own.length - opening.length,
    dueOn: cohort ? dueOn[cohort] : null,
  };
}

/** What publishing a run whose cohort is confirmed would do, on `today`: the same for the preview and for the act. */
export async function planPublication(
  tx: Tx,
  { run, today }: { run: IdentificationRun & { programme: Programme }; today: string },
): Promise<PublicationPlan> {
  const { programme } = run;
  const dueOn = { priority: isoDate(programme.priorityDueOn), standard: isoDate(programme.standardDueOn) };
  const councils = await listRankedCouncils(tx, run.id);
  const cohortOf = new Map(councils.map(({ code, cohort }) => [code, cohort]));
  const rows = await listFlagged(tx, run.id, programme.id);
  const flagged = rows.map(
    (school) => ({ ...school, cohort: cohortOf.get(school.councilCode) ?? "standard" }) as const,
  );
  const problems: string[] = [];
  if (!isSameRule(run.rule as ProgrammeRule, programmeRule(programme)))
    problems.push("The programme’s settings were changed after this run. Run identification again.");
  for (const cohort of ["priority", "standard"] as const) {
    const opens = flagged.some((school) => school.cohort === cohort && school.openCaseId === null);
    if (opens && dueOn[cohort] <= today)
      problems.push(`The ${cohort} due date, ${formatDate(dueOn[cohort])}, is not after today. Change it first.`);
  }
  return { programme, councils, dueOn, flagged, problems };
}
