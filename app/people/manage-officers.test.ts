import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { addOfficer } from "./add-officer.server";
import { findSession } from "./find-session.server";
import { getOfficer } from "./get-officer.server";
import { issueOfficerLink } from "./issue-officer-link.server";
import { listOfficers } from "./list-officers.server";
import { openSession } from "./open-session.server";
import { asService, closePeopleDatabase, inRole, makePerson, openPeopleDatabase, refusalOf } from "./people.fixture";
import { removeOfficer } from "./remove-officer.server";

beforeAll(openPeopleDatabase);
afterAll(closePeopleDatabase);

const now = new Date("2026-11-24T10:00:00Z");
const lead = () => makePerson([inRole("lead", "001")]);
const grantOf = async ({ personId }: PersonActor, councilCode = "001") =>
  (await asService((tx) => tx.roleGrant.findFirstOrThrow({ where: { personId, councilCode } }))).id;
const rolesNow = async (token: string) => (await findSession({ token, now }))?.actor.roles.map(({ role }) => role);
const elsewhere =
  "This email address cannot be added. If the person uses the service already, ask the Department to make them an officer of your council.";

describe("adding an officer", () => {
  it("makes an account with the role of officer in the lead's council, once for two leads at a time", async () => {
    const [one, two] = [await lead(), await lead()];
    const asked = { name: "New Officer", email: "new.officer@council-001.example", councilCode: "001", now };
    const results = await Promise.all([one, two].map((actor) => addOfficer({ ...asked, actor })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({
      ok: false,
      field: "email",
      message: "There is already an officer of your council with this email address",
    });
    const [council] = await listOfficers({ actor: one });
    expect(council).toMatchObject({ code: "001", name: "Ashmere" });
    expect(council?.people.filter(({ email }) => email === asked.email)).toMatchObject([
      { name: "New Officer", role: "officer", active: true, lastSignedInAt: null, isYou: false },
    ]);
  });

  it("tells a lead the same of every address that is somebody's elsewhere", async () => {
    const actor = await lead();
    const others = [
      await makePerson([inRole("officer", "002")]),
      await makePerson([inRole("reviewer")]),
      await makePerson([]),
      await makePerson([inRole("headteacher", "001")]),
    ];
    for (const { email } of others)
      expect(await addOfficer({ actor, name: "Somebody", email, councilCode: "001", now })).toEqual({
        ok: false,
        field: "email",
        message: elsewhere,
      });
  });

  it("is not for a council that the person does not lead, nor for an officer or a former lead", async () => {
    const asked = { name: "Nobody", email: "nobody@council-002.example", now };
    const actor = await lead();
    expect(await addOfficer({ ...asked, actor, councilCode: "002" })).toMatchObject({
      ok: false,
      field: "councilCode",
    });
    const officer = await makePerson([inRole("officer", "001")]);
    expect(await addOfficer({ ...asked, actor: officer, councilCode: "001" })).toMatchObject({ ok: false });
    const claiming: PersonActor = { ...officer, roles: [inRole("lead", "001")] };
    expect(await refusalOf(addOfficer({ ...asked, actor: claiming, councilCode: "001" }))).toBe("ChangeRefused");
    expect(await asService((tx) => tx.person.count({ where: { email: asked.email } }))).toBe(0);
  });
});

describe("removing an officer", () => {
  it("takes hold on the next request, keeps other roles, and can be made good", async () => {
    const actor = await lead();
    const officer = await makePerson([inRole("officer", "001"), inRole("reviewer")]);
    const plain = await makePerson([inRole("officer", "001")]);
    const { personId } = officer;
    const token = await asService((tx) => openSession(tx, { personId, oldSessionHash: null, now }));
    await removeOfficer({ actor, grantId: await grantOf(officer), now });
    expect(await rolesNow(token)).toEqual(["reviewer"]);
    const grantId = await grantOf(plain);
    expect(await removeOfficer({ actor, grantId, now })).toEqual({ name: plain.name, councilName: "Ashmere" });
    expect(await refusalOf(removeOfficer({ actor, grantId, now }))).toBe(404);
    const again = { actor, name: "Any name", councilCode: "001", now };
    expect(await addOfficer({ ...again, email: plain.email })).toMatchObject({ ok: true });
    expect(await addOfficer({ ...again, email: officer.email })).toMatchObject({ ok: false, message: elsewhere });
  });

  it("is not found for another council's officer, a lead, or an id that is none", async () => {
    const actor = await lead();
    const theirs = await makePerson([inRole("officer", "002")]);
    for (const grantId of [await grantOf(theirs, "002"), await grantOf(await lead()), "none"]) {
      expect(await refusalOf(removeOfficer({ actor, grantId, now }))).toBe(404);
      expect(await refusalOf(getOfficer({ actor, grantId, now }))).toBe(404);
      expect(await refusalOf(issueOfficerLink({ actor, grantId, now }))).toBe(404);
    }
  });
});

describe("a set-password link from a lead", () => {
  it("ends the older one and is shown as open", async () => {
    const actor = await lead();
    const officer = await makePerson([inRole("officer", "001")]);
    const grantId = await grantOf(officer);
    expect(await getOfficer({ actor, grantId, now })).toMatchObject({ name: officer.name, linkUntil: null });
    const first = await issueOfficerLink({ actor, grantId, now });
    const second = await issueOfficerLink({ actor, grantId, now: new Date(now.getTime() + 1000) });
    expect(first.token).not.toBe(second.token);
    expect(await getOfficer({ actor, grantId, now })).toMatchObject({ linkUntil: second.expiresAt });
  });

  it("is refused for somebody with a role elsewhere, by the database too", async () => {
    const actor = await lead();
    for (const more of [inRole("admin"), inRole("officer", "002"), inRole("lead", "001")]) {
      const officer = await makePerson([inRole("officer", "001"), more]);
      expect(await refusalOf(issueOfficerLink({ actor, grantId: await grantOf(officer), now }))).toBe("ChangeRefused");
      const link = { tokenHash: officer.personId, personId: officer.personId, createdAt: now, expiresAt: now };
      const forged = asActor(actor, (tx) => tx.setPasswordLink.createMany({ data: [link] }));
      await expect(forged).rejects.toThrow(/row-level security/);
    }
  });

  it("and no other role than officer can be granted by a lead, whatever asks", async () => {
    const actor = await lead();
    const { personId } = await makePerson([inRole("officer", "001")]);
    const reviewer = await makePerson([inRole("reviewer")]);
    const grants = [
      { personId, role: "lead", councilCode: "001" },
      { personId, role: "officer", councilCode: "002" },
      { personId, role: "admin", councilCode: null },
      { personId: reviewer.personId, role: "officer", councilCode: "001" },
    ];
    for (const grant of grants) {
      const granted = asActor(actor, (tx) => tx.roleGrant.createMany({ data: [{ ...grant, grantedAt: now }] }));
      await expect(granted, grant.role).rejects.toThrow(/row-level security/);
    }
  });
});
