import { citedEvidence } from "~/evidence/claims";
import type { EvidencePiece } from "~/evidence/evidence-piece";
import { listPlanEvidence } from "~/evidence/list-evidence.server";
import { listResults } from "~/schools/list-results.server";
import type { Prisma } from "~/generated/prisma/client";
import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { listComparableGains } from "~/statistics/list-comparable-gains.server";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import { listSchoolLine } from "~/schools/list-school-line.server";
import {
  headReplyOf,
  type HeadReplyContent,
  type PlanActionContent,
  type PlanContent,
  type PlanSetting,
  type SectionContent,
} from "./plan-content";
import type { SectionSetting } from "./section-schemas";

/** Only columns that a headteacher's database role may read too: this is how they read their plan. */
const planColumns = {
  id: true,
  councilCode: true,
  replyByOn: true,
  version: true,
  programme: {
    select: {
      id: true,
      name: true,
      measure: true,
      floor: true,
      latestYear: true,
      concernYears: true,
      goalValue: true,
      goalYear: true,
    },
  },
  cases: {
    select: { id: true, planState: true, school: { select: { id: true, name: true, urn: true, phase: true } } },
    orderBy: { id: "asc" },
  },
  sections: { select: { key: true, content: true, complete: true, version: true, updatedById: true, updatedAt: true } },
  actions: { where: { removedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }] },
  replies: { select: { schoolId: true, stance: true, comment: true, givenAt: true } },
} satisfies Prisma.PlanSelect;

type SectionRow = { key: SectionKey; complete: boolean; version: number; updatedById: string; updatedAt: Date };

export type ReadPlan = {
  id: string;
  councilCode: string;
  replyByOn: string | null;
  version: number;
  programme: { id: string; name: string };
  cases: { id: string; planState: string; school: { id: string; name: string } }[];
  sections: SectionRow[];
  actionVersions: Record<string, number>;
  /** All that the reader may see of the plan's evidence; what is cited of it is in the content. */
  evidence: EvidencePiece[];
  content: PlanContent;
};

type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>;
const findPlan = (tx: Tx, planId: string) => tx.plan.findUnique({ where: { id: planId }, select: planColumns });

/** A target for each year after the programme's latest results, the goal's year included; one at least. */
export const targetYearsOf = ({ latestYear, goalYear }: { latestYear: number; goalYear: number }): number[] =>
  Array.from({ length: Math.max(1, goalYear - latestYear) }, (_, index) => latestYear + 1 + index);

/** A row of plan_actions as plans show it. */
export const toActionContent = (action: PlanRow["actions"][number]): PlanActionContent => ({
  id: action.id,
  kind: action.kind,
  what: action.what,
  who: action.who,
  startsOn: isoDate(action.startsOn),
  endsOn: isoDate(action.endsOn),
  costPence: Number(action.costPence),
  funding: action.funding,
  milestone: action.milestone,
  measureOfSuccess: action.measureOfSuccess,
  // What is not said is left out, so that an action of before reads as it did in the revisions that hold it.
  ...(action.causes.length > 0 && { causes: action.causes }),
  ...(action.targetYear !== null && { targetYear: action.targetYear }),
  ...(action.supportRequestId && { supportRequestId: action.supportRequestId }),
  ...(action.supportSchool && { supportSchool: action.supportSchool }),
});

async function readPredecessors(tx: Tx, schoolId: string) {
  const line = await listSchoolLine(tx, schoolId);
  return line.filter(({ step }) => step < 0).map(({ id }) => id);
}

async function readSetting(tx: Tx, { programme, cases, councilCode }: PlanRow): Promise<PlanSetting> {
  const schools: PlanSetting["schools"] = [];
  for (const { school } of cases) {
    const { id, name, urn } = school;
    schools.push({ id, name, urn, predecessorIds: await readPredecessors(tx, id) });
  }
  const first = cases[0]?.school;
  if (!first) throw new Response("Not found", { status: 404 });
  const results = await listResults(tx, {
    school: { ...first, councilCode },
    programme: { ...programme, floor: Number(programme.floor) },
  });
  const latest = results.school.findLast(({ value }) => value !== null);
  const baseline = latest && latest.value !== null ? { year: latest.year, value: latest.value } : null;
  return {
    schools,
    floor: Number(programme.floor),
    goalYear: programme.goalYear,
    goalValue: Number(programme.goalValue),
    targetYears: targetYearsOf(programme),
    baseline,
    results,
    comparable: baseline
      ? await listComparableGains(tx, { measure: programme.measure, phase: first.phase, value: baseline.value })
      : [],
  };
}

/** A plan as it stands now, working draft included; throws a 404 where the person may not see it. */
export async function readPlan(tx: Tx, planId: string): Promise<ReadPlan> {
  const row = await findPlan(tx, planId);
  if (!row) throw new Response("Not found", { status: 404 });
  const setting = await readSetting(tx, row);
  const contentOf = (key: SectionKey) =>
    (row.sections.find((section) => section.key === key)?.content ?? {}) as SectionContent;
  // A reply stays that of the school whose head gave it, which may have gone on as another one since.
  const repliedIds = row.replies.map(({ schoolId }) => schoolId);
  const replied = await tx.school.findMany({ where: { id: { in: repliedIds } }, select: { id: true, name: true } });
  const nameOf = (schoolId: string) => replied.find(({ id }) => id === schoolId)?.name ?? "";
  const sections = Object.fromEntries(sectionKeys.map((key) => [key, contentOf(key)])) as PlanContent["sections"];
  const actions = row.actions.map(toActionContent);
  const evidence = await listPlanEvidence(tx, planId);
  return {
    id: row.id,
    councilCode: row.councilCode,
    replyByOn: row.replyByOn && isoDate(row.replyByOn),
    version: row.version,
    programme: { id: row.programme.id, name: row.programme.name },
    cases: row.cases.map(({ id, planState, school }) => ({
      id,
      planState,
      school: { id: school.id, name: school.name },
    })),
    sections: row.sections.map(({ content: _, ...section }) => section as SectionRow),
    actionVersions: Object.fromEntries(row.actions.map(({ id, version }) => [id, version])),
    evidence,
    content: {
      sections,
      actions,
      evidence: citedEvidence({ sections, actions }, evidence),
      headReplies: row.replies.map((reply) => ({
        schoolId: reply.schoolId,
        schoolName: nameOf(reply.schoolId),
        stance: reply.stance as HeadReplyContent["stance"],
        comment: reply.comment,
        givenAt: reply.givenAt.toISOString(),
      })),
      setting,
    },
  };
}

/** What the checks of the sections need to know of the plan besides their text. */
export const sectionSettingOf = ({ setting, headReplies, actions }: PlanContent): SectionSetting => ({
  targetYears: setting.targetYears,
  headReplied: setting.schools.every((school) => headReplyOf(school, headReplies) !== undefined),
  actionCount: actions.length,
});
