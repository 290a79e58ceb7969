import type { Actor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { hasEnded } from "~/plans/final-states";
import type { Level, Step } from "~workflows/council-escalation/types";
import { chooseProgramme, listPublishedProgrammes, type ProgrammeChoice } from "./get-board.server";
import { isOverdue, isOwed } from "./describe-case-status";

export type CouncilCase = {
  id: string;
  schoolName: string;
  urn: string | null;
  town: string;
  planState: string;
  /** Dates such as "2027-02-26". */
  dueOn: string;
  submittedOn: string | null;
  overdue: boolean;
};

export type CouncilCases = {
  council: { code: string; name: string; region: string };
  cohort: "priority" | "standard" | null;
  programmes: ProgrammeChoice[];
  programme: ProgrammeChoice | null;
  cases: CouncilCase[];
  /** Whether there is a submission to read. */
  anySubmitted: boolean;
  /** How far the Department has gone with the council in this programme; null where nothing was ever proposed. */
  escalation: { id: string; level: Level; step: Step } | null;
};

// What is overdue first, then what is owed by its date, what lies with the Department, approved, ended.
function rank({ overdue, planState, dueOn }: CouncilCase): string {
  if (overdue) return `0 ${dueOn}`;
  if (isOwed(planState)) return `1 ${dueOn}`;
  if (hasEnded(planState)) return "4";
  return planState === "approved" ? "3" : "2";
}

/** A council's cases of one programme for the Department; 404 for a council or programme that is not there. */
export async function listCouncilCases(asked: {
  actor: Actor;
  councilCode: string;
  programmeId: string | null;
  today: string;
}): Promise<CouncilCases> {
  return asActor(asked.actor, async (tx) => {
    const council = /^\d{3}$/.test(asked.councilCode)
      ? await tx.council.findUnique({
          where: { code: asked.councilCode },
          select: { code: true, name: true, region: true },
        })
      : null;
    if (!council) throw new Response("Not found", { status: 404 });
    const programmes = await listPublishedProgrammes(tx);
    const programme = chooseProgramme(programmes, asked.programmeId);
    if (!programme)
      return { council, cohort: null, programmes, programme, cases: [], anySubmitted: false, escalation: null };
    const membership = await tx.cohortMembership.findUnique({
      where: { programmeId_councilCode: { programmeId: programme.id, councilCode: council.code } },
      select: { cohort: true },
    });
    const escalation = await tx.councilEscalation.findUnique({
      where: { programmeId_councilCode: { programmeId: programme.id, councilCode: council.code } },
      select: { id: true, level: true, step: true },
    });
    const standing = await tx.revision.count({
      where: { withdrawnAt: null, plan: { programmeId: programme.id, councilCode: council.code } },
    });
    const rows = await tx.schoolCase.findMany({
      where: { programmeId: programme.id, councilCode: council.code },
      select: {
        id: true,
        planState: true,
        dueOn: true,
        submittedOn: true,
        school: { select: { name: true, urn: true, town: true } },
      },
    });
    const cases = rows.map(({ id, planState, school, ...dates }): CouncilCase => {
      const dueOn = isoDate(dates.dueOn);
      return {
        id,
        schoolName: school.name,
        urn: school.urn,
        town: school.town,
        planState,
        dueOn,
        submittedOn: dates.submittedOn && isoDate(dates.submittedOn),
        overdue: isOverdue({ planState, dueOn, today: asked.today }),
      };
    });
    cases.sort((a, b) => rank(a).localeCompare(rank(b)) || a.schoolName.localeCompare(b.schoolName, "en-GB"));
    return {
      council,
      cohort: (membership?.cohort ?? null) as CouncilCases["cohort"],
      programmes,
      programme,
      cases,
      anySubmitted: standing > 0,
      escalation: escalation as CouncilCases["escalation"],
    };
  });
}
