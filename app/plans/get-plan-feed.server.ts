import { councilsOf, holds, type PersonActor } from "~/platform/actor";
import type { AtomFeed } from "~/platform/atom";
import { asActor, type Tx } from "~/platform/db.server";
import { listPlanChanges } from "./list-plan-changes.server";

type Feed = Omit<AtomFeed, "origin" | "self" | "alternate">;

// By name: a guest's database role has no other columns to read.
const planColumns = {
  id: true,
  councilCode: true,
  createdAt: true,
  cases: { select: { id: true, school: { select: { name: true } } }, orderBy: { id: "asc" } },
} as const;

type PlanRow = { id: string; councilCode: string; cases: { id: string; school: { name: string } }[] };

const toChanged = ({ id, councilCode, cases }: PlanRow) => ({
  id,
  councilCode,
  caseIds: cases.map((found) => found.id),
  schools: cases.map(({ school }) => school.name).join(", "),
});

/** What happened to one plan, for those who may see it; 404 where they may not, as where there is none. */
export async function getPlanFeed({ actor, planId }: { actor: PersonActor; planId: string }): Promise<Feed> {
  return asActor(actor, async (tx) => {
    const plan = await tx.plan.findUnique({ where: { id: planId }, select: planColumns });
    if (!plan) throw new Response("Not found", { status: 404 });
    const entries = await listPlanChanges(tx, actor, [toChanged(plan)]);
    // Who reads no draft has nothing to follow in a plan that was never submitted, and does not learn that it is there.
    const readsDraft = councilsOf(actor).includes(plan.councilCode) || holds(actor, "headteacher");
    if (entries.length === 0 && !readsDraft) throw new Response("Not found", { status: 404 });
    const title = `Action plan of ${toChanged(plan).schools}`;
    return { id: plan.id, title, updated: plan.createdAt.toISOString(), entries };
  });
}

async function listOwnPlans(tx: Tx, councilCodes: string[]) {
  const where = { councilCode: { in: councilCodes } };
  return tx.plan.findMany({ where, select: planColumns, orderBy: { createdAt: "asc" } });
}

/** What happened to all plans of the councils whose officer or lead the person is. */
export async function getCouncilFeed({ actor }: { actor: PersonActor }): Promise<Feed> {
  return asActor(actor, async (tx) => {
    const plans = await listOwnPlans(tx, councilsOf(actor));
    const entries = await listPlanChanges(tx, actor, plans.map(toChanged));
    const updated = (plans[0]?.createdAt ?? new Date(0)).toISOString();
    // The feed is of this person's schools: its id is theirs.
    return { id: actor.personId, title: "Action plans of your schools", updated, entries };
  });
}
