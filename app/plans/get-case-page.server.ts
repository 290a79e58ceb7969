import { listTellings, type Telling } from "~/notifications/list-tellings.server";
import { noteOpening } from "~/notifications/note-opening.server";
import { type Actor, councilsOf } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { listResults } from "~/schools/list-results.server";
import { readSchoolLife } from "~/schools/read-school-life.server";
import type { ResultsOverTime } from "~/schools/results-over-time";
import type { SchoolLife } from "~/schools/school-life";
import { type CaseSupport, listCaseSupport } from "~/support/list-case-support.server";
import { type CaseDetail, readCase } from "./get-case.server";
import type { PlanContent } from "./plan-content";

export type CasePage = {
  case: CaseDetail;
  results: ResultsOverTime;
  /** The school through time. */
  life: SchoolLife;
  /** The newest submission that stands, for whoever may read it. */
  revision: { id: string; reference: string; submittedAt: string } | null;
  /** How the actions of an approved plan are going, by the latest entry on each. */
  progress: { actions: number; counts: Record<string, number>; latestAt: string | null } | null;
  replyByOn: string | null;
  /** Requests for support that are waiting or accepted. */
  support: CaseSupport[];
  /** When and how the head of the school was told, the newest first. */
  tellings: Telling[];
  /** Whether its flag was ever challenged, for those who may read challenges. */
  challenged: boolean;
  today: string;
};

async function summariseProgress(tx: Tx, caseId: string, content: PlanContent): Promise<CasePage["progress"]> {
  const entries = await tx.progressEntry.findMany({
    where: { caseId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { actionId: true, status: true, recordedAt: true },
  });
  const counts: Record<string, number> = {};
  for (const { id } of content.actions) {
    const status = entries.find(({ actionId }) => actionId === id)?.status ?? "notStarted";
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return { actions: content.actions.length, counts, latestAt: entries[0]?.recordedAt.toISOString() ?? null };
}

/** Everything of one school's page: its case, results, what was submitted and how it is going. 404 as getCase. */
export async function getCasePage(asked: { actor: Actor; caseId: string; now: Date }): Promise<CasePage> {
  return asActor(asked.actor, async (tx) => {
    const { detail: found } = await readCase(tx, asked);
    const { school, programme, council, planId, planState } = found;
    const results = await listResults(tx, { school: { ...school, councilCode: council.code }, programme });
    const revision = planId
      ? await tx.revision.findFirst({ where: { planId, withdrawnAt: null }, orderBy: { number: "desc" } })
      : null;
    const plan = planId ? await tx.plan.findUnique({ where: { id: planId }, select: { replyByOn: true } }) : null;
    if (councilsOf(asked.actor).includes(council.code))
      await noteOpening(tx, { ...asked, runIds: [found.runId], councilCode: council.code });
    return {
      case: found,
      results,
      life: await readSchoolLife(tx, school.id),
      revision: revision && {
        id: revision.id,
        reference: revision.reference,
        submittedAt: revision.submittedAt.toISOString(),
      },
      progress:
        revision && ["approved", "exited"].includes(planState)
          ? await summariseProgress(tx, found.id, revision.content as unknown as PlanContent)
          : null,
      replyByOn: plan?.replyByOn ? isoDate(plan.replyByOn) : null,
      support: await listCaseSupport(tx, found.id),
      tellings: await listTellings(tx, found),
      challenged: (await tx.challenge.count({ where: { caseId: found.id } })) > 0,
      today: dateInLondon(asked.now),
    };
  });
}
