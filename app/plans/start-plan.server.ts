import { randomUUID } from "node:crypto";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { sectionKeys } from "~workflows/school-plan/types";
import { applyEvent } from "./apply-event.server";
import { noteContributor } from "./lock-plan.server";

type StartPlan = { actor: PersonActor; caseId: string; now: Date; commandId?: string };

/**
 * Starts the plan of a flagged school: one document with its seven empty sections. Where there is one already, started
 * by the same person or by a colleague, that one is the answer and nothing changes. Returns the plan's id.
 */
export async function startPlan({ actor, caseId, now, commandId }: StartPlan): Promise<string> {
  if (!isUuid(caseId)) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    await tx.$queryRaw`SELECT id FROM school_cases WHERE id = ${caseId}::uuid FOR UPDATE`;
    const row = await tx.schoolCase.findUnique({ where: { id: caseId } });
    if (!row) throw new Response("Not found", { status: 404 });
    if (row.planId && row.planState !== "identified") return row.planId;
    await applyEvent(tx, { actor, caseId, now, commandId, event: { type: "START_PLAN" } });
    const planId = randomUUID();
    const { programmeId, councilCode } = row;
    await tx.plan.create({
      data: { id: planId, programmeId, councilCode, createdById: actor.personId, createdAt: now },
      select: { id: true },
    });
    await tx.planSection.createMany({
      data: sectionKeys.map((key) => ({ planId, key, content: {}, updatedById: actor.personId, updatedAt: now })),
    });
    await noteContributor(tx, { planId, personId: actor.personId, now });
    await tx.schoolCase.update({ where: { id: caseId }, data: { planId }, select: { id: true } });
    return planId;
  });
}
