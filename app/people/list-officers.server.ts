import { councilsLedBy, type PersonActor, type RoleName } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

export type CouncilOfficers = {
  code: string;
  name: string;
  people: {
    grantId: string;
    role: RoleName;
    name: string;
    email: string;
    active: boolean;
    lastSignedInAt: Date | null;
    since: Date;
    isYou: boolean;
  }[];
};

/** The councils that the person leads, by code, each with its leads and officers by name. */
export async function listOfficers({ actor }: { actor: PersonActor }): Promise<CouncilOfficers[]> {
  const led = councilsLedBy(actor);
  const held = { role: { in: ["officer", "lead"] }, revokedAt: null };
  return asActor(actor, async (tx) => {
    const councils = await tx.council.findMany({
      where: { code: { in: led } },
      orderBy: { code: "asc" },
      select: {
        code: true,
        name: true,
        grants: {
          where: held,
          orderBy: [{ person: { name: "asc" } }, { role: "asc" }],
          select: {
            id: true,
            role: true,
            grantedAt: true,
            person: { select: { id: true, name: true, email: true, active: true, lastSignedInAt: true } },
          },
        },
      },
    });
    return councils.map(({ grants, ...council }) => ({
      ...council,
      people: grants.map(({ id: grantId, role, grantedAt, person: { id, ...person } }) => ({
        ...person,
        grantId,
        role: role as RoleName,
        since: grantedAt,
        isYou: id === actor.personId,
      })),
    }));
  });
}
