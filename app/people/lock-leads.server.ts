import type { PersonActor } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";
import { ChangeRefused } from "./change-refused";
import { takeTurn } from "./lock-admins.server";

/**
 * Takes its turn among all who change people's access; refuses somebody who lost the right of a council's lead while
 * waiting.
 */
export async function lockLeads(tx: Tx, { actor, councilCode }: { actor: PersonActor; councilCode: string }) {
  await takeTurn(tx);
  const held = { personId: actor.personId, role: "lead", councilCode, revokedAt: null };
  if ((await tx.roleGrant.count({ where: held })) === 0)
    throw new ChangeRefused("Nothing was changed because you are not a lead of this council.");
}
