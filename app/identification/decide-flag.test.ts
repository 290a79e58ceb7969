import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getHistory } from "~/audit/get-history.server";
import { verifyLog } from "~/audit/verify-log.server";
import { requestExtension } from "~/deadlines/request-extension.server";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { dateColumn, isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import {
  asService,
  caseRow,
  drafted,
  eventsOf,
  identified,
  openScene,
  outcomeOf,
  type Scene,
  TODAY,
} from "~/reviews/review-scene.fixture";
import { groundKeys } from "~workflows/school-plan/types";
import { challengeFlag } from "./challenge-flag.server";
import { challengeFlagSchema, challengeGrounds } from "./challenge-flag.schema";
import { getChallenge } from "./get-challenge.server";
import { removeFlag } from "./remove-flag.server";
import { upholdFlag } from "./uphold-flag.server";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

const now = TODAY;
const evidence = "The figure of 2025 counts two pupils of another school.";
const reason = "The corrected file gives the same figure.";
const challenge = (caseId: string, actor = scene.officer) =>
  challengeFlag({ actor, caseId, ground: "figures", evidence, commandId: randomUUID(), now });
const challengesOf = (caseId: string) => asService((tx) => tx.challenge.findMany({ where: { caseId } }));

describe("a challenge", () => {
  it("is made by the council's officer, once, and read by admins with its evidence", async () => {
    const caseId = await identified(scene);
    expect(await outcomeOf(challenge(caseId, scene.otherLead))).toBe(404);
    expect(await outcomeOf(challenge(caseId, scene.reviewer))).toBe("notYourRole");
    await challenge(caseId);
    expect(await outcomeOf(challenge(caseId))).toBe("wrongState");
    const seen = await getChallenge({ actor: scene.admin, caseId, event: "UPHOLD_FLAG", now });
    expect(seen.challenge).toMatchObject({
      evidence,
      madeBy: "Olive Marsh",
      ground: "The published figures are wrong",
    });
    const [last] = (await eventsOf(caseId)).slice(-1);
    expect(last).toMatchObject({ type: "CHALLENGE_FLAG", words: { words: evidence } });
    expect(JSON.stringify(last?.payload)).not.toContain("pupils");
    const byReviewer = await asActor(scene.reviewer, (tx) => tx.challenge.count({ where: { caseId } }));
    expect(byReviewer).toBe(0);
  });

  it("may rest on any of the grounds, with evidence, and whoever decides has the calculation beside it", async () => {
    const none = challengeFlagSchema.safeParse({ commandId: randomUUID(), ground: "smallCohort", evidence: " " });
    expect(none.error?.issues.map(({ message }) => message)).toEqual(["Enter your evidence"]);
    for (const ground of groundKeys) {
      const caseId = await identified(scene);
      await challengeFlag({ actor: scene.officer, caseId, ground, evidence, now });
      const seen = await getChallenge({ actor: scene.admin, caseId, event: "REMOVE_FLAG", now });
      expect(seen.challenge?.ground).toBe(challengeGrounds[ground]);
      expect(seen.figures).toMatchObject({ caseId, rule: { floor: 55, latestYear: 2026 } });
      expect(seen.figures.results.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
    }
    expect((await verifyLog()).difference).toBeNull();
  });

  it("posted twice is one", async () => {
    const caseId = await identified(scene);
    const asked = { actor: scene.officer, caseId, ground: "rule", evidence, commandId: randomUUID(), now } as const;
    await challengeFlag(asked);
    await challengeFlag(asked);
    expect(await challengesOf(caseId)).toHaveLength(1);
  });
});

describe("upholding", () => {
  it("goes back to where the challenge was made and keeps the date", async () => {
    const caseId = await identified(scene);
    await drafted(scene, caseId);
    await challenge(caseId);
    const upholding = (actor = scene.admin, given = {}) =>
      outcomeOf(upholdFlag({ actor, caseId, reason, dueOn: null, now, ...given }));
    expect(await upholding(scene.lead)).toBe("notYourRole");
    expect(await upholding(scene.otherLead)).toBe(404);
    expect(await upholding()).toBe("done");
    expect(await upholding()).toBe("wrongState");
    expect(await caseRow(caseId)).toMatchObject({ planState: "drafting", dueOn: dateColumn("2027-02-26") });
    expect(await challengesOf(caseId)).toMatchObject([{ state: "upheld", decisionReason: reason }]);
  });

  it("grants an extension in the same transaction, deciding a pending request too", async () => {
    const caseId = await identified(scene);
    const asking = { actor: scene.officer, caseId, dueOn: "2027-04-09", reason: "The challenge", now };
    await requestExtension(asking);
    await challenge(caseId);
    const asked = { actor: scene.admin, caseId, reason, commandId: randomUUID(), now };
    expect(await outcomeOf(upholdFlag({ ...asked, dueOn: "2027-02-01" }))).toBe("dateNotAfterDueDate");
    // All or nothing: the refused date left the challenge open.
    expect(await challengesOf(caseId)).toMatchObject([{ state: "open" }]);
    await upholdFlag({ ...asked, dueOn: "2027-03-12" });
    await upholdFlag({ ...asked, dueOn: "2027-03-12" });
    const row = await caseRow(caseId);
    expect([row.planState, isoDate(row.dueOn), isoDate(row.firstDueOn)]).toEqual([
      "identified",
      "2027-03-12",
      "2027-02-26",
    ]);
    const types = (await eventsOf(caseId)).map(({ type }) => type);
    expect(types).toEqual(["CASE_OPENED", "REQUEST_EXTENSION", "CHALLENGE_FLAG", "UPHOLD_FLAG", "GRANT_EXTENSION"]);
    const requests = await asService((tx) => tx.extensionRequest.findMany({ where: { caseId } }));
    expect(requests).toMatchObject([{ state: "granted", decisionReason: reason }]);
  });
});

describe("removing the flag", () => {
  it("ends the case and an open challenge, and lets a pending request lapse", async () => {
    const caseId = await identified(scene);
    await requestExtension({ actor: scene.officer, caseId, dueOn: "2027-04-09", reason: "Illness", now });
    await challenge(caseId);
    const removing = (actor = scene.admin) => outcomeOf(removeFlag({ actor, caseId, reason, now }));
    expect(await removing(scene.officer)).toBe("notYourRole");
    expect(await removing(scene.otherLead)).toBe(404);
    expect(await removing()).toBe("done");
    expect(await removing()).toBe("finished");
    expect(await caseRow(caseId)).toMatchObject({ planState: "removed", deadlineState: "notRequired", endedAt: now });
    expect(await challengesOf(caseId)).toMatchObject([{ state: "removed", decisionReason: reason }]);
    const requests = await asService((tx) => tx.extensionRequest.findMany({ where: { caseId } }));
    expect(requests).toMatchObject([{ state: "lapsed", decidedById: null }]);
    const { entries } = await getHistory({ actor: scene.officer, caseId });
    expect(entries.slice(0, 2)).toMatchObject([
      { title: "Removed the flag", words: reason },
      { title: "Challenged the flag: the figures are wrong", words: evidence },
    ]);
  });
});
