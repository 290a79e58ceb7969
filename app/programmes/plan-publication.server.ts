import { isSameRule, type ProgrammeRule } from "~/identification/rule-version";
import { programmeRule } from "~/identification/programme-rule.server";
import type { IdentificationRun, Programme } from "~/generated/prisma/client";
import type { CouncilFlags } from "~/notifications/publication-words";
import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { formatDate } from "~/ui/format-date";
import { flaggedLine } from "./flagged-line.server";
import { type Cohort, type CouncilOfRun, listRankedCouncils } from "./list-ranked-councils.server";

type FlaggedSchool = {
  schoolId: string;
  urn: string | null;
  laestab: string;
  name: string;
  /** Of the council that has the open case; of a school without one, its council in the run. */
  councilCode: string;
  councilName: string;
  /** The cohort that the council has from an earlier publication; null where it has none yet. */
  standing: Cohort | null;
  /** The open case of this programme that the school, or the one it continues, has. */
  openCaseId: string | null;
  /** Its latest case of this programme that has ended. */
  endedCaseId: string | null;
};

export type PublicationPlan = {
  programme: Programme;
  councils: CouncilOfRun[];
  dueOn: Record<Cohort, string>;
  flagged: (Omit<FlaggedSchool, "standing"> & { cohort: Cohort })[];
  /** Why the run cannot be published as things stand, in sentences; none where it can. */
  problems: string[];
};

// A school that converted since its case was opened must not get a second. One that moved to another council is told of
// to the council that has its case, as the job does it.
const listFlagged = (tx: Tx, runId: string, programmeId: string) => tx.$queryRaw<FlaggedSchool[]>`
  WITH RECURSIVE ${flaggedLine(runId)},
  cases AS (
    SELECT line.flagged_id, (array_agg(c.id ORDER BY line.step) FILTER (WHERE c.ended_at IS NULL))[1] AS open_id,
           (array_agg(c.id ORDER BY c.created_at DESC) FILTER (WHERE c.ended_at IS NOT NULL))[1] AS ended_id
      FROM line JOIN school_cases c ON c.school_id = line.id AND c.programme_id = ${programmeId}::uuid
     GROUP BY line.flagged_id)
  SELECT s.id AS "schoolId", s.urn, s.laestab, s.name, n.code AS "councilCode", n.name AS "councilName",
         m.cohort AS standing, cases.open_id AS "openCaseId", cases.ended_id AS "endedCaseId"
    FROM run_schools r JOIN schools s ON s.id = r.school_id LEFT JOIN cases ON cases.flagged_id = r.school_id
    LEFT JOIN school_cases open ON open.id = cases.open_id
    JOIN councils n ON n.code = coalesce(open.council_code, r.council_code)
    LEFT JOIN cohort_memberships m ON m.programme_id = ${programmeId}::uuid AND m.council_code = n.code
   WHERE r.run_id = ${runId}::uuid AND r.flagged ORDER BY s.id`;

export type ToldCouncil = CouncilFlags & { code: string; cohort: Cohort };

/** What a publication says to each council that it tells: how many of its schools, and its own date. In the run's order. */
export function listTold({ flagged, dueOn, councils }: PublicationPlan): ToldCouncil[] {
  const own = new Map<string, PublicationPlan["flagged"]>();
  for (const school of flagged) own.set(school.councilCode, [...(own.get(school.councilCode) ?? []), school]);
  const place = new Map(councils.map(({ code }, at) => [code, at]));
  const placeOf = ({ code }: ToldCouncil) => place.get(code) ?? councils.length;
  return [...own]
    .flatMap(([code, schools]): ToldCouncil[] => {
      const [first] = schools;
      if (!first) return [];
      const opened = schools.filter(({ openCaseId }) => openCaseId === null).length;
      const { cohort, councilName: name } = first;
      return [
        { code, name, cohort, opened, attached: schools.length - opened, dueOn: opened > 0 ? dueOn[cohort] : null },
      ];
    })
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.code < b.code ? -1 : 1));
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
    ({ standing, ...school }) =>
      ({ ...school, cohort: cohortOf.get(school.councilCode) ?? standing ?? "standard" }) as const,
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
