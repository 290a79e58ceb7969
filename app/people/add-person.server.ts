import { randomUUID } from "node:crypto";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { grantTo } from "./grant-to.server";
import { lockAdmins } from "./lock-admins.server";
import { recordPeopleChange } from "./record-people-change.server";
import type { RoleChoice } from "./role-choice.schema";

export type AddPerson = { ok: true; personId: string } | { ok: false; field: string; message: string };

class NotAdded extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Adds a person with a first role. They sign in once a set-password link has been handed to them. */
export async function addPerson(asked: {
  actor: PersonActor;
  name: string;
  email: string;
  choice: RoleChoice;
  now: Date;
}): Promise<AddPerson> {
  const { actor, name, email, choice, now } = asked;
  const personId = randomUUID();
  try {
    await asActor(actor, async (tx) => {
      await lockAdmins(tx, actor);
      // Decided by the unique address itself, so that two admins who add the same person at once make one.
      const { count } = await tx.person.createMany({
        data: [{ id: personId, name, email, createdAt: now }],
        skipDuplicates: true,
      });
      if (count !== 1) throw new NotAdded("email", "There is already a person with this email address");
      const problem = await grantTo(tx, { actor, personId, choice, now });
      if (problem) throw new NotAdded(problem.field, problem.message);
      await recordPeopleChange(tx, { actor, kind: "personAdded", path: `/people/${personId}`, now });
    });
    return { ok: true, personId };
  } catch (error) {
    if (error instanceof NotAdded) return { ok: false, field: error.field, message: error.message };
    throw error;
  }
}
