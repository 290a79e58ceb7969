import type { Actor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { programmeNextStep } from "./programme-steps";

export type ProgrammeItem = {
  id: string;
  name: string;
  state: string;
  priorityDueOn: string;
  standardDueOn: string;
  next: { text: string; href: string };
};

/** Every programme, the newest first, with the next thing to do; for admins. */
export async function listProgrammes({ actor }: { actor: Actor }): Promise<ProgrammeItem[]> {
  return asActor(actor, async (tx) => {
    const rows = await tx.programme.findMany({
      include: { runs: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, state: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    });
    const measured = await tx.resultsFile.findMany({ where: { state: "takenOver" }, select: { measures: true } });
    const withResults = new Set(measured.flatMap(({ measures }) => measures));
    return rows.map(({ id, name, state, measure, priorityDueOn, standardDueOn, runs }) => ({
      id,
      name,
      state,
      priorityDueOn: isoDate(priorityDueOn),
      standardDueOn: isoDate(standardDueOn),
      next: programmeNextStep({
        id,
        published: state === "published",
        hasResults: withResults.has(measure),
        run: runs[0],
      }),
    }));
  });
}
