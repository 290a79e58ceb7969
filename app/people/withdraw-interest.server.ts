import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { pathOf } from "./declare-interest.server";
import { recordPeopleChange } from "./record-people-change.server";

/** Withdraws an interest of the person's own; that it was declared and withdrawn stays in the log of access. 404 for any other. */
export async function withdrawInterest(asked: { actor: PersonActor; interestId: string; now: Date }): Promise<void> {
  const { actor, interestId, now } = asked;
  if (!isUuid(interestId)) throw new Response("Not found", { status: 404 });
  await asActor(actor, async (tx) => {
    const where = { id: interestId, personId: actor.personId };
    const interest = await tx.declaredInterest.findUnique({ where });
    const { count } = await tx.declaredInterest.deleteMany({ where });
    if (!interest || count !== 1) throw new Response("Not found", { status: 404 });
    await recordPeopleChange(tx, { actor, kind: "interestWithdrawn", path: pathOf(interest), now });
  });
}
