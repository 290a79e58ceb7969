import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressGroup } from "./count-attempt.server";
import { findSession, hashToken } from "./find-session.server";
import { asService, closePeopleDatabase, inRole, makePerson, openPeopleDatabase, refusalOf } from "./people.fixture";
import { signInDemonstration } from "./sign-in-demonstration.server";
import { signIn } from "./sign-in.server";
import { signOutEverywhere } from "./sign-out-everywhere.server";
import { signOut } from "./sign-out.server";

beforeAll(openPeopleDatabase);
afterAll(closePeopleDatabase);

const password = "heron lane and rain";
const start = new Date("2026-11-24T10:00:00Z");
const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const from = (address: string, seconds = 0) => ({ address, oldSessionHash: null, now: at(seconds) });

const officer = () => makePerson([inRole("officer", "001")], password);

describe("signing in", () => {
  it("opens a new session for the right password, kept by its hash alone, and ends the old one", async () => {
    const { email, personId } = await officer();
    const first = await signIn({ email, password, ...from("192.0.2.1") });
    if (!first.ok) throw new Error("not signed in");
    const old = { ...from("192.0.2.1", 60), oldSessionHash: hashToken(first.token) };
    const second = await signIn({ email, password, ...old });
    if (!second.ok) throw new Error("not signed in");
    expect(second.token).not.toBe(first.token);
    expect(await findSession({ token: first.token, now: at(61) })).toBeNull();
    const session = await findSession({ token: second.token, now: at(61) });
    expect(session?.actor).toMatchObject({ personId, roles: [inRole("officer", "001")] });
    const person = await asService((tx) => tx.person.findUniqueOrThrow({ where: { id: personId } }));
    expect(person.lastSignedInAt).toEqual(at(60));
    const kept = await asService((tx) => tx.session.findMany({ where: { personId } }));
    expect(kept.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(second.token)]);
  });

  it("gives the same answer for a wrong password, an unknown, a deactivated and a password-less account", async () => {
    const wrong = await officer();
    const deactivated = await officer();
    const without = await makePerson([]);
    await asService((tx) => tx.person.update({ where: { id: deactivated.personId }, data: { active: false } }));
    const answers = await Promise.all([
      signIn({ email: wrong.email, password: "something else", ...from("192.0.2.2") }),
      signIn({ email: "nobody@council-001.example", password, ...from("192.0.2.2") }),
      signIn({ email: deactivated.email, password, ...from("192.0.2.2") }),
      signIn({ email: without.email, password: "", ...from("192.0.2.2") }),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, waitUntil: null });
  });

  it("asks to wait after five failures of an account, known or not, then lets in again", async () => {
    const { email } = await officer();
    for (const account of [email, "made-up@council-001.example"]) {
      for (let failure = 0; failure < 5; failure += 1)
        await signIn({ email: account, password: "wrong", ...from("192.0.2.3", failure) });
      expect(await signIn({ email: account, password, ...from("192.0.2.4", 10) })).toEqual({
        ok: false,
        waitUntil: at(34),
      });
    }
    expect(await signIn({ email, password, ...from("192.0.2.4", 34) })).toMatchObject({ ok: true });
  });

  it("counts guesses made at the same moment one by one", async () => {
    const { email } = await officer();
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => signIn({ email, password: "wrong", ...from("192.0.2.5") })),
    );
    expect(guesses.filter((guess) => !guess.ok && guess.waitUntil === null)).toHaveLength(5);
  });

  it("keeps the owner's own address open while others guess elsewhere", async () => {
    const { email } = await officer();
    expect(await signIn({ email, password, ...from("192.0.2.6") })).toMatchObject({ ok: true });
    for (let failure = 0; failure < 5; failure += 1)
      await signIn({ email, password: "wrong", ...from("198.51.100.7", 3_500 + failure) });
    const last = await signIn({ email, password, ...from("198.51.100.8", 3_510) });
    expect(last).toMatchObject({ ok: false, waitUntil: expect.any(Date) as Date });
    expect(await signIn({ email, password, ...from("192.0.2.6", 3_511) })).toMatchObject({ ok: true });
  });

  it("asks an address to wait after fifty failures over many accounts", async () => {
    for (let failure = 0; failure < 50; failure += 1)
      await signIn({ email: `guess-${failure}@council-001.example`, password: "wrong", ...from("203.0.113.9") });
    const { email } = await officer();
    expect(await signIn({ email, password, ...from("203.0.113.9", 1) })).toEqual({ ok: false, waitUntil: at(30) });
    expect(await signIn({ email, password, ...from("203.0.113.10", 1) })).toMatchObject({ ok: true });
  });

  it("counts one IPv6 network, and IPv4 in either writing, as one address", () => {
    expect(addressGroup("2001:db8:1:2:3:4:5:6")).toBe(addressGroup("2001:db8:1:2::9"));
    expect(addressGroup("2001:db8::1")).toBe("2001:db8:0:0");
    expect(addressGroup("::ffff:192.0.2.1")).toBe("192.0.2.1");
  });
});

describe("signing out", () => {
  it("ends this session, or every one of the person's and nobody else's", async () => {
    const person = await officer();
    const other = await officer();
    const tokens: string[] = [];
    for (const { email } of [person, person, person, other]) {
      const signedIn = await signIn({ email, password, ...from("192.0.2.20") });
      if (signedIn.ok) tokens.push(signedIn.token);
    }
    const [first = "", second = "", third = "", others = ""] = tokens;
    await signOut({ actor: person, sessionHash: hashToken(first) });
    await signOut({ actor: person, sessionHash: hashToken(others) });
    const open = async (token: string) => (await findSession({ token, now: at(5) })) !== null;
    expect(await Promise.all([first, second, third, others].map(open))).toEqual([false, true, true, true]);
    expect(await signOutEverywhere({ actor: person })).toBe(2);
    expect(await Promise.all([second, third, others].map(open))).toEqual([false, false, true]);
  });
});

describe("the demonstration's one click", () => {
  const email = "grace.pellingham@council-001.example";

  it("opens a session for an account of the list, and for no other", async () => {
    await asService((tx) => tx.person.create({ data: { email, name: "Grace Pellingham" } }));
    const token = await signInDemonstration({ email, oldSessionHash: null, now: at(0) });
    expect((await findSession({ token, now: at(1) }))?.actor.email).toBe(email);
    const { email: unlisted } = await officer();
    expect(await refusalOf(signInDemonstration({ email: unlisted, oldSessionHash: null, now: at(0) }))).toBe(404);
  });
});
