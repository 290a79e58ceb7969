import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireOwnPlan } from "./require-own-plan.server";

/** What one officer said to the others about a section; instants in ISO form. */
export type PlanNote = {
  id: string;
  section: string;
  words: string;
  by: string;
  at: string;
  closed: { by: string; at: string } | null;
};

export type PlanNotes = { school: string; notes: PlanNote[] };

/** The notes on a council's plan, those to deal with first, each kind the newest first; 404 for another council's. */
export async function listNotes({ actor, planId }: { actor: PersonActor; planId: string }): Promise<PlanNotes> {
  return asActor(actor, async (tx) => {
    await requireOwnPlan(tx, planId);
    const rows = await tx.planNote.findMany({ where: { planId }, orderBy: [{ writtenAt: "desc" }, { id: "desc" }] });
    const of = await tx.schoolCase.findFirst({
      where: { planId },
      orderBy: { id: "asc" },
      select: { school: { select: { name: true } } },
    });
    const people = await tx.person.findMany({
      where: { id: { in: rows.flatMap(({ writtenById, closedById }) => [writtenById, closedById ?? writtenById]) } },
      select: { id: true, name: true },
    });
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "A colleague";
    const notes = rows.map(({ id, section, words, writtenById, writtenAt, closedById, closedAt }): PlanNote => ({
      ...{ id, section, words, by: nameOf(writtenById), at: writtenAt.toISOString() },
      closed: closedById && closedAt ? { by: nameOf(closedById), at: closedAt.toISOString() } : null,
    }));
    return {
      school: of?.school.name ?? "",
      notes: [...notes.filter(({ closed }) => !closed), ...notes.filter(({ closed }) => closed)],
    };
  });
}
