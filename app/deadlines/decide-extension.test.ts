import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { withdrawSubmission } from "~/plans/withdraw-submission.server";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import {
  asService,
  caseRow,
  day,
  drafted,
  eventsOf,
  identified,
  inReview,
  openScene,
  outcomeOf,
  type Scene,
  submitted,
  TODAY,
} from "~/reviews/review-scene.fixture";
import { getExtensionRequest } from "./get-extension-request.server";
import { grantExtension } from "./grant-extension.server";
import { grantExtensionSchema } from "./grant-extension.schema";
import { refuseExtension } from "./refuse-extension.server";
import { requestExtension } from "./request-extension.server";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

const now = TODAY;
const reason = "The new head starts in March.";
const request = (caseId: string, given: Partial<Parameters<typeof requestExtension>[0]> = {}) =>
  outcomeOf(requestExtension({ actor: scene.officer, caseId, dueOn: "2027-04-09", reason, now, ...given }));
const requestsOf = (caseId: string) =>
  asService((tx) => tx.extensionRequest.findMany({ where: { caseId }, orderBy: { requestedAt: "asc" } }));

describe("a request for an extension", () => {
  it("is the council's own, one at a time, to a date after today and the due date", async () => {
    const caseId = await identified(scene);
    expect(await request(caseId, { actor: scene.otherLead })).toBe(404);
    expect(await request(caseId, { actor: scene.admin })).toBe("notYourRole");
    expect(await request(caseId, { dueOn: "2026-11-24" })).toBe("dateNotAfterToday");
    expect(await request(caseId, { dueOn: "2027-02-26" })).toBe("dateNotAfterDueDate");
    const commandId = randomUUID();
    expect(await request(caseId, { commandId })).toBe("done");
    expect(await request(caseId, { commandId })).toBe("done");
    expect(await request(caseId)).toBe("extensionPending");
    expect(await requestsOf(caseId)).toMatchObject([{ state: "pending", reason }]);
    expect(isoDate((await caseRow(caseId)).dueOn)).toBe("2027-02-26");
  });

  it("can be made after the due date, and not where no plan is owed", async () => {
    const caseId = await identified(scene);
    expect(await request(caseId, { now: day("2027-03-10") })).toBe("done");
    const { caseId: reviewed } = await inReview(scene);
    expect(await request(reviewed)).toBe("wrongState");
  });

  it("lapses when the plan comes in, and does not bar a later one", async () => {
    const caseId = await identified(scene);
    const planId = await drafted(scene, caseId);
    expect(await request(caseId)).toBe("done");
    await submitted(scene, planId);
    expect(await requestsOf(caseId)).toMatchObject([{ state: "lapsed", decidedById: null }]);
    await withdrawSubmission({ actor: scene.lead, planId, now });
    expect(await request(caseId)).toBe("done");
  });

  it("is never the council's to decide, whatever it sends to the database", async () => {
    const caseId = await identified(scene);
    await request(caseId);
    const update = (state: string) =>
      asActor(scene.lead, (tx) => tx.extensionRequest.updateMany({ where: { caseId }, data: { state } }));
    await expect(update("granted")).rejects.toThrow(/row-level security/);
  });
});

describe("the decision", () => {
  it("grants a date that may differ, with both dates on record", async () => {
    const caseId = await identified(scene);
    await request(caseId);
    const seen = await getExtensionRequest({ actor: scene.admin, caseId, event: "GRANT_EXTENSION", now });
    expect(seen.request).toMatchObject({ requestedDueOn: "2027-04-09", reason, askedBy: "Olive Marsh" });
    const granting = (actor = scene.admin, dueOn = "2027-03-26") =>
      outcomeOf(grantExtension({ actor, caseId, dueOn, reason: "Granted in part.", now }));
    expect(await granting(scene.lead)).toBe("notYourRole");
    expect(await granting(scene.otherLead)).toBe(404);
    expect(await granting(scene.admin, "2027-02-26")).toBe("dateNotAfterDueDate");
    expect(await granting()).toBe("done");
    expect(await granting(scene.admin, "2027-05-07")).toBe("noExtensionPending");
    const [row] = await requestsOf(caseId);
    expect(row).toMatchObject({
      state: "granted",
      decisionReason: "Granted in part.",
      decidedById: scene.admin.personId,
    });
    expect([row?.previousDueOn, row?.requestedDueOn, row?.grantedDueOn].map((date) => date && isoDate(date))).toEqual([
      "2027-02-26",
      "2027-04-09",
      "2027-03-26",
    ]);
    const { dueOn, firstDueOn } = await caseRow(caseId);
    expect([isoDate(dueOn), isoDate(firstDueOn)]).toEqual(["2027-03-26", "2027-02-26"]);
  });

  it("refuses with a reason, and the old date stands", async () => {
    const caseId = await identified(scene);
    const refusing = (actor = scene.admin) =>
      outcomeOf(refuseExtension({ actor, caseId, reason: "The date is known since May.", now }));
    expect(await refusing()).toBe("noExtensionPending");
    await request(caseId);
    expect(await refusing(scene.officer)).toBe("notYourRole");
    expect(await refusing(scene.otherLead)).toBe(404);
    expect(await refusing()).toBe("done");
    expect(isoDate((await caseRow(caseId)).dueOn)).toBe("2027-02-26");
    const [last] = (await eventsOf(caseId)).slice(-1);
    expect(last).toMatchObject({ type: "REFUSE_EXTENSION", words: { words: "The date is known since May." } });
    expect(await request(caseId)).toBe("done");
  });

  it("is told in the form before it is sent", () => {
    const typed = { commandId: randomUUID(), reason: " ", "dueOn-day": "26", "dueOn-month": "2", "dueOn-year": "2027" };
    const messages = (given: object) =>
      grantExtensionSchema({ dueOn: "2027-02-26", today: "2026-11-24" })
        .safeParse({ ...typed, ...given })
        .error?.issues.map(({ message }) => message);
    const present = "New due date must be after the present due date, 26 February 2027";
    // Both at once, in the order of the page.
    expect(messages({})).toEqual([present, "Enter the reason for granting the extension"]);
    expect(messages({ reason })).toEqual([present]);
    expect(messages({ reason, "dueOn-year": "2026" })).toEqual(["New due date must be in the future"]);
    expect(messages({ reason, "dueOn-month": "" })).toEqual(["New due date must include a month"]);
    expect(messages({ reason, "dueOn-day": "31" })).toEqual(["New due date must be a real date"]);
    expect(messages({ reason, "dueOn-month": "3" })).toBeUndefined();
  });
});
