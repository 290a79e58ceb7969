import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { StaleForm } from "./event-refused";
import { lockReplies } from "./lock-plan.server";

type GiveReply = {
  actor: PersonActor;
  planId: string;
  stance: "acknowledged" | "disagreed";
  comment: string;
  now: Date;
};

/**
 * Stores a headteacher's reply to the plan of their own school; a later one takes its place until the plan is submitted.
 * The council reads it at once, the Department as part of what is submitted.
 */
export async function giveReply({ actor, planId, stance, comment, now }: GiveReply): Promise<void> {
  if (!isUuid(planId)) throw new Response("Not found", { status: 404 });
  const schoolId = actor.roles.find(({ role }) => role === "headteacher")?.schoolId;
  if (!schoolId) throw new Response("Not found", { status: 404 });
  await asActor(actor, async (tx) => {
    await lockReplies(tx, planId);
    const found = await tx.schoolCase.findFirst({ where: { planId, schoolId }, select: { planState: true } });
    if (!found) throw new Response("Not found", { status: 404 });
    if (!["drafting", "returned"].includes(found.planState))
      throw new StaleForm("Your reply was not saved because the plan is not being drafted now.");
    await tx.headteacherReply.upsert({
      where: { planId_schoolId: { planId, schoolId } },
      create: { planId, schoolId, personId: actor.personId, stance, comment, givenAt: now },
      update: { personId: actor.personId, stance, comment, givenAt: now },
      select: { id: true },
    });
  });
}
