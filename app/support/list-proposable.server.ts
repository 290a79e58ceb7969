import { councilsOf, type PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** The open schools of the person's councils, to choose one to propose. Why one cannot be is said where it is chosen. */
export const listProposable = ({ actor }: { actor: PersonActor }): Promise<{ id: string; name: string }[]> =>
  asActor(actor, (tx) =>
    tx.school.findMany({
      where: { councilCode: { in: councilsOf(actor) }, open: true },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  );
