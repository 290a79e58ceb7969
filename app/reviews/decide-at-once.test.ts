import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { runAction } from "~/people/run-action.server";
import type { PersonActor } from "~/platform/actor";
import { approvePlan } from "./approve-plan.server";
import { returnPlan } from "./return-plan.server";
import {
  caseRow,
  decided,
  drafted,
  eventsOf,
  identified,
  inDepartment,
  inReview,
  openScene,
  outcomeOf,
  person,
  type Scene,
  submitted,
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

/** What the loser's page holds: the status and its words. */
async function pageOf(actor: PersonActor, operation: () => Promise<unknown>) {
  try {
    await runAction(actor, { href: "/reviews", text: "Go to the review queue" }, operation);
    return null;
  } catch (thrown) {
    const { data, init } = thrown as { data: { sentence: string; standing?: string }; init: { status: number } };
    return { status: init.status, ...data };
  }
}

describe("at the same moment", () => {
  it("of twenty reviewers one starts the review; the others learn who", async () => {
    const planId = await drafted(scene, await identified(scene));
    await submitted(scene, planId);
    const names = Array.from({ length: 20 }, (_, index) => `Reviewer ${index + 1}`);
    const reviewers = await Promise.all(names.map((name) => person(name, inDepartment("reviewer"))));
    const pages = await Promise.all(
      reviewers.map((actor) => pageOf(actor, () => startReview({ actor, planId, commandId: randomUUID(), now }))),
    );
    const winner = reviewers[pages.indexOf(null)];
    expect(pages.filter((page) => page === null)).toHaveLength(1);
    for (const page of pages.filter((found) => found !== null))
      expect(page).toMatchObject({
        status: 409,
        sentence: expect.stringContaining("The plan is being reviewed.") as string,
        standing: `${winner?.name} started the review on 24 November 2026 at 10am.`,
      });
  });

  it("of a return and an approval, asked for twenty times, one stands", async () => {
    for (const comments of [{}, { risks: "Say who decides." }]) {
      const { planId, caseId } = await inReview(scene);
      await decided(scene, planId, comments);
      const asked = { actor: scene.reviewer, planId, now };
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          outcomeOf(index % 2 ? approvePlan(asked) : returnPlan({ ...asked, dueOn: "2027-01-08" })),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
      const { planState, eventCount } = await caseRow(caseId);
      expect(planState).toBe("risks" in comments ? "returned" : "approved");
      expect((await eventsOf(caseId)).length).toBe(eventCount);
    }
  });

  it("the same form sent twenty times decides once and answers each time alike", async () => {
    const { planId, caseId } = await inReview(scene);
    await decided(scene, planId);
    const asked = { actor: scene.reviewer, planId, commandId: randomUUID(), now };
    const answers = await Promise.all(Array.from({ length: 20 }, () => approvePlan(asked)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"awaitsSecond":false}']));
    expect((await eventsOf(caseId)).filter(({ type }) => type === "APPROVE_PLAN")).toHaveLength(1);
  });
});
