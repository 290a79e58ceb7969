import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { grantTo, type RoleProblem } from "./grant-to.server";
import { lockAdmins } from "./lock-admins.server";
import { recordPeopleChange } from "./record-people-change.server";
import type { RoleChoice } from "./role-choice.schema";
import { updatePerson } from "./update-person.server";

class NotGranted extends Error {
  constructor(readonly problem: RoleProblem) {
    super(problem.message);
  }
}

/**
 * Gives a person a further role, in force from their next request. Returns what stands against it as a message at its
 * field, or null. Throws StaleForm where the person has changed.
 */
export async function grantRole(asked: {
  actor: PersonActor;
  personId: string;
  version: number;
  choice: RoleChoice;
  now: Date;
}): Promise<RoleProblem | null> {
  const { actor, personId, version, choice, now } = asked;
  try {
    await asActor(actor, async (tx) => {
      await lockAdmins(tx, actor);
      await updatePerson(tx, { personId, version });
      const problem = await grantTo(tx, { actor, personId, choice, now });
      if (problem) throw new NotGranted(problem);
      await recordPeopleChange(tx, { actor, kind: "roleGranted", path: `/people/${personId}/roles`, now });
    });
    return null;
  } catch (error) {
    if (error instanceof NotGranted) return error.problem;
    throw error;
  }
}
