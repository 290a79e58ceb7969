import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { PlanDocument } from "./document-blocks";
import { readPlanDocument } from "./read-plan-document.server";

/** The plan of a headteacher's own school to take along, as their page shows it; 404 for any other. */
export async function getOwnSchoolDocument(asked: { actor: Actor; planId: string; now: Date }): Promise<PlanDocument> {
  const { actor, planId } = asked;
  const held = actor.kind === "person" ? actor.roles.find(({ role }) => role === "headteacher") : undefined;
  if (!held?.schoolId || !isUuid(planId)) throw new Response("Not found", { status: 404 });
  const document = await asActor(actor, (tx) => readPlanDocument(tx, asked));
  if (!document.schoolIds.includes(held.schoolId)) throw new Response("Not found", { status: 404 });
  return document;
}
