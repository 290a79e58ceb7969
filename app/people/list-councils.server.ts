import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** All councils by name, for choosing one. */
export const listCouncils = ({ actor }: { actor: Actor }): Promise<{ code: string; name: string }[]> =>
  asActor(actor, (tx) => tx.council.findMany({ orderBy: { name: "asc" }, select: { code: true, name: true } }));
