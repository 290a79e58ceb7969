import type { PersonActor } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";
import { findSchoolByNumber } from "./find-school-by-number.server";
import { councilRoles, type RoleChoice } from "./role-choice.schema";

/** A choice that cannot be granted, as a message at its field. */
export type RoleProblem = { field: "role" | "councilCode" | "school"; message: string };

const guestRoles = ["headteacher", "adviser"];

type Place = { councilCode: string | null; schoolId: string | null };

async function findPlace(tx: Tx, choice: RoleChoice): Promise<Place | RoleProblem> {
  if (choice.role === "headteacher") {
    const school = await findSchoolByNumber(tx, choice.school ?? "");
    if (!school) return { field: "school", message: "There is no school with this number" };
    return { councilCode: school.councilCode, schoolId: school.id };
  }
  if (!councilRoles.includes(choice.role)) return { councilCode: null, schoolId: null };
  const council = await tx.council.findUnique({ where: { code: choice.councilCode ?? "" }, select: { code: true } });
  if (!council) return { field: "councilCode", message: "Select the council that the role is for" };
  return { councilCode: council.code, schoolId: null };
}

/**
 * Grants a role to a person inside the caller's transaction; returns what stands against it, or null. Nobody is a guest
 * (headteacher, adviser) and something else at once.
 */
export async function grantTo(
  tx: Tx,
  { actor, personId, choice, now }: { actor: PersonActor; personId: string; choice: RoleChoice; now: Date },
): Promise<RoleProblem | null> {
  const place = await findPlace(tx, choice);
  if ("message" in place) return place;
  const { role } = choice;
  // What a headteacher sees is bound to one school; for another school the first role is revoked before.
  const same = role === "headteacher" ? { role } : { role, councilCode: place.councilCode };
  const held = await tx.roleGrant.count({ where: { personId, revokedAt: null, ...same } });
  if (held > 0) return { field: "role", message: "This person already holds this role" };
  // Every request is made in one database role, and a guest's has none of what the others read.
  const ofOtherKind = guestRoles.includes(role) ? { notIn: guestRoles } : { in: guestRoles };
  const barring = await tx.roleGrant.findFirst({
    where: { personId, revokedAt: null, role: ofOtherKind },
    select: { person: { select: { name: true } } },
  });
  if (barring) {
    const message = `${barring.person.name} has another role. Take that back first, or use another account.`;
    return { field: "role", message };
  }
  await tx.roleGrant.create({
    data: { personId, role, ...place, grantedAt: now, grantedById: actor.personId },
    select: { id: true },
  });
  return null;
}
