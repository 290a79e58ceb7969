import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { getCase } from "~/plans/get-case.server";
import { getCasePage } from "~/plans/get-case-page.server";
import { getPlan } from "~/plans/get-plan.server";
import { withdrawSubmission } from "~/plans/withdraw-submission.server";
import { releaseReview } from "./release-review.server";
import { decided, inReview, openScene, type Scene, TODAY } from "./review-scene.fixture";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

const now = TODAY;

describe("a verdict that was not shared", () => {
  it("is in nothing that a page of the council is given", async () => {
    const { caseId, planId } = await inReview(scene);
    await decided(scene, planId, { causes: "Name the source" });
    const asked = { actor: scene.officer, caseId, planId, now };
    for (const given of [await getPlan(asked), await getCasePage(asked), await getCase(asked)])
      expect(JSON.stringify(given)).not.toMatch(/verdict|firstApprover|Name the source|"accepted":true/i);
  });

  it("does not show on the draft after the review was released and the submission withdrawn", async () => {
    const { planId } = await inReview(scene);
    await decided(scene, planId);
    await releaseReview({ actor: scene.reviewer, planId, now });
    await withdrawSubmission({ actor: scene.lead, planId, commandId: randomUUID(), now });
    const { sections } = await getPlan({ actor: scene.officer, planId, now });
    expect(sections.filter(({ accepted, status }) => accepted || status.text === "Accepted")).toEqual([]);
  });
});
