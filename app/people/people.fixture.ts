import { randomBytes, randomUUID } from "node:crypto";
import { type HeldRole, type PersonActor, system } from "~/platform/actor";
import type { CreatedDatabase } from "~/platform/create-database";
import { createTestDatabase } from "~/platform/create-test-database";
import { asActor, closeDatabase, type Tx } from "~/platform/db.server";
import { hashPassword } from "./password-hash.server";

let database: CreatedDatabase | undefined;

/** A database of the test file's own, with two made-up councils and a school in the first. */
export async function openPeopleDatabase(): Promise<void> {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, SESSION_SECRET: randomBytes(32).toString("hex") });
  await asService(async (tx) => {
    await tx.council.createMany({
      data: [
        { code: "001", name: "Ashmere", region: "North Vale" },
        { code: "002", name: "Brackenfold", region: "North Vale" },
      ],
    });
    await tx.school.create({
      data: {
        id: schoolId,
        urn: "900001",
        laestab: "0012001",
        name: "Heron Lane Primary School",
        councilCode: "001",
        phase: "primary",
        type: "Community school",
        mainstream: true,
      },
    });
  });
}

export async function closePeopleDatabase(): Promise<void> {
  await closeDatabase();
  await database?.drop();
}

export const schoolId = randomUUID();

export const asService = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asActor(system("test"), work);

export const inRole = (role: HeldRole["role"], councilCode: string | null = null): HeldRole => ({
  role,
  councilCode,
  schoolId: role === "headteacher" ? schoolId : null,
});

let people = 0;

/** Somebody who holds these roles, as the session of a request would bring them. */
export async function makePerson(roles: HeldRole[], password?: string): Promise<PersonActor> {
  people += 1;
  const name = `Person ${people}`;
  const email = `person-${people}@council-001.example`;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const grants = { create: roles.map((held) => ({ ...held, grantedAt: new Date("2026-09-01T09:00:00Z") })) };
  const { id } = await asService((tx) =>
    tx.person.create({ data: { name, email, passwordHash, grants }, select: { id: true } }),
  );
  return { kind: "person", personId: id, name, email, roles };
}

export const versionOf = async ({ personId }: PersonActor): Promise<number> =>
  (await asService((tx) => tx.person.findUniqueOrThrow({ where: { id: personId } }))).version;

/** What an operation threw: the status of an answer, or the name of an error. */
export async function refusalOf(operation: Promise<unknown>): Promise<string | number> {
  try {
    await operation;
    return "accepted";
  } catch (error) {
    if (error instanceof Response) return error.status;
    return error instanceof Error ? error.name : "unknown";
  }
}
