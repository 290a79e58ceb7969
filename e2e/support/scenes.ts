import { randomUUID } from "node:crypto";
import { confirmStep, proposeStep } from "../../app/escalation/propose-step.server";
import { addAction } from "../../app/plans/add-action.server";
import type { ActionKind } from "../../app/plans/action-kinds";
import { type PersonActor, system } from "../../app/platform/actor";
import { asActor } from "../../app/platform/db.server";
import { toldHead } from "../../prisma/scenarios/disputes";
import { inLondon } from "../../prisma/scenarios/london-time";
import { completeDraft, draftedPlan, resubmittedPlan, startedPlan, submittedPlan } from "../../prisma/scenarios/plans";
import { addCouncils, type FlaggedCase } from "../../prisma/scenarios/programmes";
import { approvedPlan, decidedSections, planInReview, returnedPlan } from "../../prisma/scenarios/reviews";
import type { SectionKey } from "../../workflows/school-plan/types";
import type { TakenCouncil } from "./take-council";
import { world } from "./world";

/** A case of the test's council, by its place (0 to 2). */
type Of = {
  council: TakenCouncil;
  at?: 0 | 1 | 2;
  /** Whether the plan, once drafted, has files that its claims cite. */
  evidence?: boolean;
};

const caseOf = ({ council, at = 0 }: Of): FlaggedCase => council.cases[at];

// What happened before the test: some days before the tests' own, one step a day.
const day = (number: number) => inLondon(`2026-11-${String(number).padStart(2, "0")}`, "14:00");

/** The council has told the head of the case's school, who reads the case from then on. */
export const headToldBefore = (of: Of): Promise<void> =>
  toldHead({ caseId: caseOf(of).caseId, lead: of.council.lead, now: day(9) });

export const startedBefore = (of: Of): Promise<string> =>
  startedPlan({ caseId: caseOf(of).caseId, officer: of.council.officer, now: day(9) });

export const draftedBefore = (of: Of & { federation?: boolean }): Promise<string> =>
  draftedPlan({
    caseId: caseOf(of).caseId,
    officer: of.council.officer,
    now: day(10),
    federation: of.federation,
    evidence: of.evidence,
  });

/** A draft that is complete but for one section, which is empty. */
export async function draftedBut(section: SectionKey, of: Of): Promise<string> {
  const planId = await startedBefore(of);
  const others = (["position", "causes", "actions", "targets", "governance", "cost", "risks"] as const).filter(
    (key) => key !== section,
  );
  await completeDraft({ planId, officer: of.council.officer, now: day(10), sections: others });
  return planId;
}

/** A draft that is complete but for its section of actions, which has an action of each of these kinds, in this order. */
export async function draftedWithActions(kinds: readonly ActionKind[], of: Of): Promise<string> {
  const planId = await draftedBut("actions", of);
  for (const [at, kind] of kinds.entries()) {
    const action = {
      kind,
      what: `What is done about ${kind}.`,
      who: "Deputy headteacher",
      ...{ startsOn: "2027-01-04", endsOn: "2028-07-21", costPence: (at + 1) * 100_000 },
      funding: "School improvement budget",
      milestone: "Each class has begun by March.",
      measureOfSuccess: "A third of pupils reach the standard.",
    };
    await addAction({ actor: of.council.officer, planId, action, commandId: randomUUID(), now: day(10) });
  }
  return planId;
}

export async function submittedBefore(of: Of & { federation?: boolean }): Promise<string> {
  const planId = await draftedBefore(of);
  await submittedPlan({ planId, lead: of.council.lead, now: day(16) });
  return planId;
}

type Reviewed = Of & { reviewer: PersonActor; federation?: boolean };

/** In review, with every section accepted but those that are left open. */
export async function inReviewBefore(of: Reviewed & { open?: readonly SectionKey[] }): Promise<string> {
  const planId = await submittedBefore(of);
  const asked = { planId, reviewer: of.reviewer, now: day(18) };
  const all = ["position", "causes", "actions", "targets", "governance", "cost", "risks"] as const;
  await planInReview(asked);
  await decidedSections({ ...asked, sections: all.filter((key) => !of.open?.includes(key)) });
  return planId;
}

export const returnedDue = "2026-12-18";

export async function returnedBefore(of: Reviewed): Promise<string> {
  const planId = await submittedBefore(of);
  await returnedPlan({ planId, reviewer: of.reviewer, now: day(19), dueOn: returnedDue });
  return planId;
}

export async function resubmittedBefore(of: Reviewed): Promise<string> {
  const planId = await returnedBefore(of);
  await resubmittedPlan({ planId, lead: of.council.lead, now: day(23) });
  return planId;
}

/** Approved; a plan that proposes a federation then waits for a second approval. */
export async function approvedBefore(of: Reviewed): Promise<string> {
  const planId = await submittedBefore(of);
  await approvedPlan({ planId, reviewer: of.reviewer, now: day(20) });
  return planId;
}

type Proposed = Reviewed & { admin: PersonActor };

export const proposedBecause = "The plan was returned twice, and the reviewer’s comments are not answered.";

/** A plan returned twice, and the first step proposed because of it: the council can answer until 7 December. */
export async function stepProposedBefore({ admin: actor, ...of }: Proposed): Promise<string> {
  const planId = await resubmittedBefore(of);
  await returnedPlan({ planId, reviewer: of.reviewer, now: inLondon("2026-11-23", "17:00"), dueOn: returnedDue });
  const { programmeId } = world();
  const { code: councilCode } = of.council;
  const now = inLondon("2026-11-24", "09:20");
  await proposeStep({ actor, programmeId, councilCode, reason: proposedBecause, noticeEndsOn: "2026-12-08", now });
  const where = { programmeId_councilCode: { programmeId, councilCode } };
  return (await asActor(system("e2e"), (tx) => tx.councilEscalation.findUniqueOrThrow({ where }))).id;
}

/** The second admin confirms the proposed step on the first day on which it is possible. */
export const stepConfirmed = (council: TakenCouncil, actor: PersonActor): Promise<void> =>
  confirmStep({
    actor,
    programmeId: world().programmeId,
    councilCode: council.code,
    now: inLondon("2026-12-08", "09:00"),
  });

/** A council of the programme without a case, under a name that a spreadsheet would work out. */
export async function councilNamedAsFormula(code: string, admin: PersonActor) {
  const council = { code, name: `=1+${code} Harrowmere`, region: `@March ${code}` };
  await addCouncils([council]);
  const member = { programmeId: world().programmeId, councilCode: code, cohort: "standard", decidedAt: day(9) };
  await asActor(admin, (tx) => tx.cohortMembership.create({ data: member, select: { councilCode: true } }));
  return council;
}
