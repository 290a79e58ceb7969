import type { Actor } from "~/platform/actor";
import { councilsOf } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { formatDate } from "~/ui/format-date";
import { isEditable } from "./lock-plan.server";
import type { PlanContent } from "./plan-content";
import { readPlan } from "./read-plan.server";

/** A text of a plan that the reader may see: a submission, or for its council the draft as it stands. */
export type PlanVersion = {
  /** The revision's id, or "draft". */
  id: string;
  /** "Revision 2, 16 November 2026". */
  name: string;
  reference: string | null;
  withdrawn: boolean;
  content: PlanContent;
};

export type PlanVersions = { schools: string[]; isCouncil: boolean; versions: PlanVersion[] };

/**
 * Every text of a plan that this reader may see, the oldest first. The database's policies decide which: the Department
 * and advisers get the submissions that stand, the council those it withdrew too. 404 where there is none to read.
 */
export async function listVersions(tx: Tx, { actor, planId }: { actor: Actor; planId: string }): Promise<PlanVersions> {
  if (!isUuid(planId)) throw new Response("Not found", { status: 404 });
  const plan = await tx.plan.findUnique({
    where: { id: planId },
    select: {
      councilCode: true,
      // By name: a guest's database role has no other columns of cases and schools to read.
      cases: { select: { planState: true, school: { select: { name: true } } }, orderBy: { id: "asc" } },
    },
  });
  if (!plan) throw new Response("Not found", { status: 404 });
  const rows = await tx.revision.findMany({ where: { planId }, orderBy: { number: "asc" } });
  const isCouncil = councilsOf(actor).includes(plan.councilCode);
  if (rows.length === 0 && !isCouncil) throw new Response("Not found", { status: 404 });
  // Counted without those withdrawn, so that the council and the Department mean the same by a number.
  let number = 0;
  const versions = rows.map(({ id, reference, submittedAt, withdrawnAt, content }): PlanVersion => {
    if (!withdrawnAt) number += 1;
    const what = withdrawnAt ? "Withdrawn submission" : `Revision ${number}`;
    const name = `${what}, ${formatDate(submittedAt.toISOString())}`;
    return { id, name, reference, withdrawn: withdrawnAt !== null, content: content as unknown as PlanContent };
  });
  if (isCouncil && isEditable(plan.cases.map(({ planState }) => planState))) {
    const { content } = await readPlan(tx, planId);
    versions.push({ id: "draft", name: "Draft as it stands", reference: null, withdrawn: false, content });
  }
  return { schools: plan.cases.map(({ school }) => school.name), isCouncil, versions };
}
