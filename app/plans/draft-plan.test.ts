import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import * as scenes from "~/reviews/review-scene.fixture";
import { returnPlan } from "~/reviews/return-plan.server";
import { addAction } from "./add-action.server";
import { changeAction } from "./change-action.server";
import { getPlan } from "./get-plan.server";
import { moveAction } from "./move-action.server";
import { removeAction } from "./remove-action.server";
import { saveSection } from "./save-section.server";
import { setReplyDate } from "./set-reply-date.server";
import { startPlan } from "./start-plan.server";

let scene: scenes.Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
});
afterAll(closePeopleDatabase);

const { outcomeOf, asService } = scenes;
const now = scenes.TODAY;
const started = async () =>
  startPlan({ actor: scene.officer, caseId: await scenes.identified(scene), now, commandId: randomUUID() });
const look = (planId: string, actor = scene.officer) => getPlan({ actor, planId, now });

describe("starting a plan", () => {
  test("started twice, by a colleague too, it is one draft with seven sections", async () => {
    const caseId = await scenes.identified(scene);
    const answers = await Promise.all(
      [scene.officer, scene.officer, scene.lead].map((actor) =>
        startPlan({ actor, caseId, now, commandId: randomUUID() }),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    const plan = await look(answers[0]!);
    expect(plan.sections.map(({ status }) => status.text)).toEqual(Array(7).fill("Not started"));
    expect((await scenes.eventsOf(caseId)).filter(({ type }) => type === "START_PLAN")).toHaveLength(1);
    expect(await asService((tx) => tx.plan.count({ where: { cases: { some: { id: caseId } } } }))).toBe(1);
  });

  test("another council's officer finds nothing, and a reviewer may not", async () => {
    const caseId = await scenes.identified(scene);
    expect(await outcomeOf(startPlan({ actor: scene.otherLead, caseId, now }))).toBe(404);
    expect(await outcomeOf(startPlan({ actor: scene.otherLead, caseId: "1", now }))).toBe(404);
    expect(await outcomeOf(startPlan({ actor: scene.reviewer, caseId, now }))).toBe("notYourRole");
  });
});

describe("saving a section", () => {
  const intake = (text: string) => ({ standing: "", intake: text, improving: "" });
  const save = (planId: string, text: string, version: number, actor = scene.officer) =>
    saveSection({ actor, planId, section: "position", version, content: intake(text), complete: false, now });

  test("a draft is kept as it is, in progress, and who wrote it is a contributor", async () => {
    const planId = await started();
    expect(await save(planId, "Half", 1, scene.lead)).toEqual({ saved: true, version: 2 });
    const position = (await look(planId)).sections[0];
    expect(position).toMatchObject({ status: { text: "In progress" }, version: 2, complete: false });
    const wrote = await asService((tx) => tx.planContributor.findMany({ where: { planId } }));
    expect(wrote.map(({ personId }) => personId).sort()).toEqual([scene.officer.personId, scene.lead.personId].sort());
  });

  test("an older text overwrites nothing; the answer holds the stored one and whose it is", async () => {
    const planId = await started();
    await save(planId, "First", 1, scene.lead);
    expect(await save(planId, "Second", 1)).toMatchObject({
      saved: false,
      stored: { content: intake("First"), version: 2, byName: "Lena Firth" },
    });
    expect((await look(planId)).content.sections.position.intake).toBe("First");
    expect(await save(planId, "Second", 2)).toEqual({ saved: true, version: 3 });
  });

  test("the same form posted twenty times is stored once and answered alike", async () => {
    const planId = await started();
    const answers = await Promise.all(Array.from({ length: 20 }, () => save(planId, "Same", 1)));
    expect(answers).toEqual(Array(20).fill({ saved: true, version: 2 }));
    expect((await look(planId)).sections[0]?.version).toBe(2);
  });

  test("of two who save other texts at the same moment one is told of the other's", async () => {
    const planId = await started();
    const answers = await Promise.all([save(planId, "Mine", 1), save(planId, "Yours", 1, scene.lead)]);
    expect(answers.filter(({ saved }) => saved)).toHaveLength(1);
  });

  test("not by another council, the Department, or once submitted", async () => {
    const planId = await scenes.drafted(scene, await scenes.identified(scene));
    expect(await outcomeOf(save(planId, "x", 1, scene.otherLead))).toBe(404);
    expect(await outcomeOf(save(planId, "x", 1, scene.admin))).toBe(404);
    expect(await outcomeOf(look(planId, scene.otherLead))).toBe(404);
    expect(await outcomeOf(look(planId, scene.reviewer))).toBe(404);
    await scenes.submitted(scene, planId);
    expect(await outcomeOf(save(planId, "x", 2))).toBe("wrongState");
  });
});

test("after a return each comment stands beside its section until it is answered; a change takes an acceptance away", async () => {
  const { planId } = await scenes.inReview(scene);
  await scenes.decided(scene, planId, { causes: "Name the source" });
  await returnPlan({ actor: scene.reviewer, planId, dueOn: "2027-04-09", commandId: randomUUID(), now });
  const textOf = async (key: string) => (await look(planId)).sections.find((section) => section.key === key);
  expect(await textOf("causes")).toMatchObject({
    comment: { comment: "Name the source" },
    status: { text: "Comment to answer" },
  });
  expect(await textOf("risks")).toMatchObject({ accepted: true, status: { text: "Accepted" } });
  await scenes.write(scene, planId, "causes", scenes.completeSections.causes, "From the autumn review");
  expect(await textOf("causes")).toMatchObject({
    comment: { reply: "From the autumn review" },
    status: { text: "Completed" },
  });
  await scenes.write(scene, planId, "risks", { "risk-1": "Other", "mitigation-1": "Done" });
  expect(await textOf("risks")).toMatchObject({ accepted: false, status: { text: "Completed" } });
});

describe("actions", () => {
  const action = (what: string) => ({
    kind: "maths" as const,
    what,
    who: "Deputy head",
    startsOn: "2027-01-11",
    endsOn: "2027-07-16",
    costPence: 29,
    funding: "Council",
    milestone: "Easter",
    measureOfSuccess: "Check",
  });
  const add = (planId: string, what: string, commandId = randomUUID()) =>
    addAction({ actor: scene.officer, planId, action: action(what), commandId, now });
  const listed = async (planId: string) => (await look(planId)).content.actions;

  test("are added once for each form, changed, moved to a place and removed", async () => {
    const planId = await started();
    const key = randomUUID();
    await Promise.all([add(planId, "One", key), add(planId, "One", key)]);
    await add(planId, "Two");
    await add(planId, "Three");
    const [one, two, three] = await listed(planId);
    expect([one, two, three].map((held) => held?.what)).toEqual(["One", "Two", "Three"]);
    expect(one?.costPence).toBe(29);

    const move = { actor: scene.officer, planId, actionId: three!.id, to: 1, now };
    await moveAction(move);
    await moveAction(move);
    expect((await listed(planId)).map(({ what }) => what)).toEqual(["Three", "One", "Two"]);

    await removeAction({ actor: scene.officer, planId, actionId: one!.id, now });
    await removeAction({ actor: scene.officer, planId, actionId: one!.id, now });
    expect((await listed(planId)).map(({ what }) => what)).toEqual(["Three", "Two"]);

    const change = { actor: scene.officer, planId, actionId: two!.id, version: 1, now };
    expect(await changeAction({ ...change, action: action("Two, better") })).toEqual({ saved: true });
    expect(await changeAction({ ...change, action: action("Two, older") })).toMatchObject({
      saved: false,
      stored: { typed: { what: "Two, better" }, version: 2 },
    });

    // Whoever had the removed action open is told so, rather than that there is no such page.
    const removed = { ...change, actionId: one!.id };
    await expect(changeAction({ ...removed, action: action("x") })).rejects.toThrow(/somebody removed this action/);
    await expect(moveAction({ ...removed, to: 1 })).rejects.toThrow(/somebody has removed it/);
    expect(await outcomeOf(changeAction({ ...removed, actionId: randomUUID(), action: action("x") }))).toBe(404);
  });

  test("not those of another council", async () => {
    const planId = await started();
    await add(planId, "One");
    const [one] = await listed(planId);
    const asked = { actor: scene.otherLead, planId, actionId: one!.id, now };
    expect(await outcomeOf(removeAction(asked))).toBe(404);
    expect(await outcomeOf(moveAction({ ...asked, to: 1 }))).toBe(404);
    expect(await outcomeOf(addAction({ ...asked, action: action("x"), commandId: randomUUID() }))).toBe(404);
  });
});

test("the reply date is the council's to set, while it is a draft", async () => {
  const planId = await started();
  await setReplyDate({ actor: scene.officer, planId, replyByOn: "2027-01-29" });
  expect((await look(planId)).replyByOn).toBe("2027-01-29");
  expect(await outcomeOf(setReplyDate({ actor: scene.otherLead, planId, replyByOn: "2027-01-29" }))).toBe(404);
});
