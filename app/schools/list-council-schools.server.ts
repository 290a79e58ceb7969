import { isOwed } from "~/deadlines/describe-case-status";
import { hasEnded } from "~/plans/final-states";
import { findUnanswered } from "~/plans/find-unanswered.server";
import { councilsOf, leads, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { sectionKeys } from "~workflows/school-plan/types";
import { nextStep, type NextStep } from "./next-step";

export type CouncilSchool = {
  caseId: string;
  school: string;
  council: string;
  planState: string;
  dueOn: string;
  submittedOn: string | null;
  /** The council has recorded that the headteacher was told of the flag. */
  headTold: boolean;
  /** Every section is complete and every comment answered, so that a lead can submit. */
  ready: boolean;
  next: NextStep;
};

export type CouncilProgramme = {
  id: string;
  name: string;
  running: CouncilSchool[];
  ended: CouncilSchool[];
  /** The person's councils that have a plan in the programme. */
  withPlans: { code: string; name: string }[];
};

const withDepartment = ["submitted", "inReview", "awaitingSecondApproval"];

// What is owed comes first, by the date; then what the Department has; what is approved asks for the least.
const urgency = ({ planState, dueOn, submittedOn, school }: CouncilSchool): string =>
  isOwed(planState)
    ? `0 ${dueOn} ${school}`
    : withDepartment.includes(planState)
      ? `1 ${submittedOn ?? ""} ${school}`
      : `2 ${school}`;

/** The plans of which every section is marked as complete and every shared comment has its reply. */
async function findReady(tx: Tx, planIds: string[]): Promise<Set<string>> {
  const complete = await tx.planSection.groupBy({
    by: ["planId"],
    where: { planId: { in: planIds }, complete: true },
    _count: true,
  });
  const waiting = await findUnanswered(tx, planIds);
  return new Set(
    complete.flatMap(({ planId, _count }) => (_count === sectionKeys.length && !waiting.has(planId) ? [planId] : [])),
  );
}

/** The cases of the councils whose officer or lead the person is, by programme (newest first) and urgency. */
export async function listCouncilSchools({ actor, now }: { actor: PersonActor; now: Date }): Promise<{
  programmes: CouncilProgramme[];
  today: string;
  isLead: boolean;
  councils: string[];
  /** Whether any plan is being drafted. */
  hasDrafts: boolean;
}> {
  const councils = councilsOf(actor);
  return asActor(actor, async (tx) => {
    const rows = await tx.schoolCase.findMany({
      where: { councilCode: { in: councils } },
      include: {
        school: { select: { name: true } },
        council: { select: { name: true } },
        programme: { select: { id: true, name: true, createdAt: true } },
        tellings: { select: { runId: true } },
      },
    });
    const draftIds = rows.flatMap(({ planId, planState }) =>
      planId && ["drafting", "returned"].includes(planState) ? [planId] : [],
    );
    const ready = draftIds.length > 0 ? await findReady(tx, draftIds) : new Set<string>();
    const named = await tx.council.findMany({ where: { code: { in: councils } }, orderBy: { code: "asc" } });
    const schools = rows.map((row) => {
      const isReady = row.planId !== null && ready.has(row.planId);
      const school: CouncilSchool = {
        caseId: row.id,
        school: row.school.name,
        council: row.council.name,
        planState: row.planState,
        dueOn: isoDate(row.dueOn),
        submittedOn: row.submittedOn && isoDate(row.submittedOn),
        headTold: row.tellings.some(({ runId }) => runId === row.runId),
        ready: isReady,
        next: nextStep({
          caseId: row.id,
          planId: row.planId,
          planState: row.planState,
          ready: isReady,
          isLead: leads(actor, row.councilCode),
        }),
      };
      return { programme: row.programme, school };
    });
    const programmes = [...new Map(rows.map(({ programme }) => [programme.id, programme])).values()]
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      .map(({ id, name }) => {
        const own = schools
          .flatMap(({ programme, school }) => (programme.id === id ? [school] : []))
          .sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1));
        return {
          id,
          name,
          running: own.filter(({ planState }) => !hasEnded(planState)),
          ended: own.filter(({ planState }) => hasEnded(planState)),
          withPlans: named.flatMap(({ code, name: council }) =>
            rows.some((row) => row.planId !== null && row.programmeId === id && row.councilCode === code)
              ? [{ code, name: council }]
              : [],
          ),
        };
      });
    return {
      programmes,
      today: dateInLondon(now),
      isLead: councils.some((code) => leads(actor, code)),
      councils: named.map(({ name }) => name),
      hasDrafts: draftIds.length > 0,
    };
  });
}
