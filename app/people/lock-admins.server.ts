import type { PersonActor } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";
import { ChangeRefused } from "./change-refused";

const activeAdmins = { active: true, grants: { some: { role: "admin", revokedAt: null } } };

/** Takes its turn among all who change people's access, until the transaction ends. */
export async function takeTurn(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('admins', 0))`;
}

/**
 * Takes its turn among all who change people's access, so that two admins who remove each other at once cannot both
 * succeed; whoever lost the role while waiting is refused.
 */
export async function lockAdmins(tx: Tx, actor: PersonActor): Promise<void> {
  await takeTurn(tx);
  const still = await tx.person.count({ where: { id: actor.personId, ...activeAdmins } });
  if (still !== 1) throw new ChangeRefused("Nothing was changed because you are no longer an admin.");
}

/** Refuses, after a change, to leave the service without anybody who can manage it. */
export async function requireAnAdminLeft(tx: Tx): Promise<void> {
  if ((await tx.person.count({ where: activeAdmins })) > 0) return;
  throw new ChangeRefused(
    "Nothing was changed because this is the last active admin. Make somebody else an admin first.",
  );
}
