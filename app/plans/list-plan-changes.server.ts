import { councilsOf, holds, isGuest, type PersonActor } from "~/platform/actor";
import type { AtomEntry } from "~/platform/atom";
import type { Tx } from "~/platform/db.server";
import { isSectionKey, orderedSections } from "./plan-sections";
import { isProgressStatus, progressStatuses } from "./record-progress.schema";

export type ChangedPlan = { id: string; councilCode: string; caseIds: string[]; schools: string };

/** The most that a feed holds: readers keep what they have read. */
const MOST = 100;

const sectionName = (key: string): string => {
  const section = orderedSections.find((candidate) => candidate.key === key);
  return section ? `section ${section.number}, ${section.title}` : key;
};

// Of the log only these: what was asked of the Department and its working are on pages, not in a feed.
const eventTitles: Record<string, (after: Record<string, unknown>) => string> = {
  WITHDRAW_SUBMISSION: () => "Submission withdrawn",
  RETURN_PLAN: () => "Plan returned with comments",
  APPROVE_PLAN: ({ plan }) => (plan === "approved" ? "Plan approved" : "First approval given, a second is needed"),
  CONFIRM_APPROVAL: () => "Plan approved",
  REOPEN_PLAN: () => "Plan reopened for a new revision",
};

type Found = Omit<AtomEntry, "summary"> & { planId: string };

async function readLog(tx: Tx, actor: PersonActor, plans: ChangedPlan[]): Promise<Found[]> {
  // A guest's database role has no log: when a plan came back is a date of the Department's.
  if (isGuest(actor)) return [];
  const rows = await tx.event.findMany({
    // An event on a plan of several schools is in the log of each of them; one tells it.
    where: {
      caseId: { in: plans.flatMap(({ caseIds }) => caseIds.slice(0, 1)) },
      type: { in: Object.keys(eventTitles) },
    },
    select: { id: true, caseId: true, type: true, at: true, after: true },
    orderBy: { at: "desc" },
    take: MOST,
  });
  return rows.flatMap(({ id, caseId, type, at, after }): Found[] => {
    const plan = plans.find(({ caseIds }) => caseIds.includes(caseId ?? ""));
    const own = plan && councilsOf(actor).includes(plan.councilCode);
    if (!plan || (type === "WITHDRAW_SUBMISSION" && !own)) return [];
    const title = eventTitles[type]?.(after as Record<string, unknown>) ?? "";
    const page = own ? (type === "RETURN_PLAN" ? "/answers" : "") : "/review";
    return [{ id, planId: plan.id, title, updated: at.toISOString(), href: `/plans/${plan.id}${page}` }];
  });
}

async function readComments(tx: Tx, actor: PersonActor, planIds: string[]): Promise<Found[]> {
  if (isGuest(actor)) return [];
  const rows = await tx.sectionVerdict.findMany({
    where: { revision: { planId: { in: planIds } }, verdict: "comment", sharedAt: { not: null } },
    select: { id: true, section: true, sharedAt: true, revision: { select: { id: true, planId: true } } },
    orderBy: { sharedAt: "desc" },
    take: MOST,
  });
  return rows.map(({ id, section, sharedAt, revision }) => ({
    id,
    planId: revision.planId,
    title: `Comment on ${sectionName(section)}`,
    updated: (sharedAt ?? new Date(0)).toISOString(),
    href: `/plans/${revision.planId}/answers?revision=${revision.id}`,
  }));
}

async function readSubmissions(tx: Tx, actor: PersonActor, planIds: string[]): Promise<Found[]> {
  const rows = await tx.revision.findMany({
    where: { planId: { in: planIds } },
    select: {
      ...{ id: true, planId: true, submittedAt: true },
      advice: holds(actor, "headteacher") ? false : { select: { id: true, section: true, givenAt: true } },
    },
    orderBy: { submittedAt: "desc" },
    take: MOST,
  });
  // A head's page is one, and holds all of it.
  const href = (id: string) => (holds(actor, "headteacher") ? "/your-school" : `/revisions/${id}`);
  return rows.flatMap(({ id, planId, submittedAt, advice }) => [
    { id, planId, title: "Plan submitted", updated: submittedAt.toISOString(), href: href(id) },
    ...(advice ?? []).map((given) => ({
      ...{ id: given.id, planId, updated: given.givenAt.toISOString(), href: href(id) },
      title: `Adviser’s comment on ${isSectionKey(given.section) ? sectionName(given.section) : "the plan"}`,
    })),
  ]);
}

async function readProgress(tx: Tx, actor: PersonActor, plans: ChangedPlan[]): Promise<Found[]> {
  const rows = await tx.progressEntry.findMany({
    where: { caseId: { in: plans.flatMap(({ caseIds }) => caseIds) } },
    select: { id: true, caseId: true, status: true, recordedAt: true },
    orderBy: { recordedAt: "desc" },
    take: MOST,
  });
  return rows.flatMap(({ id, caseId, status, recordedAt }): Found[] => {
    const plan = plans.find(({ caseIds }) => caseIds.includes(caseId));
    const words = isProgressStatus(status) ? progressStatuses[status].toLowerCase() : status;
    const href = isGuest(actor) ? "/advised" : `/cases/${caseId}/progress`;
    return plan
      ? [{ id, planId: plan.id, title: `Progress recorded: ${words}`, updated: recordedAt.toISOString(), href }]
      : [];
  });
}

/**
 * What happened to plans, the newest first: only what this reader may see on a page, without what anybody wrote and
 * without a due date. The database's policies decide which rows there are to read.
 */
export async function listPlanChanges(tx: Tx, actor: PersonActor, plans: ChangedPlan[]): Promise<AtomEntry[]> {
  const planIds = plans.map(({ id }) => id);
  const found = [
    ...(await readLog(tx, actor, plans)),
    ...(await readComments(tx, actor, planIds)),
    ...(await readSubmissions(tx, actor, planIds)),
    ...(await readProgress(tx, actor, plans)),
  ];
  const newest = found.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1));
  return newest.slice(0, MOST).map(({ planId, ...entry }) => {
    const schools = plans.find(({ id }) => id === planId)?.schools ?? "";
    return { ...entry, title: `${schools}: ${entry.title}`, summary: `${entry.title}. Sign in to read it.` };
  });
}
