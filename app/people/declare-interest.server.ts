import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import type { InterestDeclared } from "./declare-interest.schema";
import { findSchoolByNumber } from "./find-school-by-number.server";
import { recordPeopleChange } from "./record-people-change.server";

export type InterestProblem = { field: "school" | "councilCode"; message: string };

async function findPlace(tx: Tx, { kind, school, councilCode }: InterestDeclared) {
  if (kind === "school")
    return { schoolId: (await findSchoolByNumber(tx, school ?? ""))?.id ?? null, councilCode: null };
  const council = await tx.council.findUnique({ where: { code: councilCode ?? "" }, select: { code: true } });
  return { schoolId: null, councilCode: council?.code ?? null };
}

/**
 * Declares the person's interest in a school or a council: from then on they review no plan of it. Declaring the same
 * place again changes nothing. Returns what stands against it as a message at its field, or null.
 */
export async function declareInterest(asked: {
  actor: PersonActor;
  interest: InterestDeclared;
  now: Date;
}): Promise<InterestProblem | null> {
  const { actor, interest, now } = asked;
  const { personId } = actor;
  return asActor(actor, async (tx) => {
    const place = await findPlace(tx, interest);
    if (!place.schoolId && !place.councilCode)
      return interest.kind === "school"
        ? { field: "school", message: "There is no school with this number" }
        : { field: "councilCode", message: "Select the council" };
    if ((await tx.declaredInterest.count({ where: { personId, ...place } })) > 0) return null;
    await tx.declaredInterest.create({ data: { personId, ...place, nature: interest.nature, declaredAt: now } });
    await recordPeopleChange(tx, { actor, kind: "interestDeclared", path: pathOf(place), now });
    return null;
  });
}

/** How the log of access names what an interest is in. */
export const pathOf = ({ schoolId, councilCode }: { schoolId: string | null; councilCode: string | null }): string =>
  schoolId ? `school:${schoolId}` : `council:${councilCode}`;
