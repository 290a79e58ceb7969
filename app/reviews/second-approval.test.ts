import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { asActor } from "~/platform/db.server";
import { approvePlan } from "./approve-plan.server";
import { confirmApproval } from "./confirm-approval.server";
import { getHandOver, getReviewForEvent } from "./get-review-for-event.server";
import { getReview } from "./get-review.server";
import { handOverReview } from "./hand-over-review.server";
import { recordVerdict } from "./record-verdict.server";
import { refuseApproval } from "./refuse-approval.server";
import { releaseReview } from "./release-review.server";
import {
  asService,
  caseRow,
  decided,
  inCouncil,
  inDepartment,
  inReview,
  openScene,
  outcomeOf,
  person,
  type Scene,
  TODAY,
} from "./review-scene.fixture";
import { startReview } from "./start-review.server";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

const now = TODAY;
const sharedWithCouncil = (planId: string) =>
  asActor(scene.officer, (tx) => tx.sectionVerdict.count({ where: { revision: { planId } } }));

async function approvedOnce() {
  const made = await inReview(scene, "Kestrel Hill School", "federation");
  await decided(scene, made.planId);
  expect(await approvePlan({ actor: scene.reviewer, planId: made.planId, now })).toEqual({ awaitsSecond: true });
  return made;
}

describe("a plan that proposes a federation", () => {
  it("waits for a second, different reviewer", async () => {
    const { planId, caseId } = await approvedOnce();
    expect(await caseRow(caseId)).toMatchObject({ planState: "awaitingSecondApproval" });
    expect(await sharedWithCouncil(planId)).toBe(0);
    const confirming = (actor = scene.second) => outcomeOf(confirmApproval({ actor, planId, now }));
    expect(await confirming(scene.reviewer)).toBe("gaveVerdict");
    expect(await confirming(scene.admin)).toBe("notYourRole");
    expect(await confirming(scene.otherLead)).toBe(404);
    const open = (actor = scene.reviewer) => getReviewForEvent({ actor, planId, event: "CONFIRM_APPROVAL", now });
    expect(await outcomeOf(open())).toBe("gaveVerdict");
    expect(await open(scene.second)).toMatchObject({ firstApprover: "Rowan Vale", structural: true });
    expect(await confirming()).toBe("done");
    expect(await caseRow(caseId)).toMatchObject({ planState: "approved" });
    expect(await sharedWithCouncil(planId)).toBe(7);
  });

  it("goes back to its reviewer when the second refuses, with the named sections open", async () => {
    const { planId, caseId } = await approvedOnce();
    const refusal = { planId, sections: ["cost"], reason: "The savings are not shown.", now } as const;
    const refusing = (actor = scene.second, given = {}) =>
      outcomeOf(refuseApproval({ actor, ...refusal, sections: [...refusal.sections], ...given }));
    expect(await refusing(scene.reviewer)).toBe("gaveVerdict");
    expect(await refusing(scene.second, { sections: [] })).toBe("sectionsMissing");
    expect(await refusing(scene.lead)).toBe("notYourRole");
    expect(await refusing()).toBe("done");
    expect(await caseRow(caseId)).toMatchObject({ planState: "inReview", reviewerId: scene.reviewer.personId });
    const review = await getReview({ actor: scene.reviewer, planId, now });
    expect(review.sections.filter(({ verdict }) => verdict === null).map(({ key }) => key)).toEqual(["cost"]);
    // The earlier row of the reopened section is not shown as an acceptance that was carried over.
    expect(review.sections.some(({ carried }) => carried)).toBe(false);
    await recordVerdict({ actor: scene.reviewer, planId, section: "cost", verdict: "accepted", comment: null, now });
    expect(await approvePlan({ actor: scene.reviewer, planId, now })).toEqual({ awaitsSecond: true });
  });
});

describe("a review", () => {
  it("is handed over to an active, independent reviewer by its reviewer or an admin", async () => {
    const { planId, caseId } = await inReview(scene);
    const barred = await person("Bay Thorne", inDepartment("reviewer"), inCouncil("officer", "002"));
    const left = await person("Lark Hollin", inDepartment("reviewer"));
    await asService((tx) => tx.person.update({ where: { id: left.personId }, data: { active: false } }));
    const to = (toId: string, actor = scene.reviewer) => outcomeOf(handOverReview({ actor, planId, toId, now }));
    const { candidates } = await getHandOver({ actor: scene.reviewer, planId, now });
    expect(candidates.map(({ name }) => name)).toEqual(["Sorrel Pike"]);
    expect(await to(barred.personId)).toBe("notIndependent");
    expect(await to(left.personId)).toBe("notIndependent");
    expect(await to(scene.admin.personId)).toBe("notIndependent");
    expect(await to(scene.reviewer.personId)).toBe("sameReviewer");
    expect(await to(scene.second.personId, scene.second)).toBe("notTheReviewer");
    expect(await to(scene.second.personId, scene.otherLead)).toBe(404);
    expect(await to(scene.second.personId)).toBe("done");
    expect(await to(scene.reviewer.personId, scene.admin)).toBe("done");
    expect(await caseRow(caseId)).toMatchObject({ reviewerId: scene.reviewer.personId });
  });

  it("is released to the queue, with what was decided, and taken by another", async () => {
    const { planId, caseId } = await inReview(scene);
    await decided(scene, planId, { risks: "Say who decides." });
    const releasing = (actor = scene.reviewer) => outcomeOf(releaseReview({ actor, planId, now }));
    expect(await releasing(scene.second)).toBe("notTheReviewer");
    expect(await releasing(scene.lead)).toBe("notYourRole");
    expect(await releasing(scene.otherLead)).toBe(404);
    expect(await releasing()).toBe("done");
    expect(await releasing()).toBe("wrongState");
    expect(await caseRow(caseId)).toMatchObject({ planState: "submitted", reviewerId: null });
    await startReview({ actor: scene.second, planId, now });
    const review = await getReview({ actor: scene.second, planId, now });
    expect(review.sections.find(({ key }) => key === "risks")).toMatchObject({ comment: "Say who decides." });
  });

  it("does not exist for a plan that was never submitted", async () => {
    expect(await outcomeOf(getReview({ actor: scene.reviewer, planId: randomUUID(), now }))).toBe(404);
  });
});
