import { addPerson } from "~/people/add-person.server";
import { createFirstAdmin } from "~/people/create-first-admin.server";
import { grantRole } from "~/people/grant-role.server";
import { issueSetPasswordLink } from "~/people/issue-set-password-link.server";
import { revokeRole } from "~/people/revoke-role.server";
import type { RoleChoice } from "~/people/role-choice.schema";
import { setPassword } from "~/people/set-password.server";
import { type HeldRole, type PersonActor, type RoleName, system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { demonstrationAccounts, demonstrationPassword } from "./accounts";

/** The person of an email address as somebody who asks, with the roles in force. Throws where there is none. */
export async function findActor(email: string): Promise<PersonActor> {
  return asActor(system("scenarios"), async (tx) => {
    const person = await tx.person.findUniqueOrThrow({
      where: { email },
      include: { grants: { where: { revokedAt: null }, orderBy: { grantedAt: "asc" } } },
    });
    const roles = person.grants.map(({ role, councilCode, schoolId }): HeldRole => ({
      role: role as RoleName,
      councilCode,
      schoolId,
    }));
    return { kind: "person", personId: person.id, name: person.name, email, roles };
  });
}

/** Makes the first admin, with the demonstration's password. */
export async function addFirstAdmin(now: Date): Promise<PersonActor> {
  const account = demonstrationAccounts.find(({ role }) => role === "admin");
  if (!account) throw new Error("The demonstration has no admin.");
  const { name, email } = account;
  const token = await createFirstAdmin({ name, email, now });
  if (!token) throw new Error("There is an admin already: the demonstration fills only an empty database.");
  await setPassword({ token, password: demonstrationPassword, now });
  return findActor(email);
}

type NewPerson = { name: string; email: string; choice: RoleChoice };

/** Adds somebody as an admin does; with a password only where one is given, since making one takes a while. */
export async function addSomebody(
  { name, email, choice }: NewPerson,
  { admin, now, password }: { admin: PersonActor; now: Date; password?: string },
): Promise<PersonActor> {
  const added = await addPerson({ actor: admin, name, email, choice, now });
  if (!added.ok) throw new Error(`${name} could not be added: ${added.message}`);
  if (password) {
    const { token } = await issueSetPasswordLink({ actor: admin, personId: added.personId, now });
    await setPassword({ token, password, now });
  }
  return findActor(email);
}

/** Adds the demonstration's other accounts; the schools of its headteachers must be there. */
export async function addAccounts(options: { admin: PersonActor; now: Date }): Promise<void> {
  for (const { name, email, role, councilCode, schoolLaestab } of demonstrationAccounts) {
    if (email === options.admin.email) continue;
    const choice = { role, councilCode, school: schoolLaestab };
    await addSomebody({ name, email, choice }, { ...options, password: demonstrationPassword });
  }
}

const firstNames = "Aled Bea Cosmo Delyth Ewan Flora Gwil Hester Idris Juno Kit Leola Milo Nerys Otis Petra".split(" ");
const surnames = "Ashgarth Bellwick Cradley Dunmarsh Eastrop Fallowdale Greymoor Hexwold".split(" ");

export type CouncilPeople = { lead: PersonActor; officer: PersonActor };

/** A lead and an officer for a council whose people the demonstration does not offer to sign in as. */
export async function addCouncilPeople(
  councilCode: string,
  options: { admin: PersonActor; now: Date },
): Promise<CouncilPeople> {
  const number = Number(councilCode);
  const nameOf = (at: number) =>
    `${firstNames[(number * 2 + at) % firstNames.length]} ${surnames[(number + at * 3) % surnames.length]}`;
  const add = (role: "lead" | "officer", at: number) => {
    const name = nameOf(at);
    const email = `${name.toLowerCase().replace(" ", ".")}@council-${councilCode}.example`;
    return addSomebody({ name, email, choice: { role, councilCode } }, options);
  };
  return { lead: await add("lead", 0), officer: await add("officer", 1) };
}

/** The lead and the officer of a council, whoever they are; null where it has not both. */
export async function findCouncilPeople(councilCode: string): Promise<CouncilPeople | null> {
  const grants = await asActor(system("scenarios"), (tx) =>
    tx.roleGrant.findMany({
      where: { councilCode, role: { in: ["lead", "officer"] }, revokedAt: null },
      include: { person: { select: { email: true } } },
      // Of two who were added at the same instant always the same one.
      orderBy: [{ grantedAt: "asc" }, { person: { email: "asc" } }],
    }),
  );
  const emailOf = (role: string) => grants.find((grant) => grant.role === role)?.person.email;
  const [lead, officer] = [emailOf("lead"), emailOf("officer")];
  return lead && officer ? { lead: await findActor(lead), officer: await findActor(officer) } : null;
}

/** Takes a person's roles away and gives them another, as an admin does. */
export async function changeRole(
  person: PersonActor,
  choice: RoleChoice,
  { admin, now }: { admin: PersonActor; now: Date },
): Promise<PersonActor> {
  const { personId, email } = person;
  const read = () =>
    asActor(system("scenarios"), (tx) =>
      tx.person.findUniqueOrThrow({ where: { email }, include: { grants: { where: { revokedAt: null } } } }),
    );
  for (const { id: grantId } of (await read()).grants)
    await revokeRole({ actor: admin, personId, grantId, version: (await read()).version, now });
  await grantRole({ actor: admin, personId, version: (await read()).version, choice, now });
  return findActor(email);
}
