import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { asActor } from "~/platform/db.server";
import { sectionKeys } from "~workflows/school-plan/types";
import { approvePlan } from "./approve-plan.server";
import { getReview } from "./get-review.server";
import { recordVerdict } from "./record-verdict.server";
import { returnPlan } from "./return-plan.server";
import {
  asService,
  caseRow,
  completeSections,
  day,
  decided,
  eventsOf,
  inReview,
  openScene,
  outcomeOf,
  type Scene,
  submitted,
  TODAY,
  write,
} from "./review-scene.fixture";
import { startReview } from "./start-review.server";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

const comment = "Say which classes are worked with, and how often.";
const later = { dueOn: "2027-01-08", now: TODAY };
const readByCouncil = (planId: string) =>
  asActor(scene.officer, (tx) => tx.sectionVerdict.findMany({ where: { revision: { planId } } }));

describe("a verdict", () => {
  it("is the plan's reviewer's, replaces the earlier one, and is not the council's to read", async () => {
    const { planId, caseId } = await inReview(scene);
    const verdict = { planId, section: "causes", now: TODAY } as const;
    const said = { ...verdict, verdict: "comment", comment } as const;
    await recordVerdict({ actor: scene.reviewer, ...said });
    await recordVerdict({ actor: scene.reviewer, ...verdict, verdict: "accepted", comment: null });
    await recordVerdict({ actor: scene.reviewer, ...said });
    expect(await outcomeOf(recordVerdict({ actor: scene.second, ...said }))).toBe("notTheReviewer");
    const empty = recordVerdict({ actor: scene.reviewer, ...said, comment: " " });
    expect(await outcomeOf(empty)).toBe("commentMissing");
    const rows = await asService((tx) => tx.sectionVerdict.findMany({ where: { revision: { planId } } }));
    expect(rows).toMatchObject([{ section: "causes", verdict: "comment", comment, sharedAt: null }]);
    expect(await readByCouncil(planId)).toEqual([]);
    const verdicts = (await eventsOf(caseId)).filter(({ type }) => type === "RECORD_VERDICT");
    expect(verdicts.map(({ departmentOnly, words }) => [departmentOnly, words?.words])).toEqual([
      [true, comment],
      [true, undefined],
      [true, comment],
    ]);
    expect(JSON.stringify(verdicts.map(({ payload }) => payload))).not.toContain("classes");
  });

  it("cannot be asked for by a council, nor of a plan that does not exist", async () => {
    const { planId } = await inReview(scene);
    const said = { section: "causes", verdict: "accepted", comment: null, now: TODAY } as const;
    expect(await outcomeOf(recordVerdict({ actor: scene.lead, planId, ...said }))).toBe("notYourRole");
    expect(await outcomeOf(recordVerdict({ actor: scene.otherLead, planId, ...said }))).toBe(404);
    expect(await outcomeOf(recordVerdict({ actor: scene.reviewer, planId: randomUUID(), ...said }))).toBe(404);
  });
});

describe("a return", () => {
  it("needs a comment on each section that is not accepted, and a date after today", async () => {
    const { planId } = await inReview(scene);
    const returning = (asked = later) => outcomeOf(returnPlan({ actor: scene.reviewer, planId, ...asked }));
    expect(await returning()).toBe("sectionsWithoutVerdict");
    await decided(scene, planId);
    expect(await returning()).toBe("noComments");
    await decided(scene, planId, { actions: comment });
    expect(await returning({ ...later, dueOn: "2026-11-24" })).toBe("dateNotAfterToday");
    expect(await outcomeOf(returnPlan({ actor: scene.second, planId, ...later }))).toBe("notTheReviewer");
    expect(await outcomeOf(returnPlan({ actor: scene.otherLead, planId, ...later }))).toBe(404);
    expect(await returning()).toBe("done");
    expect(await returning()).toBe("wrongState");
    const seen = await readByCouncil(planId);
    expect(seen).toHaveLength(sectionKeys.length);
    expect(seen.find(({ section }) => section === "actions")).toMatchObject({ comment, sharedAt: TODAY });
  });

  it("posted twice has one effect", async () => {
    const { planId, caseId } = await inReview(scene);
    await decided(scene, planId, { actions: comment });
    const asked = { actor: scene.reviewer, planId, ...later, commandId: randomUUID() };
    await returnPlan(asked);
    const once = await caseRow(caseId);
    await Promise.all([returnPlan(asked), returnPlan(asked)]);
    expect(await caseRow(caseId)).toEqual(once);
    expect(once).toMatchObject({ planState: "returned", revisionNumber: 1, reviewerId: scene.reviewer.personId });
  });
});

describe("a plan that comes again", () => {
  it("shows what changed, what was answered, and which acceptances stand", async () => {
    const { planId } = await inReview(scene);
    await decided(scene, planId, { actions: comment });
    await returnPlan({ actor: scene.reviewer, planId, ...later });
    const together = "Years 3 to 6, twice a week.";
    await write(scene, planId, "actions", { together }, "Named in the text now.");
    await write(scene, planId, "risks", { ...completeSections.risks, "risk-2": "Cover", "mitigation-2": "Pool" });
    await submitted(scene, planId, day("2026-12-14"));
    await startReview({ actor: scene.second, planId, now: day("2026-12-15") });
    const review = await getReview({ actor: scene.second, planId, now: day("2026-12-15") });
    expect(review).toMatchObject({ revision: 2, previousRevision: 1, isMine: true, independent: true });
    const found = review.sections.map(({ key, changed, carried, verdict }) => [key, changed, carried, verdict]);
    expect(found).toEqual(
      sectionKeys.map((key) =>
        ["actions", "risks"].includes(key) ? [key, true, false, null] : [key, false, true, "accepted"],
      ),
    );
    const actions = review.sections.find(({ key }) => key === "actions");
    expect(actions?.earlier).toEqual([{ revision: 1, comment, by: "Rowan Vale", reply: "Named in the text now." }]);
  });
});

describe("an approval", () => {
  it("needs every section accepted, ends the review and lets the council read", async () => {
    const { planId, caseId } = await inReview(scene);
    await decided(scene, planId, { cost: comment });
    const approving = (actor = scene.reviewer) => approvePlan({ actor, planId, now: TODAY });
    expect(await outcomeOf(approving())).toBe("sectionsNotAccepted");
    await decided(scene, planId);
    expect(await outcomeOf(approving(scene.second))).toBe("notTheReviewer");
    expect(await outcomeOf(approving(scene.lead))).toBe("notYourRole");
    expect(await approving()).toEqual({ awaitsSecond: false });
    expect(await caseRow(caseId)).toMatchObject({ planState: "approved" });
    expect(await readByCouncil(planId)).toHaveLength(sectionKeys.length);
  });
});
