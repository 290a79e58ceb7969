import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** Names of the active leads of a council, for its officers to know who can submit. */
export async function listLeads({ actor, councilCode }: { actor: Actor; councilCode: string }): Promise<string[]> {
  return asActor(actor, async (tx) => {
    const people = await tx.person.findMany({
      where: { active: true, grants: { some: { role: "lead", councilCode, revokedAt: null } } },
      select: { name: true },
      orderBy: { name: "asc" },
    });
    return people.map(({ name }) => name);
  });
}
