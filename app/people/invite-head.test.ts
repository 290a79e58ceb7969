import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as scenes from "~/reviews/review-scene.fixture";
import { findSetPasswordLink } from "./find-set-password-link.server";
import { inviteHead } from "./invite-head.server";
import { listHeads } from "./list-heads.server";
import { closePeopleDatabase, openPeopleDatabase, schoolId } from "./people.fixture";
import { withdrawHead } from "./withdraw-head.server";

let scene: scenes.Scene;
let caseId: string;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
  caseId = await scenes.identified(scene);
});
afterAll(closePeopleDatabase);

const { asService, outcomeOf } = scenes;
const now = scenes.TODAY;
let invited = 0;
const newHead = () => ({ name: "Morgan Fenwater", email: `head-${(invited += 1)}@council-001.example` });
const invite = (who: { name: string; email: string }, actor = scene.lead, of = caseId) =>
  inviteHead({ actor, caseId: of, ...who, now });
const grantsOf = (email: string) =>
  asService((tx) => tx.roleGrant.findMany({ where: { person: { email }, revokedAt: null } }));

describe("inviting a headteacher", () => {
  test("gives one school by a link that works once at a time: the newest", async () => {
    const who = newHead();
    const [first, second] = [await invite(who), await invite(who)];
    if (!first.ok || !second.ok) throw new Error("Not invited");
    const { schoolId: own } = await asService((tx) => tx.schoolCase.findUniqueOrThrow({ where: { id: caseId } }));
    expect(await grantsOf(who.email)).toMatchObject([{ role: "headteacher", schoolId: own, councilCode: "001" }]);
    expect(await findSetPasswordLink({ token: first.token, now })).toBeNull();
    expect(await findSetPasswordLink({ token: second.token, now })).toMatchObject({ email: who.email });
    const { heads } = await listHeads({ actor: scene.lead, caseId, now });
    expect(heads.find(({ email }) => email === who.email)).toMatchObject({
      linkUntil: second.expiresAt,
      lastSignedInAt: null,
    });
  });

  test("two invitations of one person at a moment make one head", async () => {
    const who = newHead();
    const answers = await Promise.all([invite(who), invite(who)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await grantsOf(who.email)).toHaveLength(1);
  });

  test("says the same of whoever holds another role, and gives them nothing", async () => {
    const { councilCode } = { councilCode: "001" };
    const elsewhere = await scenes.person("Head Elsewhere", { role: "headteacher", councilCode, schoolId });
    for (const person of [scene.reviewer, scene.officer, scene.otherLead, elsewhere]) {
      const before = await grantsOf(person.email);
      expect(await invite({ name: "Somebody", email: person.email })).toMatchObject({ ok: false, field: "email" });
      expect(await grantsOf(person.email)).toEqual(before);
    }
    expect(await asService((tx) => tx.setPasswordLink.count({ where: { personId: elsewhere.personId } }))).toBe(0);
  });

  test("is the lead's of that council alone; what is taken back is gone", async () => {
    for (const actor of [scene.officer, scene.otherLead, scene.reviewer]) {
      expect(await outcomeOf(invite(newHead(), actor))).toBe(404);
      expect(await outcomeOf(listHeads({ actor, caseId, now }))).toBe(404);
    }
    const who = newHead();
    await invite(who);
    const [grant] = await grantsOf(who.email);
    const withdraw = (actor = scene.lead) => withdrawHead({ actor, caseId, grantId: grant!.id, now });
    expect(await outcomeOf(withdraw(scene.otherLead))).toBe(404);
    expect(await withdraw()).toEqual({ name: who.name });
    expect(await grantsOf(who.email)).toEqual([]);
    // Somebody who holds nothing any more may be invited anew.
    expect(await invite(who)).toMatchObject({ ok: true });
  });
});
