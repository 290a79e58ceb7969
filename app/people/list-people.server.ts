import type { Prisma } from "~/generated/prisma/client";
import type { PersonActor, RoleName } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { PeopleFilter } from "./people-filter";

export type ListedPerson = {
  id: string;
  name: string;
  email: string;
  active: boolean;
  lastSignedInAt: Date | null;
  roles: { role: RoleName; place: string | null }[];
};

export const peopleOnPage = 25;

function whereOf({ search, role, council, status }: PeopleFilter): Prisma.PersonWhereInput {
  const held: Prisma.RoleGrantWhereInput = {
    revokedAt: null,
    ...(role && { role }),
    ...(council && { councilCode: council }),
  };
  return {
    ...(status && { active: status === "active" }),
    ...((role || council) && { grants: { some: held } }),
    ...(search && {
      OR: [{ name: { contains: search, mode: "insensitive" } }, { email: { contains: search, mode: "insensitive" } }],
    }),
  };
}

/** One page of the people whom an admin looks for, by name, with how many there are and how many pages. */
export async function listPeople(asked: {
  actor: PersonActor;
  filter: PeopleFilter;
}): Promise<{ people: ListedPerson[]; total: number; page: number; pages: number }> {
  const { actor, filter } = asked;
  const where = whereOf(filter);
  return asActor(actor, async (tx) => {
    const total = await tx.person.count({ where });
    const pages = Math.max(1, Math.ceil(total / peopleOnPage));
    const page = Math.min(filter.page, pages);
    const people = await tx.person.findMany({
      where,
      orderBy: [{ name: "asc" }, { email: "asc" }],
      skip: (page - 1) * peopleOnPage,
      take: peopleOnPage,
      select: {
        id: true,
        name: true,
        email: true,
        active: true,
        lastSignedInAt: true,
        grants: {
          where: { revokedAt: null },
          orderBy: [{ grantedAt: "asc" }, { role: "asc" }],
          select: { role: true, council: { select: { name: true } }, school: { select: { name: true } } },
        },
      },
    });
    return {
      total,
      page,
      pages,
      people: people.map(({ grants, ...person }) => ({
        ...person,
        roles: grants.map(({ role, council, school }) => ({
          role: role as RoleName,
          place: school?.name ?? council?.name ?? null,
        })),
      })),
    };
  });
}
