import { councilsOf, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { listTellings, type Telling } from "./list-tellings.server";
import { noteOpening } from "./note-opening.server";
import type { HeadLetter } from "./head-words";
import { ruleColumns } from "~/schools/describe-rule";
import { isFlaggedAgain } from "./is-flagged-again";
import { readHeadLetter } from "./read-head-letter.server";
import type { PlanState } from "~workflows/school-plan/types";

export type HeadLetterPage = {
  case: { id: string; ended: boolean };
  /** The run whose flag the letter is about. */
  runId: string;
  school: string;
  council: string;
  letter: HeadLetter;
  hasAccount: boolean;
  tellings: Telling[];
  /** Days such as "2026-11-24". */
  publishedOn: string;
  today: string;
};

/** The letter with which a council tells the head of its school, and when it did; 404 for everybody else. */
export async function getHeadLetter(asked: {
  actor: PersonActor;
  caseId: string | undefined;
  now: Date;
}): Promise<HeadLetterPage> {
  const { actor, caseId, now } = asked;
  return asActor(actor, async (tx) => {
    const found = isUuid(caseId)
      ? await tx.schoolCase.findUnique({
          where: { id: caseId },
          include: {
            school: { select: { id: true, name: true } },
            council: { select: { name: true } },
            programme: { select: ruleColumns },
            plan: { select: { replyByOn: true } },
            run: { select: { publishedAt: true } },
          },
        })
      : null;
    if (!found || !councilsOf(actor).includes(found.councilCode)) throw new Response("Not found", { status: 404 });
    const { id, runId, councilCode, school, council, programme, plan, run } = found;
    const { letter, hasAccount } = await readHeadLetter(tx, {
      school: { ...school, councilCode },
      council: council.name,
      programme,
      runId,
      planState: found.planState as PlanState,
      again: isFlaggedAgain(found, run),
      replyByOn: plan?.replyByOn ? isoDate(plan.replyByOn) : null,
      today: dateInLondon(now),
    });
    await noteOpening(tx, { actor, runIds: [runId], councilCode, now });
    return {
      case: { id, ended: found.endedAt !== null },
      runId,
      school: school.name,
      council: council.name,
      letter,
      hasAccount,
      tellings: await listTellings(tx, { id, runId }),
      publishedOn: dateInLondon(run.publishedAt ?? found.createdAt),
      today: dateInLondon(now),
    };
  });
}
