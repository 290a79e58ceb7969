import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "./add-person.server";
import { deactivatePerson } from "./deactivate-person.server";
import { findSession } from "./find-session.server";
import { getPerson } from "./get-person.server";
import { grantRole } from "./grant-role.server";
import { listPeople } from "./list-people.server";
import { openSession } from "./open-session.server";
import { readPeopleFilter } from "./people-filter";
import {
  asService,
  closePeopleDatabase,
  inRole,
  makePerson,
  openPeopleDatabase,
  refusalOf,
  schoolId,
  versionOf,
} from "./people.fixture";
import { reactivatePerson } from "./reactivate-person.server";
import { revokeRole } from "./revoke-role.server";
import type { RoleChoice } from "./role-choice.schema";
import type { PersonActor } from "~/platform/actor";

beforeAll(openPeopleDatabase);
afterAll(closePeopleDatabase);

const now = new Date("2026-11-24T10:00:00Z");
const admin = () => makePerson([inRole("admin")]);
const session = ({ personId }: PersonActor) =>
  asService((tx) => openSession(tx, { personId, oldSessionHash: null, now }));
const rolesNow = async (token: string) => (await findSession({ token, now }))?.actor.roles.map(({ role }) => role);
const grantsOf = (actor: PersonActor, personId: string) => getPerson({ actor, personId, now });

describe("adding a person", () => {
  it("makes an account with its first role, and one for two admins at the same moment", async () => {
    const [one, two] = [await admin(), await admin()];
    const asked = { name: "New Person", email: "new@council-001.example", now } as const;
    const choice = { role: "lead", councilCode: "001" } as const;
    const results = await Promise.all([one, two].map((actor) => addPerson({ ...asked, actor, choice })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results).toContainEqual({
      ok: false,
      field: "email",
      message: "There is already a person with this email address",
    });
    const added = results.find((result) => result.ok);
    if (!added?.ok) throw new Error("not added");
    expect(await grantsOf(one, added.personId)).toMatchObject({
      name: "New Person",
      active: true,
      lastSignedInAt: null,
      roles: [{ role: "lead", place: "Ashmere" }],
    });
  });

  it("makes nobody where the role's council or school does not exist", async () => {
    const actor = await admin();
    const asked = { actor, name: "Nobody", email: "nobody@council-001.example", now };
    const council = await addPerson({ ...asked, choice: { role: "officer", councilCode: "999" } });
    const school = await addPerson({ ...asked, choice: { role: "headteacher", school: "001/9999" } });
    expect([council, school].map((result) => result.ok || result.field)).toEqual(["councilCode", "school"]);
    expect(await asService((tx) => tx.person.count({ where: { email: asked.email } }))).toBe(0);
  });

  it("is refused to everybody but an admin, by the database too", async () => {
    const lead = await makePerson([inRole("lead", "001")]);
    const choice = { role: "admin" } as const;
    const asked = { actor: lead, name: "Friend", email: "friend@council-001.example", choice, now };
    expect(await refusalOf(addPerson(asked))).toBe("ChangeRefused");
    const claiming: PersonActor = { ...lead, roles: [inRole("admin")] };
    expect(await refusalOf(addPerson({ ...asked, actor: claiming }))).toBe("ChangeRefused");
  });
});

describe("roles", () => {
  it("take hold on the next request of an open session, granted or revoked", async () => {
    const actor = await admin();
    const person = await makePerson([inRole("officer", "001")]);
    const token = await session(person);
    const { personId } = person;
    const choice = { role: "reviewer" } as const;
    expect(await grantRole({ actor, personId, version: 1, choice, now })).toBeNull();
    expect(await rolesNow(token)).toEqual(["officer", "reviewer"]);
    for (const held of (await grantsOf(actor, personId)).roles)
      await revokeRole({ actor, personId, grantId: held.id, version: await versionOf(person), now });
    expect(await rolesNow(token)).toEqual([]);
    expect((await grantsOf(actor, personId)).formerRoles).toHaveLength(2);
  });

  it("are refused on a page that somebody else has overtaken", async () => {
    const actor = await admin();
    const { personId } = await makePerson([]);
    const choice = { role: "officer", councilCode: "001" } as const;
    await grantRole({ actor, personId, version: 1, choice, now });
    const other = { role: "officer", councilCode: "002" } as const;
    expect(await refusalOf(grantRole({ actor, personId, version: 1, choice: other, now }))).toBe("StaleForm");
    expect((await grantsOf(actor, personId)).roles).toHaveLength(1);
  });

  it("are held once, and a headteacher's for one school", async () => {
    const actor = await admin();
    const lead = await makePerson([inRole("lead", "001")]);
    const head = await makePerson([inRole("headteacher", "001")]);
    const give = async (person: PersonActor, choice: RoleChoice) =>
      grantRole({ actor, personId: person.personId, version: await versionOf(person), choice, now });
    const held = { field: "role", message: "This person already holds this role" };
    expect(await give(lead, { role: "lead", councilCode: "001" })).toEqual(held);
    expect(await give(head, { role: "headteacher", school: "900001" })).toEqual(held);
    expect(await give(lead, { role: "lead", councilCode: "002" })).toBeNull();
  });

  it("of a guest and of anybody else are not held at once", async () => {
    const actor = await admin();
    const give = async (person: PersonActor, choice: RoleChoice) =>
      grantRole({ actor, personId: person.personId, version: await versionOf(person), choice, now });
    const refused = ({ name }: PersonActor) => ({
      field: "role",
      message: `${name} has another role. Take that back first, or use another account.`,
    });
    const adviser = { role: "adviser", councilCode: "001" } as const;
    const head = await makePerson([inRole("headteacher", "001")]);
    const lead = await makePerson([inRole("lead", "001")]);
    expect(await give(head, { role: "reviewer" })).toEqual(refused(head));
    expect(await give(lead, { role: "headteacher", school: "900001" })).toEqual(refused(lead));
    expect(await give(lead, adviser)).toEqual(refused(lead));
    expect(await give(head, adviser)).toBeNull();
    for (const held of (await grantsOf(actor, lead.personId)).roles)
      await revokeRole({ actor, personId: lead.personId, grantId: held.id, version: await versionOf(lead), now });
    expect(await give(lead, adviser)).toBeNull();
  });

  it("give a headteacher the school that the number names", async () => {
    const actor = await admin();
    const { personId } = await makePerson([]);
    await grantRole({ actor, personId, version: 1, choice: { role: "headteacher", school: "001/2001" }, now });
    const grant = await asService((tx) => tx.roleGrant.findFirstOrThrow({ where: { personId } }));
    expect(grant).toMatchObject({ schoolId, councilCode: "001", grantedById: actor.personId });
  });
});

describe("deactivating", () => {
  it("ends the person's sessions at once, and reactivating brings the roles back", async () => {
    const actor = await admin();
    const person = await makePerson([inRole("officer", "001")]);
    const { personId } = person;
    const token = await session(person);
    expect(await rolesNow(token)).toEqual(["officer"]);
    await deactivatePerson({ actor, personId, version: 1, now });
    expect(await findSession({ token, now })).toBeNull();
    await reactivatePerson({ actor, personId, version: 2, now });
    expect(await findSession({ token, now })).toBeNull();
    expect(await rolesNow(await session(person))).toEqual(["officer"]);
    const log = await asService((tx) => tx.accessEvent.findMany({ where: { path: `/people/${personId}` } }));
    expect(log.map(({ kind, personId: by }) => [kind, by])).toEqual([
      ["personDeactivated", actor.personId],
      ["personReactivated", actor.personId],
    ]);
  });

  it("is refused for oneself, on a stale page, and for somebody who does not exist", async () => {
    const actor = await admin();
    const { personId } = await makePerson([]);
    expect(await refusalOf(deactivatePerson({ actor, personId: actor.personId, version: 1, now }))).toBe(
      "ChangeRefused",
    );
    expect(await refusalOf(deactivatePerson({ actor, personId, version: 7, now }))).toBe("StaleForm");
    for (const unknown of ["not-an-id", schoolId])
      expect(await refusalOf(deactivatePerson({ actor, personId: unknown, version: 1, now }))).toBe(404);
  });

  it("never leaves the service without an active admin", async () => {
    const [one, two] = [await admin(), await admin()];
    await asService((tx) =>
      tx.roleGrant.updateMany({
        where: { role: "admin", NOT: { personId: { in: [one.personId, two.personId] } } },
        data: { revokedAt: now },
      }),
    );
    const outcomes = await Promise.all([
      refusalOf(deactivatePerson({ actor: one, personId: two.personId, version: 1, now })),
      refusalOf(deactivatePerson({ actor: two, personId: one.personId, version: 1, now })),
    ]);
    expect(outcomes.sort()).toEqual(["ChangeRefused", "accepted"]);
    const left = await asService((tx) =>
      tx.person.findFirstOrThrow({
        where: { active: true, grants: { some: { role: "admin", revokedAt: null } } },
        include: { grants: { where: { revokedAt: null } } },
      }),
    );
    const last: PersonActor = { ...(left.id === one.personId ? one : two) };
    const revoking = { actor: last, personId: left.id, grantId: left.grants[0]?.id ?? "", version: left.version, now };
    expect(await refusalOf(revokeRole(revoking))).toBe("ChangeRefused");
    await addPerson({ actor: last, name: "Next", email: "next@x.example", choice: { role: "admin" }, now });
    expect(await refusalOf(revokeRole(revoking))).toBe("accepted");
  });
});

describe("the list of people", () => {
  it("filters by name, role, council and status, and is empty of others' for who is no admin", async () => {
    const actor = await admin();
    await makePerson([inRole("adviser", "002")]);
    const names = async (query: string, by = actor) =>
      (await listPeople({ actor: by, filter: readPeopleFilter(new URLSearchParams(query)) })).people;
    expect((await names("role=adviser&council=002")).map(({ roles }) => roles)).toEqual([
      [{ role: "adviser", place: "Brackenfold" }],
    ]);
    expect(await names("role=officer&council=002")).toEqual([]);
    expect((await names("search=NEW PERSON")).map(({ email }) => email)).toEqual(["new@council-001.example"]);
    expect((await names("status=deactivated")).every(({ active }) => !active)).toBe(true);
    expect(await names("role=anything&page=-3")).not.toHaveLength(0);
  });
});
