import { readCaseForEvent, type CaseForEvent } from "~/plans/get-case-for-event.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { formatDateTime } from "~/ui/format-date";
import { challengeGrounds, isChallengeGround } from "./challenge-flag.schema";

type Asked = { actor: Actor; caseId: string; event: "UPHOLD_FLAG" | "REMOVE_FLAG"; now: Date };

/** What the council brought forward against the flag. */
export type OpenChallenge = { ground: string; evidence: string; madeBy: string; madeAt: string };

/** The case for the decision on its flag, with the open challenge where there is one. 404 and EventRefused as getCaseForEvent. */
export async function getChallenge(asked: Asked): Promise<{ case: CaseForEvent; challenge: OpenChallenge | null }> {
  return asActor(asked.actor, async (tx) => {
    const found = await readCaseForEvent(tx, asked);
    const row = await tx.challenge.findFirst({ where: { caseId: asked.caseId, state: "open" } });
    if (!row) return { case: found, challenge: null };
    const person = await tx.person.findUnique({ where: { id: row.madeById }, select: { name: true } });
    const challenge = {
      ground: isChallengeGround(row.ground) ? challengeGrounds[row.ground] : row.ground,
      evidence: row.evidence,
      madeBy: person?.name ?? "The council",
      madeAt: formatDateTime(row.madeAt),
    };
    return { case: found, challenge };
  });
}
