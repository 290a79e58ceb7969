import { createHash } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { checkPlanWords, type PlanWordFinding } from "./check-plan-words";
import type { AcceptedWords, PlanContent } from "./plan-content";

export type JudgedFinding = PlanWordFinding & {
  /** Names these words in this sentence of this field, in addresses and in the table of what was accepted. */
  key: string;
  /** Why the council keeps the words; null where nobody has said so. */
  accepted: { reason: string; by: string } | null;
};

// Of the words, their sentence and their field: where one of them changes it is another finding, and asked about again.
const keyOf = ({ section, field, words, sentence }: PlanWordFinding): string =>
  createHash("sha256")
    .update(JSON.stringify([section, field, words, sentence]))
    .digest("hex")
    .slice(0, 32);

/** The findings in a plan's text as it stands, with what the council accepted of them, inside the caller's transaction. */
export async function readWordFindings(
  tx: Tx,
  planId: string,
  content: Pick<PlanContent, "sections" | "actions">,
): Promise<JudgedFinding[]> {
  const found = checkPlanWords(content);
  if (found.length === 0) return [];
  const rows = await tx.acceptedWords.findMany({ where: { planId } });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ acceptedById }) => acceptedById) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "a colleague";
  return found.map((finding) => {
    const key = keyOf(finding);
    const row = rows.find((candidate) => candidate.finding === key);
    return { ...finding, key, accepted: row ? { reason: row.reason, by: nameOf(row.acceptedById) } : null };
  });
}

/** The same for a page that has read the plan already: who may not read its working draft has no accepted words either. */
export const listWordFindings = (asked: {
  actor: Actor;
  plan: { id: string; content: Pick<PlanContent, "sections" | "actions"> };
}): Promise<JudgedFinding[]> => asActor(asked.actor, (tx) => readWordFindings(tx, asked.plan.id, asked.plan.content));

/** What goes into a revision of the words that are kept. */
export const toAcceptedWords = (findings: readonly JudgedFinding[]): AcceptedWords[] =>
  findings.flatMap(({ section, label, words, sentence, accepted }) =>
    accepted ? [{ section, label, words, sentence, reason: accepted.reason }] : [],
  );
