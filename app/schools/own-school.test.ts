import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { giveReply } from "~/plans/give-reply.server";
import { getPlan } from "~/plans/get-plan.server";
import { getRevision } from "~/plans/get-revision.server";
import { lockReplies } from "~/plans/lock-plan.server";
import { listAdvised } from "~/plans/list-advised.server";
import { setReplyDate } from "~/plans/set-reply-date.server";
import type { PersonActor } from "~/platform/actor";
import { countWaiting } from "~/platform/count-waiting.fixture";
import { asActor, type Tx } from "~/platform/db.server";
import * as scenes from "~/reviews/review-scene.fixture";
import { getOwnSchool } from "./get-own-school.server";
import { listCouncilSchools } from "./list-council-schools.server";

let scene: scenes.Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
});
afterAll(closePeopleDatabase);

const now = scenes.TODAY;
const { outcomeOf, asService } = scenes;

async function withHead() {
  const caseId = await scenes.identified(scene);
  await scenes.headTold(scene, caseId);
  const planId = await scenes.drafted(scene, caseId);
  const { schoolId } = await scenes.caseRow(caseId);
  const head = await scenes.person("Hazel Orme", { role: "headteacher", councilCode: "001", schoolId });
  return { caseId, planId, schoolId, head };
}
const reply = (actor: PersonActor, planId: string, comment = "We agree on maths") =>
  giveReply({ actor, planId, stance: "acknowledged", comment, now });

describe("a headteacher", () => {
  test("reads the own school's figures and plan and the council's date, and nowhere the Department's", async () => {
    const { planId, schoolId, head } = await withHead();
    await asService(async (tx) => {
      const file = await tx.resultsFile.create({
        data: { filename: "results.csv", checksum: "0".repeat(64), size: 1, uploadedAt: now },
      });
      const at = { schoolId, measure: "ks2-l4-em", fileId: file.id };
      await tx.result.createMany({
        data: [
          { ...at, year: 2025, code: "SUPP" },
          { ...at, year: 2026, value: 47 },
        ],
      });
    });
    await setReplyDate({ actor: scene.officer, planId, replyByOn: "2027-01-29" });
    const own = await getOwnSchool({ actor: head, now });
    expect(own.cases).toHaveLength(1);
    expect(own.cases[0]).toMatchObject({ replyByOn: "2027-01-29", canReply: true, reply: null });
    expect(own.cases[0]?.results.school).toEqual([
      { year: 2023, value: null, code: null },
      { year: 2024, value: null, code: null },
      { year: 2025, value: null, code: "SUPP" },
      { year: 2026, value: 47, code: null },
    ]);
    expect(own.cases[0]?.content?.setting.baseline).toEqual({ year: 2026, value: 47 });
    expect(JSON.stringify(own)).not.toMatch(/2027-02-26|dueOn|cohort|priority/);
  });

  test("replies, changes the reply until submission, and it goes with what is submitted", async () => {
    const { planId, head } = await withHead();
    await reply(head, planId, "First");
    await reply(head, planId, "Second");
    const plan = await getPlan({ actor: scene.officer, planId, now });
    expect(plan.content.headReplies).toMatchObject([{ comment: "Second", stance: "acknowledged" }]);
    await scenes.submitted(scene, planId);
    await expect(reply(head, planId)).rejects.toThrow("not being drafted");
    const revision = await asService((tx) => tx.revision.findFirstOrThrow({ where: { planId } }));
    const { content } = await getRevision({ actor: scene.reviewer, revisionId: revision.id });
    expect(content.headReplies).toMatchObject([{ comment: "Second" }]);
  });

  // Does this while a reply or a submission waits for the other to end.
  async function whileWaiting<T>(planId: string, begin: () => Promise<T>, work: (tx: Tx) => Promise<unknown>) {
    let waiting: Promise<unknown> | undefined;
    await asService(async (tx) => {
      await lockReplies(tx, planId);
      waiting = begin().catch((error: unknown) => error);
      await expect.poll(() => countWaiting(tx), { timeout: 10_000 }).toBe(1);
      await work(tx);
    });
    return String(await waiting);
  }

  test("waits for a submission under way, and the database itself refuses a reply after it", async () => {
    const { planId, schoolId, head } = await withHead();
    await reply(head, planId, "First");
    const outcome = await whileWaiting(
      planId,
      () => reply(head, planId, "Too late"),
      (tx) => tx.schoolCase.updateMany({ where: { planId }, data: { planState: "submitted" } }),
    );
    expect(outcome).toContain("not being drafted");
    const where = { planId_schoolId: { planId, schoolId } };
    await expect(
      asActor(head, (tx) => tx.headteacherReply.update({ where, data: { comment: "Changed" }, select: { id: true } })),
    ).rejects.toThrow(/row-level security/);
  });

  test("is waited for by a submission, which the lead must then check again", async () => {
    const { planId, head } = await withHead();
    await reply(head, planId, "First");
    const outcome = await whileWaiting(
      planId,
      () => scenes.submitted(scene, planId),
      (tx) => tx.headteacherReply.updateMany({ where: { planId }, data: { comment: "Second" } }),
    );
    expect(outcome).toContain("changed after you opened the page");
    expect(await asService((tx) => tx.revision.count({ where: { planId } }))).toBe(0);
  });

  test("finds no other school's plan", async () => {
    const [mine, other] = [await withHead(), await withHead()];
    expect(await outcomeOf(reply(mine.head, other.planId))).toBe(404);
    expect(await outcomeOf(getOwnSchool({ actor: scene.officer, now }))).toBe(404);
  });
});

test("an adviser reads what their council submitted, never a draft", async () => {
  const adviser = await scenes.person("Ada Wren", scenes.inCouncil("adviser", "001"));
  const stranger = await scenes.person("Tom Reed", scenes.inCouncil("adviser", "002"));
  const { planId } = await withHead();
  const before = (await listAdvised({ actor: adviser })).length;
  const reference = await scenes.submitted(scene, planId);
  const listed = await listAdvised({ actor: adviser });
  expect(listed).toHaveLength(before + 1);
  const found = listed.find((plan) => plan.reference === reference);
  expect(await outcomeOf(getRevision({ actor: adviser, revisionId: found?.revisionId ?? "" }))).toBe("done");
  expect(await outcomeOf(getRevision({ actor: stranger, revisionId: found?.revisionId ?? "" }))).toBe(404);
  expect(await listAdvised({ actor: stranger })).toEqual([]);
  expect(await outcomeOf(getPlan({ actor: adviser, planId, now }))).toBe(404);
});

test("a council's list holds its own schools, the most urgent first, and what waits for the lead", async () => {
  const late = await scenes.identified(scene, "Late School", "2026-11-01");
  const { caseId } = await withHead();
  const asLead = await listCouncilSchools({ actor: scene.lead, now });
  const running = asLead.programmes.flatMap((programme) => programme.running);
  expect(running[0]).toMatchObject({ caseId: late, next: { text: "Start the plan" } });
  expect(running.find((school) => school.caseId === caseId)).toMatchObject({
    ready: true,
    next: { text: "Check and submit the plan" },
  });
  expect((await listCouncilSchools({ actor: scene.otherLead, now })).programmes).toEqual([]);
});
