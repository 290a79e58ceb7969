import { type Actor } from "~/platform/actor";
import type { Role } from "~workflows/school-plan/types";

/**
 * The roles in which a person can act on a case of this council, the strongest first. An officer's role reaches only
 * the officer's own council.
 */
export function actingRoles(actor: Actor, councilCode: string): Role[] {
  if (actor.kind === "system") return ["system"];
  const held = actor.roles.filter((grant) => grant.councilCode === null || grant.councilCode === councilCode);
  const order: Role[] = ["lead", "officer", "admin", "reviewer", "adviser", "headteacher"];
  return order.filter((role) => held.some((grant) => grant.role === role));
}
