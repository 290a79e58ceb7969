import { StaleForm } from "~/plans/event-refused";
import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { decideHistory, decideOrder } from "./decide-history.server";
import { readHistoryKey } from "./history-question";
import { lockResults } from "./lock-results.server";
import { NONE } from "./match-choice";
import { findHistoryQuestion } from "./read-history-questions.server";

type Asked = { actor: Actor; key: string; answer: string; reason: string; version: string; now: Date };

type About = { fromId: string | null; toId: string };

/** What an answer would have recorded. */
function outcomeOf({ fromId, toId }: About, answer: string): { schoolId: string; continuesId: string | null } {
  if (fromId === null) return { schoolId: toId, continuesId: answer === NONE ? null : answer };
  if (answer === "backward") return { schoolId: fromId, continuesId: toId };
  return { schoolId: toId, continuesId: answer === "forward" ? fromId : null };
}

/** The same form again, of the same person, with nothing decided since: it has had its effect. */
async function repeats(tx: Tx, about: About, { actor, answer, reason }: Asked): Promise<boolean> {
  const { schoolId, continuesId } = outcomeOf(about, answer);
  const newest = await tx.historyDecision.findFirst({ where: { schoolId }, orderBy: { id: "desc" } });
  const by = actor.kind === "person" ? actor.personId : null;
  return newest?.decidedById === by && newest.reason === reason && newest.continuesId === continuesId;
}

/**
 * Records, with the reason, whose results go on at a school or which of two schools came first. A message where the answer
 * cannot be, null where it is stored. Throws StaleForm where somebody else decided meanwhile, or a file told something else.
 */
export async function decideWaitingHistory(asked: Asked): Promise<string | null> {
  const { actor, key, answer, reason, version, now } = asked;
  const decidedById = actor.kind === "person" ? actor.personId : null;
  return asActor(actor, async (tx) => {
    await lockResults(tx);
    const question = await findHistoryQuestion(tx, key);
    const about = readHistoryKey(key);
    if (about && question?.version !== version && (await repeats(tx, about, asked))) return null;
    if (!question) throw new Response("Not found", { status: 404 });
    if (question.version !== version)
      throw new StaleForm(
        "Somebody else decided this, or a file changed what is known of it, since you opened the page.",
      );
    if (!question.choice.options.some(({ value }) => value === answer))
      return "This is no longer one of the answers. Choose again";
    const decided = { decidedById, decidedAt: now, reason };
    const toId = question.schoolId;
    if (key.startsWith("later-"))
      return decideHistory(tx, { fromId: answer === NONE ? null : answer, toId, ...decided });
    return decideOrder(tx, { fromId: question.schools[1]?.id ?? "", toId, order: answer, ...decided });
  });
}
