import { findSchoolByNumber } from "~/people/find-school-by-number.server";
import { councilsOf, isAdmin, type PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

type DeclareConflict = {
  actor: PersonActor;
  supportSchoolId: string;
  /** The URN or number of the school that it must not help. */
  school: string;
  reason: string;
  commandId: string;
  now: Date;
};
export type Declared = { ok: true } | { ok: false; field: "school"; message: string };

/**
 * Either council or the Department declares a conflict of interest: the support school is not offered to that school any
 * more, and a request between the two is refused. A council declares only what concerns a school of its own.
 */
export async function declareConflict(asked: DeclareConflict): Promise<Declared> {
  const { actor, supportSchoolId, school: typed, reason, commandId, now } = asked;
  const refused = (message: string): Declared => ({ ok: false, field: "school", message });
  return asActor(actor, async (tx) => {
    const support = await tx.supportSchool.findUnique({ where: { id: supportSchoolId } });
    if (!support) throw new Response("Not found", { status: 404 });
    const school = await findSchoolByNumber(tx, typed);
    if (!school) return refused("No open school has this number");
    if (school.id === support.schoolId) return refused("Enter another school than the support school itself");
    const own = councilsOf(actor);
    const declaredBy = own.includes(support.councilCode)
      ? "supporting"
      : own.includes(school.councilCode)
        ? "asking"
        : isAdmin(actor)
          ? "department"
          : null;
    if (!declaredBy) return refused("Enter a school of your own council");
    const codes = { supportingCode: support.councilCode, askingCode: school.councilCode };
    await tx.supportConflict.createMany({
      data: [
        {
          supportSchoolId,
          schoolId: school.id,
          ...codes,
          declaredBy,
          reason,
          declaredById: actor.personId,
          declaredAt: now,
          commandId,
        },
      ],
      skipDuplicates: true,
    });
    return { ok: true };
  });
}
