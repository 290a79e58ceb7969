import type { PlanContent } from "~/plans/plan-content";
import { type Actor, councilsOf, holds } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { type PlanDocument, schoolsOf } from "./document-blocks";
import { readPlanDocument } from "./read-plan-document.server";
import type { Bundle } from "./set-pdf.server";

type Found = { code: string; council: string; programmeId: string; programme: string };

async function readOwnPlans(tx: Tx, { code, programmeId }: Found, now: Date): Promise<PlanDocument[]> {
  const where = { councilCode: code, programmeId, cases: { some: {} } };
  const plans = await tx.plan.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  const documents: PlanDocument[] = [];
  for (const { id } of plans) documents.push(await readPlanDocument(tx, { planId: id, now }));
  return documents;
}

/** For each plan the submission that stands; one statement for all of them. */
async function readSubmittedPlans(tx: Tx, { code, programmeId, ...names }: Found): Promise<PlanDocument[]> {
  const revisions = await tx.revision.findMany({
    where: { withdrawnAt: null, plan: { councilCode: code, programmeId } },
    orderBy: [{ planId: "asc" }, { number: "desc" }],
    distinct: ["planId"],
  });
  const people = await tx.person.findMany({
    where: { id: { in: revisions.map(({ submittedById }) => submittedById) } },
    select: { id: true, name: true },
  });
  return revisions.map(({ content, reference, submittedAt, submittedById }) => ({
    version: "whole",
    content: content as unknown as PlanContent,
    council: names.council,
    programme: names.programme,
    submission: {
      reference,
      submittedAt: submittedAt.toISOString(),
      submittedBy: people.find(({ id }) => id === submittedById)?.name ?? null,
      withdrawnAt: null,
    },
    asOf: submittedAt,
  }));
}

/**
 * A council's plans of one programme, by school: for its officers and leads their own, drafts included; for the
 * Department what was submitted. 404 for anybody else, as where there is nothing to read.
 */
export async function getBundle({
  actor,
  councilCode,
  programmeId,
  now,
}: {
  actor: Actor;
  councilCode: string;
  programmeId: string;
  now: Date;
}): Promise<Bundle> {
  const own = councilsOf(actor).includes(councilCode);
  if ((!own && !holds(actor, "reviewer", "admin")) || !isUuid(programmeId))
    throw new Response("Not found", { status: 404 });
  const read = async (tx: Tx): Promise<Bundle | null> => {
    const council = await tx.council.findUnique({ where: { code: councilCode }, select: { name: true } });
    const programme = await tx.programme.findUnique({ where: { id: programmeId }, select: { name: true } });
    if (!council || !programme) return null;
    const found = { code: councilCode, council: council.name, programmeId, programme: programme.name };
    const plans = own ? await readOwnPlans(tx, found, now) : await readSubmittedPlans(tx, found);
    plans.sort((a, b) => schoolsOf(a).localeCompare(schoolsOf(b), "en-GB"));
    // The latest text's instant is the file's, so that the same plans give the same bytes.
    const asOf = new Date(Math.max(0, ...plans.map((plan) => plan.asOf.getTime())));
    return { council: council.name, programme: programme.name, plans, asOf };
  };
  const bundle = await asActor(actor, read, { timeout: 60_000 });
  if (!bundle || bundle.plans.length === 0) throw new Response("Not found", { status: 404 });
  return bundle;
}
