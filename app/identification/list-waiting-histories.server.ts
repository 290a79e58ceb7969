import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { HISTORIES_A_PAGE, type HistoryQuestion } from "./history-question";
import { countWaitingHistories, findHistoryQuestion, readWaitingHistories } from "./read-history-questions.server";

/** One page (from 1) of the histories that wait for a person, whatever they come from; for admins. */
export async function listWaitingHistories({
  actor,
  page,
}: {
  actor: Actor;
  page: number;
}): Promise<{ histories: HistoryQuestion[]; total: number; pages: number }> {
  return asActor(actor, async (tx) => {
    const total = await countWaitingHistories(tx);
    const histories = await readWaitingHistories(tx, { from: (page - 1) * HISTORIES_A_PAGE, count: HISTORIES_A_PAGE });
    return { histories, total, pages: Math.max(1, Math.ceil(total / HISTORIES_A_PAGE)) };
  });
}

/** The question of one school's history; for admins. 404 where there is none. */
export async function getHistoryQuestion({ actor, key }: { actor: Actor; key: string }): Promise<HistoryQuestion> {
  const question = await asActor(actor, (tx) => findHistoryQuestion(tx, key));
  if (!question) throw new Response("Not found", { status: 404 });
  return question;
}
