import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import type { PersonActor } from "~/platform/actor";
import { dateColumn } from "~/platform/dates";
import { approvePlan } from "./approve-plan.server";
import { listReviewQueue } from "./list-review-queue.server";
import { returnPlan } from "./return-plan.server";
import type { QueuePart } from "./review-queue-filters";
import { queueHref, readQueueFilters } from "./review-queue-filters";
import {
  asService,
  caseRow,
  day,
  decided,
  DUE,
  drafted,
  identified,
  inReview,
  openScene,
  type Scene,
  submitted,
  TODAY,
} from "./review-scene.fixture";

let scene: Scene;
const now = TODAY;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  const waiting = async (name: string, on: string, dueOn = DUE) => {
    const caseId = await identified(scene, name, dueOn);
    await submitted(scene, await drafted(scene, caseId), day(on));
    return caseId;
  };
  await waiting("New School", "2026-11-20");
  await waiting("Old School", "2026-11-09");
  await waiting("Late School", "2026-11-23", "2026-11-13");
  const { schoolId } = await caseRow(await waiting("Own School", "2026-11-02"));
  const { personId } = scene.reviewer;
  await asService((tx) =>
    tx.declaredInterest.create({ data: { personId, schoolId, nature: "Governor", declaredAt: now } }),
  );
  await inReview(scene, "Mine School");
  const joint = await inReview(scene, "Joint School", "federation");
  await decided(scene, joint.planId);
  const partner = await identified(scene, "Partner School");
  const { planState, context } = await caseRow(joint.caseId);
  await asService((tx) =>
    tx.schoolCase.update({
      where: { id: partner },
      data: {
        planId: joint.planId,
        planState,
        context: { ...(context as object), caseId: partner },
        reviewerId: personId,
        submittedOn: dateColumn("2026-11-24"),
        submittedAt: now,
      },
    }),
  );
  await approvePlan({ actor: scene.reviewer, planId: joint.planId, now });
  const back = await inReview(scene, "Back School");
  await decided(scene, back.planId, { cost: "The savings are not shown." });
  await returnPlan({ actor: scene.reviewer, planId: back.planId, dueOn: "2027-01-08", now });
  await asService((tx) =>
    tx.cohortMembership.create({
      data: { programmeId: scene.programmeId, councilCode: "001", cohort: "priority", decidedAt: now },
    }),
  );
});
afterAll(closePeopleDatabase);

const queue = (part: QueuePart, actor: PersonActor = scene.reviewer, page = 1) =>
  listReviewQueue({ actor, filters: { part, page }, now });
const namesOf = async (part: QueuePart, actor?: PersonActor) =>
  (await queue(part, actor)).rows.map(({ schools }) => schools.join(" + "));

describe("the review queue", () => {
  it("has late plans first, then those that wait the longest", async () => {
    expect(await namesOf("submitted")).toEqual(["Late School", "Own School", "Old School", "New School"]);
  });

  it("has its parts by state and by whose the review is, a joint plan once", async () => {
    expect(await namesOf("mine")).toEqual(["Mine School"]);
    expect(await namesOf("mine", scene.second)).toEqual([]);
    expect(await namesOf("inReview", scene.second)).toEqual(["Mine School"]);
    expect(await namesOf("returned")).toEqual(["Back School"]);
    expect(await namesOf("awaitingSecondApproval")).toEqual(["Joint School + Partner School"]);
    const { counts } = await queue("todo");
    expect(counts).toEqual({ todo: 6, submitted: 4, mine: 1, inReview: 0, awaitingSecondApproval: 1, returned: 1 });
  });

  it("marks what the person is not independent of, and offers nothing of it to start", async () => {
    const startable = async (actor: PersonActor) =>
      (await queue("submitted", actor)).rows.map(({ independent, available }) => [
        independent,
        available.includes("START_REVIEW"),
      ]);
    expect((await startable(scene.reviewer))[1]).toEqual([false, false]);
    expect((await startable(scene.second))[1]).toEqual([true, true]);
    expect((await startable(scene.admin))[1]).toEqual([true, false]);
  });

  it("offers the second approval to those who may give it", async () => {
    const open = async (actor: PersonActor) =>
      (await queue("awaitingSecondApproval", actor)).rows.map(({ available }) =>
        available.includes("CONFIRM_APPROVAL"),
      );
    expect(await open(scene.second)).toEqual([true]);
    expect(await open(scene.reviewer)).toEqual([false]);
  });

  it("tells how long a plan waits, and that its council is a priority", async () => {
    const [late] = (await queue("submitted")).rows;
    expect(late).toMatchObject({ submittedOn: "2026-11-23", dueOn: "2026-11-13", daysWaiting: 1, priority: true });
  });

  it("keeps its filters in the address and takes a strange one for the first page", () => {
    const read = (query: string) => readQueueFilters(new URLSearchParams(query));
    expect(read("part=mine&page=3")).toEqual({ part: "mine", page: 3 });
    expect(read("part=toString&page=-1")).toEqual({ part: "todo", page: 1 });
    expect(queueHref({ part: "returned", page: 2 })).toBe("/reviews?part=returned&page=2");
    expect(queueHref({ part: "todo", page: 1 })).toBe("/reviews");
  });
});
