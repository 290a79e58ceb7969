import type { Revision, SectionVerdict } from "~/generated/prisma/client";
import { storedCase } from "~/plans/work-out-event.server";
import { changedSections, type PlanContent } from "~/plans/plan-content";
import { orderedSections } from "~/plans/plan-sections";
import { eventsOpenTo } from "~/plans/require-event";
import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import type { StoredCase } from "~workflows/school-plan/types";
import { isIndependentOfPlan } from "./independence.server";
import type { Review, ReviewedSection } from "./review";

export type ReadReview = Review & { stored: StoredCase; content: PlanContent; previousContent: PlanContent | null };

const contentOf = (revision: Revision): PlanContent => revision.content as unknown as PlanContent;

function describeSections(
  stored: StoredCase,
  revisions: [Revision, ...Revision[]],
  rows: SectionVerdict[],
  nameOf: (id: string | null) => string,
): ReviewedSection[] {
  const [current, previous] = revisions;
  const changed = previous ? changedSections(contentOf(previous), contentOf(current)) : [];
  return orderedSections.map(({ key, title }) => {
    const verdict = stored.context.verdicts[key]?.verdict ?? null;
    const row = rows.find(({ revisionId, section }) => revisionId === current.id && section === key);
    const earlier = revisions.slice(1).flatMap(({ id }, index) => {
      const said = rows.find(({ revisionId, section }) => revisionId === id && section === key);
      if (said?.verdict !== "comment") return [];
      return [
        {
          revision: revisions.length - 1 - index,
          comment: said.comment ?? "",
          by: nameOf(said.reviewerId),
          reply: said.reply,
        },
      ];
    });
    return {
      key,
      title,
      verdict,
      comment: verdict === "comment" ? (row?.comment ?? null) : null,
      carried: verdict === "accepted" && row?.verdict !== "accepted",
      changed: previous ? changed.includes(key) : null,
      earlier,
    };
  });
}

async function readNames(tx: Tx, ids: (string | null)[]) {
  const people = await tx.person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  return (id: string | null) => people.find((person) => person.id === id)?.name ?? "A reviewer";
}

/** The same as getReview inside a transaction, with what only the server needs. */
export async function readReview(
  tx: Tx,
  { actor, planId, now }: { actor: PersonActor; planId: string; now: Date },
): Promise<ReadReview> {
  const plan = await tx.plan.findUnique({
    where: { id: planId },
    include: {
      programme: { select: { name: true } },
      cases: { include: { school: true, council: true }, orderBy: { id: "asc" } },
      revisions: { where: { withdrawnAt: null }, orderBy: { number: "desc" } },
    },
  });
  const row = plan?.cases.find(({ endedAt }) => endedAt === null) ?? plan?.cases[0];
  const [current, ...before] = plan?.revisions ?? [];
  if (!plan || !row || !current) throw new Response("Not found", { status: 404 });
  const revisions: [Revision, ...Revision[]] = [current, ...before];
  const stored = storedCase(row);
  const rows = await tx.sectionVerdict.findMany({ where: { revisionId: { in: revisions.map(({ id }) => id) } } });
  const nameOf = await readNames(tx, [
    row.reviewerId,
    stored.context.firstApproverId,
    ...rows.map(({ reviewerId }) => reviewerId),
  ]);
  const independent = await isIndependentOfPlan(tx, { personId: actor.personId, planId });
  const today = dateInLondon(now);
  const [previous] = before;
  return {
    planId,
    revisionId: current.id,
    caseId: row.id,
    schools: plan.cases
      .filter(({ endedAt, id }) => endedAt === null || id === row.id)
      .map(({ id, school }) => ({ caseId: id, name: school.name, urn: school.urn })),
    councilName: row.council.name,
    programmeName: plan.programme.name,
    state: stored.state.plan,
    dueOn: isoDate(row.dueOn),
    submittedAt: current.submittedAt.toISOString(),
    submittedOn: dateInLondon(current.submittedAt),
    reference: current.reference,
    // Counted without those withdrawn, which the Department does not know: as the workflow counts.
    revision: revisions.length,
    previousRevision: previous ? before.length : null,
    reviewer: row.reviewerId ? { id: row.reviewerId, name: nameOf(row.reviewerId) } : null,
    isMine: row.reviewerId === actor.personId,
    independent,
    structural: stored.context.proposesStructuralChange,
    firstApprover: stored.context.firstApproverId && nameOf(stored.context.firstApproverId),
    available: eventsOpenTo({ actor, councilCode: row.councilCode, stored, today, independent }),
    sections: describeSections(stored, revisions, rows, nameOf),
    today,
    stored,
    content: contentOf(current),
    previousContent: previous ? contentOf(previous) : null,
  };
}

/** What may be given to a page. */
export function withoutContent(review: ReadReview): Review {
  const { stored: _stored, content: _content, previousContent: _previous, ...rest } = review;
  return rest;
}

/**
 * The review of a plan as the Department sees it: the revision that stands, the verdict on each section, what changed
 * since the revision before and what was answered to earlier comments. 404 where nothing was submitted.
 */
export const getReview = (asked: { actor: PersonActor; planId: string; now: Date }): Promise<Review> =>
  asActor(asked.actor, async (tx) => withoutContent(await readReview(tx, asked)));
