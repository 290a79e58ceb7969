import { applyEvent } from "~/plans/apply-event.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { ChallengeGround } from "~workflows/school-plan/types";

type ChallengeFlag = {
  actor: Actor;
  caseId: string;
  ground: ChallengeGround;
  evidence: string;
  commandId?: string;
  now: Date;
};

/**
 * A council disputes that its school was rightly flagged. The deadline runs on; admins see the evidence at once.
 * Throws EventRefused where the case is neither identified nor drafting.
 */
export async function challengeFlag({ actor, caseId, ground, evidence, commandId, now }: ChallengeFlag): Promise<void> {
  await asActor(actor, async (tx) => {
    const applied = await applyEvent(tx, {
      actor,
      caseId,
      event: { type: "CHALLENGE_FLAG", ground },
      words: evidence,
      commandId,
      now,
    });
    if (applied.repeated || actor.kind !== "person") return;
    await tx.challenge.create({
      data: { caseId, ground, evidence, madeById: actor.personId, madeAt: now },
      select: { id: true },
    });
  });
}
