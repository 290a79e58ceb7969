import { councilsOf, type PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { Level } from "~workflows/council-escalation/types";
import { storedEscalation } from "./apply-escalation-event.server";
import { type ProposedStep, proposedStep } from "./proposed-step.server";

export type CouncilEscalation = {
  id: string;
  council: string;
  programme: string;
  level: Level;
  proposal: ProposedStep | null;
};

/**
 * What the Department does about the councils whose officer or lead the person is: steps that are proposed, then levels
 * in force, each by its newest change. Nothing where no step was taken and none is proposed.
 */
export async function listCouncilEscalations({
  actor,
  now,
}: {
  actor: PersonActor;
  now: Date;
}): Promise<CouncilEscalation[]> {
  return asActor(actor, async (tx) => {
    const rows = await tx.councilEscalation.findMany({
      where: { councilCode: { in: councilsOf(actor) }, OR: [{ step: "proposed" }, { level: { not: "none" } }] },
      include: { council: { select: { name: true } }, programme: { select: { name: true } } },
      orderBy: [{ step: "desc" }, { updatedAt: "desc" }],
    });
    return rows.map((row) => {
      const stored = storedEscalation(row);
      return {
        id: row.id,
        council: row.council.name,
        programme: row.programme.name,
        level: stored.state.level,
        proposal: proposedStep(stored, now),
      };
    });
  });
}
