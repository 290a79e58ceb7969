import { noteHeadOpening } from "~/notifications/note-opening.server";
import type { Actor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import type { PlanContent } from "~/plans/plan-content";
import { readPlan } from "~/plans/read-plan.server";
import { type RuleOf, ruleColumns } from "./describe-rule";
import { findFlag } from "./find-flag.server";
import { findToldRun } from "./find-told-run.server";
import { listResults } from "./list-results.server";
import { readSchoolLife } from "./read-school-life.server";
import type { ResultsOverTime } from "./results-over-time";
import { describeSchoolLife } from "./school-life";

export type OwnCase = {
  id: string;
  programme: RuleOf & { name: string };
  planState: string;
  flag: { sentence: string; firstConcern: boolean } | null;
  results: ResultsOverTime;
  planId: string | null;
  /** The council's date for the reply; a headteacher is never told the Department's. */
  replyByOn: string | null;
  content: PlanContent | null;
  /** The headteacher's own reply, where it was given. */
  reply: { stance: "acknowledged" | "disagreed"; comment: string; givenAt: string } | null;
  canReply: boolean;
  submittedOn: string | null;
};

export type OwnSchool = {
  school: { id: string; name: string; urn: string | null; council: string };
  /** The school through time, row by row. */
  life: { key: string; value: string }[];
  cases: OwnCase[];
};

// Only columns that a headteacher's database role may read: no date of the Department's is among them.
const columns = {
  id: true,
  planState: true,
  planId: true,
  runId: true,
  createdAt: true,
  programme: { select: ruleColumns },
} as const;

async function readOwnPlan(tx: Tx, planId: string | null) {
  if (!planId) return null;
  const plan = await readPlan(tx, planId);
  const latest = await tx.revision.findFirst({
    where: { planId, withdrawnAt: null },
    orderBy: { number: "desc" },
    select: { submittedAt: true },
  });
  return { plan, submittedOn: latest?.submittedAt.toISOString() ?? null };
}

/**
 * A headteacher's own school: why it was flagged, its figures, the plan and the reply, from the day on which the council
 * has told them; until then there is no case here. 404 for whoever heads no school.
 */
export async function getOwnSchool({ actor, now }: { actor: Actor; now: Date }): Promise<OwnSchool> {
  const held = actor.kind === "person" ? actor.roles.find(({ role }) => role === "headteacher") : undefined;
  const schoolId = held?.schoolId;
  if (!schoolId) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    const school = await tx.school.findUniqueOrThrow({
      where: { id: schoolId },
      include: { council: { select: { name: true } } },
    });
    const rows = await tx.schoolCase.findMany({ where: { schoolId }, select: columns, orderBy: { createdAt: "desc" } });
    const cases: OwnCase[] = [];
    for (const row of rows) {
      const { floor, goalValue, ...rest } = row.programme;
      const programme = { ...rest, floor: Number(floor), goalValue: Number(goalValue) };
      const own = await readOwnPlan(tx, row.planId);
      const flag = await findFlag(tx, { runId: await findToldRun(tx, row), schoolId });
      const reply = own?.plan.content.headReplies.find((candidate) => candidate.schoolId === schoolId);
      cases.push({
        id: row.id,
        programme,
        planState: row.planState,
        flag,
        results: await listResults(tx, { school, programme }),
        planId: row.planId,
        replyByOn: own?.plan.replyByOn ?? null,
        content: own?.plan.content ?? null,
        reply: reply ?? null,
        canReply: own !== null && ["drafting", "returned"].includes(row.planState),
        submittedOn: own?.submittedOn ? isoDate(new Date(own.submittedOn)) : null,
      });
    }
    await noteHeadOpening(tx, { actor, schoolId, now });
    const life = describeSchoolLife(await readSchoolLife(tx, schoolId), school.councilCode);
    return { school: { id: school.id, name: school.name, urn: school.urn, council: school.council.name }, life, cases };
  });
}
