import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { asActor } from "~/platform/db.server";
import { withClient } from "~/platform/embedded/connect";
import { returnPlan } from "~/reviews/return-plan.server";
import * as scenes from "~/reviews/review-scene.fixture";
import { startReview } from "~/reviews/start-review.server";
import type { CaseContext } from "~workflows/school-plan/types";
import { getCase } from "./get-case.server";
import { getPlan } from "./get-plan.server";
import { getRevision } from "./get-revision.server";
import { planFingerprint } from "./plan-fingerprint.server";
import { readPlan } from "./read-plan.server";
import { startPlan } from "./start-plan.server";
import { submitPlan } from "./submit-plan.server";
import { withdrawSubmission } from "./withdraw-submission.server";

let scene: scenes.Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
});
afterAll(closePeopleDatabase);

const { outcomeOf, asService } = scenes;
const now = scenes.TODAY;
const seenOf = (planId: string) =>
  asActor(scene.lead, async (tx) => planFingerprint((await readPlan(tx, planId)).content));
const revisionsOf = (planId: string) =>
  asService((tx) => tx.revision.findMany({ where: { planId }, orderBy: { number: "asc" } }));
async function readyDraft(kind?: Parameters<typeof scenes.drafted>[2]) {
  const caseId = await scenes.identified(scene);
  const planId = await scenes.drafted(scene, caseId, kind);
  return { caseId, planId };
}

describe("submitting a plan", () => {
  test("a complete draft becomes a revision with a reference, and the Department is told once", async () => {
    const { caseId, planId } = await readyDraft();
    const asked = { actor: scene.lead, planId, seen: await seenOf(planId), commandId: randomUUID(), now };
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitPlan(asked)));
    const [first] = answers;
    expect(first).toEqual({ submitted: true, reference: expect.stringMatching(/^AP-[2-9A-HJKMNP-Z]{8}$/) as string });
    expect(answers).toEqual(Array(20).fill(first));
    expect(await revisionsOf(planId)).toHaveLength(1);
    const event = (await scenes.eventsOf(caseId)).filter(({ type }) => type === "SUBMIT_PLAN");
    expect(event).toHaveLength(1);
    const jobs = await withClient(process.env.DATABASE_URL ?? "", (client) =>
      client.query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`tell:${event[0]?.id}`]),
    );
    expect(jobs.rowCount).toBe(1);
    expect(await scenes.caseRow(caseId)).toMatchObject({ planState: "submitted", deadlineState: "met" });
  });

  test("an empty draft is refused with the sections that are missing, and nothing is stored", async () => {
    const caseId = await scenes.identified(scene);
    const planId = await startPlan({ actor: scene.officer, caseId, now });
    await scenes.write(scene, planId, "position", scenes.completeSections.position);
    const result = await submitPlan({ actor: scene.lead, planId, seen: await seenOf(planId), now });
    expect(result).toMatchObject({
      submitted: false,
      facts: {
        incompleteSections: ["causes", "actions", "targets", "governance", "cost", "risks"],
        headReply: "missing",
      },
    });
    expect(await revisionsOf(planId)).toEqual([]);
    expect(await scenes.caseRow(caseId)).toMatchObject({ planState: "drafting" });
  });

  test("an officer may not, another council finds nothing", async () => {
    const { planId } = await readyDraft();
    const seen = await seenOf(planId);
    expect(await outcomeOf(submitPlan({ actor: scene.officer, planId, seen, now }))).toBe("notYourRole");
    expect(await outcomeOf(submitPlan({ actor: scene.otherLead, planId, seen, now }))).toBe(404);
  });

  test("a text that changed since the lead read it is not submitted", async () => {
    const { caseId, planId } = await readyDraft();
    const seen = await seenOf(planId);
    await scenes.write(scene, planId, "risks", { "risk-1": "New", "mitigation-1": "Plan" });
    await expect(submitPlan({ actor: scene.lead, planId, seen, now })).rejects.toThrow("changed after you opened");
    expect(await scenes.caseRow(caseId)).toMatchObject({ planState: "drafting" });
  });

  test("a plan that proposes a federation says so to the workflow", async () => {
    const { caseId, planId } = await readyDraft("federation");
    await scenes.submitted(scene, planId);
    expect((await scenes.caseRow(caseId)).context).toMatchObject({ proposesStructuralChange: true });
    const found = await getCase({ actor: scene.reviewer, caseId, now });
    expect(found.available).toContain("START_REVIEW");
  });

  test("after a return: refused without a reply, then only what changed loses its acceptance", async () => {
    const { caseId, planId } = await scenes.inReview(scene);
    await scenes.decided(scene, planId, { causes: "Name the source" });
    await returnPlan({ actor: scene.reviewer, planId, dueOn: "2027-04-09", commandId: randomUUID(), now });
    const submit = async () => submitPlan({ actor: scene.lead, planId, seen: await seenOf(planId), now });
    expect(await submit()).toMatchObject({ submitted: false, facts: { commentsWithoutReply: ["causes"] } });
    await scenes.write(scene, planId, "causes", scenes.completeSections.causes, "From the autumn review");
    await scenes.write(scene, planId, "risks", { "risk-1": "Other", "mitigation-1": "Done" });
    expect(await submit()).toMatchObject({ submitted: true });
    const { context, revisionNumber } = await scenes.caseRow(caseId);
    expect(revisionNumber).toBe(2);
    expect(Object.keys((context as unknown as CaseContext).verdicts).sort()).toEqual([
      "actions",
      "cost",
      "governance",
      "position",
      "targets",
    ]);
  });
});

describe("withdrawing a submission", () => {
  test("makes it editable again and keeps the submission, for the council alone", async () => {
    const { caseId, planId } = await readyDraft();
    await scenes.submitted(scene, planId);
    const [revision] = await revisionsOf(planId);
    const asked = { actor: scene.lead, planId, commandId: randomUUID(), now };
    await withdrawSubmission(asked);
    await withdrawSubmission(asked);
    expect(await scenes.caseRow(caseId)).toMatchObject({ planState: "drafting", submittedOn: null });
    const plan = await getPlan({ actor: scene.officer, planId, now });
    expect(plan.editable).toBe(true);
    expect(plan.submissions).toMatchObject([{ reference: revision?.reference, withdrawnAt: now.toISOString() }]);
    const read = (actor: typeof scene.lead) => getRevision({ actor, revisionId: revision?.id ?? "" });
    expect((await read(scene.officer)).content.sections.risks).toEqual(scenes.completeSections.risks);
    expect(await outcomeOf(read(scene.reviewer))).toBe(404);
    expect(await outcomeOf(read(scene.admin))).toBe(404);
    expect(await outcomeOf(read(scene.otherLead))).toBe(404);
    await scenes.submitted(scene, planId);
    expect((await revisionsOf(planId)).map(({ number }) => number)).toEqual([1, 2]);
  });

  test("is the lead's, and only until the review begins", async () => {
    const { planId } = await readyDraft();
    await scenes.submitted(scene, planId);
    expect(await outcomeOf(withdrawSubmission({ actor: scene.officer, planId, now }))).toBe("notYourRole");
    expect(await outcomeOf(withdrawSubmission({ actor: scene.otherLead, planId, now }))).toBe(404);
    await startReview({ actor: scene.reviewer, planId, commandId: randomUUID(), now });
    expect(await outcomeOf(withdrawSubmission({ actor: scene.lead, planId, now }))).toBe("wrongState");
  });
});
