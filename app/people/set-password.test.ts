import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePassword } from "./change-password.server";
import { createFirstAdmin } from "./create-first-admin.server";
import { findSession, hashToken } from "./find-session.server";
import { findSetPasswordLink } from "./find-set-password-link.server";
import { getAccount } from "./get-account.server";
import { issueSetPasswordLink } from "./issue-set-password-link.server";
import { asService, closePeopleDatabase, inRole, makePerson, openPeopleDatabase, refusalOf } from "./people.fixture";
import { setPassword } from "./set-password.server";
import { signIn } from "./sign-in.server";

beforeAll(openPeopleDatabase);
afterAll(closePeopleDatabase);

const start = new Date("2026-11-24T10:00:00Z");
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const password = "three slow herons";
const from = { address: "192.0.2.1", oldSessionHash: null };

describe("the first admin", () => {
  it("is made once, with a link for their password", async () => {
    const asked = { name: "First", email: "last@department.example", now: at(0) };
    // All connections open before they race: opening one takes longer than the work.
    await Promise.all(Array.from({ length: 8 }, () => asService((tx) => tx.$queryRaw`SELECT pg_sleep(0.1)::text`)));
    const tokens = await Promise.all(
      Array.from({ length: 8 }, (_, nth) => createFirstAdmin({ ...asked, email: `first-${nth}@department.example` })),
    );
    const made = tokens.filter((token) => token !== null);
    expect(made).toHaveLength(1);
    expect(await setPassword({ token: made[0] ?? "", password, now: at(1) })).toBe(true);
    expect(await createFirstAdmin({ ...asked, now: at(2) })).toBeNull();
  });

  it("may be an account that was deactivated", async () => {
    await asService((tx) => tx.person.updateMany({ data: { active: false } }));
    const [{ email } = { email: "" }] = await asService((tx) => tx.person.findMany());
    expect(await createFirstAdmin({ name: "Back again", email, now: at(3) })).not.toBeNull();
    const person = await asService((tx) =>
      tx.person.findUniqueOrThrow({ where: { email }, include: { grants: true } }),
    );
    expect(person).toMatchObject({ name: "Back again", active: true, grants: [{ role: "admin", revokedAt: null }] });
  });
});

describe("a set-password link", () => {
  const admin = () => makePerson([inRole("admin")]);

  it("works once, of two at the same moment for one, and ends the person's sessions", async () => {
    const actor = await admin();
    const person = await makePerson([inRole("officer", "001")], "the one before it");
    const { personId, email } = person;
    const before = await signIn({ email, password: "the one before it", ...from, now: at(0) });
    if (!before.ok) throw new Error("not signed in");
    const { token } = await issueSetPasswordLink({ actor, personId, now: at(0) });
    expect(await findSetPasswordLink({ token, now: at(1) })).toMatchObject({ email });
    const used = await Promise.all([
      setPassword({ token, password, now: at(1) }),
      setPassword({ token, password: "another one altogether", now: at(1) }),
    ]);
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await findSession({ token: before.token, now: at(1) })).toBeNull();
    expect(await findSetPasswordLink({ token, now: at(1) })).toBeNull();
    expect(await setPassword({ token, password, now: at(1) })).toBe(false);
    expect((await signIn({ email, password: "the one before it", ...from, now: at(1) })).ok).toBe(false);
    const now = used[0] ? password : "another one altogether";
    expect((await signIn({ email, password: now, ...from, now: at(1) })).ok).toBe(true);
  });

  it("expires after 48 hours, dies when a newer one is issued, and is nothing when made up", async () => {
    const actor = await admin();
    const { personId } = await makePerson([]);
    const older = await issueSetPasswordLink({ actor, personId, now: at(0) });
    const newer = await issueSetPasswordLink({ actor, personId, now: at(1) });
    expect(newer.expiresAt).toEqual(at(49));
    expect(await setPassword({ token: older.token, password, now: at(2) })).toBe(false);
    expect(await setPassword({ token: newer.token, password, now: at(49) })).toBe(false);
    expect(await setPassword({ token: "made-up", password, now: at(2) })).toBe(false);
    expect(await setPassword({ token: newer.token, password, now: at(48) })).toBe(true);
  });

  it("is kept by its hash alone, which no person's role may read", async () => {
    const actor = await admin();
    const { personId } = await makePerson([]);
    const { token } = await issueSetPasswordLink({ actor, personId, now: at(0) });
    const rows = await asService((tx) => tx.setPasswordLink.findMany({ where: { personId } }));
    expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(token)]);
  });

  it("is issued for active people, by admins", async () => {
    const actor = await admin();
    const { personId } = await makePerson([]);
    const officer = await makePerson([inRole("officer", "001")]);
    expect(await refusalOf(issueSetPasswordLink({ actor: officer, personId, now: at(0) }))).not.toBe("accepted");
    await asService((tx) => tx.person.update({ where: { id: personId }, data: { active: false } }));
    expect(await refusalOf(issueSetPasswordLink({ actor, personId, now: at(0) }))).toBe("ChangeRefused");
    expect(await refusalOf(issueSetPasswordLink({ actor, personId: "nobody", now: at(0) }))).toBe(404);
  });
});

describe("changing one's own password", () => {
  it("needs the present one, ends the other sessions and keeps this one", async () => {
    // A headteacher, whose database role is the narrowest.
    const actor = await makePerson([inRole("headteacher", "001")], password);
    const here = await signIn({ email: actor.email, password, ...from, now: at(0) });
    const there = await signIn({ email: actor.email, password, ...from, now: at(0) });
    if (!here.ok || !there.ok) throw new Error("not signed in");
    const sessionHash = hashToken(here.token);
    const asked = { actor, newPassword: "three quick herons", address: from.address, sessionHash, now: at(0.1) };
    expect(await changePassword({ ...asked, currentPassword: "wrong" })).toEqual({ ok: false, waitUntil: null });
    expect(await changePassword({ ...asked, currentPassword: password })).toEqual({ ok: true });
    expect(await findSession({ token: there.token, now: at(0.1) })).toBeNull();
    expect(await findSession({ token: here.token, now: at(0.1) })).not.toBeNull();
    const account = await getAccount({ actor, sessionHash, now: at(0.1) });
    expect(account).toMatchObject({
      email: actor.email,
      roles: [{ role: "headteacher", place: "Heron Lane Primary School" }],
      sessions: [{ current: true }],
    });
    expect(JSON.stringify(account)).not.toContain(sessionHash);
  });

  it("counts guesses like sign-in does", async () => {
    const actor = await makePerson([], password);
    const asked = { actor, newPassword: "three quick herons", address: "192.0.2.9", sessionHash: null, now: at(0) };
    for (let guess = 0; guess < 5; guess += 1) await changePassword({ ...asked, currentPassword: "wrong" });
    expect(await changePassword({ ...asked, currentPassword: password })).toMatchObject({
      ok: false,
      waitUntil: expect.any(Date) as Date,
    });
  });
});
