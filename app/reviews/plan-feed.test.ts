import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { getCouncilFeed, getPlanFeed } from "~/plans/get-plan-feed.server";
import { giveAdvice } from "~/plans/give-advice.server";
import { recordProgress } from "~/plans/record-progress.server";
import { withdrawSubmission } from "~/plans/withdraw-submission.server";
import type { PersonActor } from "~/platform/actor";
import { approvePlan } from "./approve-plan.server";
import { returnPlan } from "./return-plan.server";
import {
  asService,
  caseRow,
  day,
  decided,
  drafted,
  headTold,
  identified,
  inCouncil,
  inReview,
  openScene,
  outcomeOf,
  person,
  type Scene,
  submitted,
  write,
  completeSections,
} from "./review-scene.fixture";
import { startReview } from "./start-review.server";

let scene: Scene;
let adviser: PersonActor;
let head: PersonActor;
let planId: string;
const COMMENT = "Say what happens at Easter.";

const titlesFor = async (actor: PersonActor) => {
  const { entries } = await getPlanFeed({ actor, planId });
  return entries.map(({ title }) => title.replace("Heron Lane Primary School: ", ""));
};

beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  adviser = await person("Adela Quill", inCouncil("adviser", "001"));
  const made = await inReview(scene);
  ({ planId } = made);
  const { schoolId } = await caseRow(made.caseId);
  head = await person("Hester Lowe", { role: "headteacher", councilCode: "001", schoolId });
  await headTold(scene, made.caseId);
  const { lead, reviewer, officer } = scene;
  await decided(scene, planId, { risks: COMMENT });
  await returnPlan({ actor: reviewer, planId, dueOn: "2027-01-29", now: day("2026-11-25") });
  await write(scene, planId, "risks", { ...completeSections.risks, "risk-1": "She leaves at Easter." }, "Done.");
  await submitted(scene, planId, day("2026-11-26"));
  await withdrawSubmission({ actor: lead, planId, commandId: randomUUID(), now: day("2026-11-27") });
  await submitted(scene, planId, day("2026-11-28"));
  const revision = await asService((tx) =>
    tx.revision.findFirstOrThrow({ where: { planId }, orderBy: { number: "desc" } }),
  );
  const advice = { revisionId: revision.id, section: "risks", comment: COMMENT, commandId: randomUUID() } as const;
  await giveAdvice({ actor: adviser, ...advice, now: day("2026-11-29") });
  await startReview({ actor: reviewer, planId, now: day("2026-11-30") });
  await decided(scene, planId);
  await approvePlan({ actor: reviewer, planId, now: day("2026-12-01") });
  const progress = { caseId: made.caseId, actionId: null, status: "atRisk", note: COMMENT } as const;
  await recordProgress({ actor: officer, ...progress, commandId: randomUUID(), now: day("2026-12-02") });
});
afterAll(closePeopleDatabase);

describe("a plan's feed", () => {
  const progress = "Progress recorded: at risk";
  const advice = "Adviser’s comment on section 7, Risks";

  it("tells the council all that happened, the newest first", async () => {
    const titles = await titlesFor(scene.officer);
    expect(titles).toEqual([
      ...[progress, "Plan approved", advice, "Plan submitted", "Submission withdrawn", "Plan submitted"],
      ...titles.slice(6, 8),
      "Plan submitted",
    ]);
    // Two things of the same moment have no order but their ids'.
    expect(titles.slice(6, 8).sort()).toEqual(["Comment on section 7, Risks", "Plan returned with comments"]);
  });

  it("tells the Department nothing of what was withdrawn", async () => {
    for (const actor of [scene.reviewer, scene.admin]) {
      const titles = await titlesFor(actor);
      expect(titles).not.toContain("Submission withdrawn");
      expect(titles.filter((title) => title === "Plan submitted")).toHaveLength(2);
    }
  });

  it("tells guests nothing of the Department's", async () => {
    expect(await titlesFor(adviser)).toEqual([progress, advice, "Plan submitted", "Plan submitted"]);
    expect(await titlesFor(head)).toEqual(["Plan submitted", "Plan submitted"]);
  });

  it("has no due date and nothing that anybody wrote, and the same ids each time", async () => {
    for (const actor of [scene.officer, scene.reviewer, adviser, head]) {
      const feed = await getPlanFeed({ actor, planId });
      expect(JSON.stringify(feed)).not.toMatch(/Easter|2027|due/i);
      expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
      expect(await getPlanFeed({ actor, planId })).toEqual(feed);
    }
  });

  it("is not there for another council, nor for the Department before the first submission", async () => {
    expect(await outcomeOf(getPlanFeed({ actor: scene.otherLead, planId }))).toBe(404);
    const draft = await drafted(scene, await identified(scene, "Mill Bank School"));
    for (const actor of [scene.reviewer, adviser])
      expect(await outcomeOf(getPlanFeed({ actor, planId: draft }))).toBe(404);
    expect((await getPlanFeed({ actor: scene.officer, planId: draft })).entries).toEqual([]);
  });
});

describe("a council's feed", () => {
  it("holds its own plans alone, each entry with its school", async () => {
    const { entries } = await getCouncilFeed({ actor: scene.lead });
    expect(entries.map(({ title }) => title)).toContain("Heron Lane Primary School: Plan approved");
    expect((await getCouncilFeed({ actor: scene.otherLead })).entries).toEqual([]);
  });
});
