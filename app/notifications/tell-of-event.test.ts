import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import type { PersonActor } from "~/platform/actor";
import { requestExtension } from "~/deadlines/request-extension.server";
import {
  asService,
  decided,
  drafted,
  identified,
  inReview,
  openScene,
  type Scene,
  TODAY,
} from "~/reviews/review-scene.fixture";
import { returnPlan } from "~/reviews/return-plan.server";
import { listNotices } from "./list-notices.server";
import { noticesOf } from "./notice-of-event";
import { readNotices } from "./read-notices.server";
import { tellOfEvent } from "./tell-of-event.server";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

/** Works every event of the log, as the worker would, twice over. */
async function tellAll() {
  const events = await asService((tx) => tx.event.findMany({ select: { id: true }, orderBy: { at: "asc" } }));
  for (const { id } of [...events, ...events]) await tellOfEvent({ eventId: id });
}
const titlesOf = async (actor: PersonActor) =>
  (await listNotices({ actor, page: 1, now: TODAY })).notices.map(({ title }) => title).sort();

describe("notices of what happened", () => {
  it("go to those whom it concerns, each once, however often the job runs", async () => {
    const { planId } = await inReview(scene, "Returned Primary School");
    await decided(scene, planId, { targets: "Say how the target follows from the actions." });
    const returned = { actor: scene.reviewer, planId, dueOn: "2027-04-09", now: TODAY };
    await returnPlan(returned);
    const asked = await identified(scene, "Late Primary School");
    await drafted(scene, asked);
    const reason = "The head is leaving.";
    await requestExtension({ actor: scene.officer, caseId: asked, dueOn: "2027-03-12", reason, now: TODAY });
    await Promise.all([tellAll(), tellAll()]);

    expect(await titlesOf(scene.reviewer)).toEqual(["Plan received from Ashmere"]);
    expect(await titlesOf(scene.admin)).toEqual([
      "Extension asked for: Late Primary School",
      "Plan received from Ashmere",
    ]);
    expect(await titlesOf(scene.lead)).toEqual(["Plan returned: Returned Primary School"]);
    expect(await titlesOf(scene.officer)).toEqual(["Plan returned: Returned Primary School"]);
    expect(await titlesOf(scene.otherLead)).toEqual([]);
  });

  it("are unread until the person reads them, and stay unread for the others", async () => {
    const { notices, unread } = await listNotices({ actor: scene.lead, page: 1, now: TODAY });
    expect(unread).toBe(1);
    const noticeIds = notices.map(({ id }) => id);
    for (let times = 0; times < 2; times += 1) await readNotices({ actor: scene.lead, noticeIds, now: TODAY });
    expect(await listNotices({ actor: scene.lead, page: 1, now: TODAY })).toMatchObject({
      unread: 0,
      notices: [{ read: true }],
    });
    expect((await listNotices({ actor: scene.officer, page: 1, now: TODAY })).unread).toBe(1);
    // Somebody else's notice cannot be marked: it is not there for them.
    await readNotices({ actor: scene.otherLead, noticeIds, now: TODAY });
    expect(await asService((tx) => tx.noticeReading.count({ where: { personId: scene.otherLead.personId } }))).toBe(0);
  });

  it("say no date and no cohort in a title", () => {
    const types = ["SUBMIT_PLAN", "RETURN_PLAN", "GRANT_EXTENSION", "DEADLINE_SET", "REOPEN_PLAN", "REQUEST_EXTENSION"];
    for (const type of types) {
      const payload = { dueOn: "2027-04-09", requestedDueOn: "2027-04-16", toId: "x", year: 2027 };
      const facts = { type, payload, after: {}, schoolName: "Moss School", councilName: "Ashmere", reviewerId: null };
      const [notice] = noticesOf({ ...facts, reached: 3 });
      expect(notice?.title).not.toMatch(/\d{4}|priority|standard/i);
      expect(notice?.body).not.toMatch(/priority|standard|undefined/i);
    }
  });
});
