import type { PersonActor, RoleName } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";

export type PersonDetail = {
  id: string;
  name: string;
  email: string;
  active: boolean;
  version: number;
  createdAt: Date;
  lastSignedInAt: Date | null;
  roles: { id: string; role: RoleName; place: string | null; since: Date }[];
  /** Roles of before, the latest first. */
  formerRoles: { role: RoleName; place: string | null; since: Date; until: Date }[];
  /** Until when an unused set-password link works; null where there is none. */
  linkUntil: Date | null;
};

/** One person as the admins' pages show them; 404 where there is none. */
export async function getPerson(asked: { actor: PersonActor; personId: string; now: Date }): Promise<PersonDetail> {
  const { actor, personId, now } = asked;
  return asActor(actor, async (tx) => {
    const person = isUuid(personId)
      ? await tx.person.findUnique({
          where: { id: personId },
          select: {
            id: true,
            name: true,
            email: true,
            active: true,
            version: true,
            createdAt: true,
            lastSignedInAt: true,
            grants: {
              orderBy: [{ grantedAt: "asc" }, { role: "asc" }],
              select: {
                id: true,
                role: true,
                grantedAt: true,
                revokedAt: true,
                council: { select: { name: true } },
                school: { select: { name: true } },
              },
            },
          },
        })
      : null;
    if (!person) throw new Response("Not found", { status: 404 });
    // An aggregate: a row's own key, the hash of its token, is closed to admins too.
    const link = await tx.setPasswordLink.aggregate({
      where: { personId, usedAt: null, expiresAt: { gt: now } },
      _max: { expiresAt: true },
    });
    const { grants, ...facts } = person;
    const roles = grants.map(({ id, role, grantedAt, revokedAt, council, school }) => ({
      id,
      role: role as RoleName,
      place: school?.name ?? council?.name ?? null,
      since: grantedAt,
      until: revokedAt,
    }));
    return {
      ...facts,
      roles: roles.flatMap(({ until, ...role }) => (until ? [] : [role])),
      formerRoles: roles
        .flatMap(({ id: _id, until, ...role }) => (until ? [{ ...role, until }] : []))
        .sort((a, b) => b.until.getTime() - a.until.getTime()),
      linkUntil: link._max.expiresAt,
    };
  });
}
