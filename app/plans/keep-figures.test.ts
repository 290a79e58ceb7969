import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import * as scenes from "~/reviews/review-scene.fixture";
import { addAction } from "./add-action.server";
import { changeAction } from "./change-action.server";
import { getPlan } from "./get-plan.server";
import { getRevision } from "./get-revision.server";
import { action } from "./plan-findings.fixture";
import { causeKeys } from "./section-schemas";

let scene: scenes.Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
});
afterAll(closePeopleDatabase);

const { asService, TODAY: now } = scenes;
const revisionOf = (planId: string) => asService((tx) => tx.revision.findFirstOrThrow({ where: { planId } }));

test("an action is stored with every cause and the target that it is for; one that says neither reads as before", async () => {
  const planId = await scenes.drafted(scene, await scenes.identified(scene));
  const [commandId, asked] = [randomUUID(), { actor: scene.officer, planId, now }];
  const { id: _, ...answers } = action;
  await addAction({ ...asked, action: { ...answers, causes: causeKeys }, commandId });
  const read = async () => (await getPlan({ actor: scene.officer, planId, now })).content.actions;
  expect((await read())[1]).toMatchObject({ causes: causeKeys, targetYear: 2027 });
  expect((await read())[0]).not.toHaveProperty("causes");
  expect((await read())[0]).not.toHaveProperty("targetYear");
  const { causes: _causes, targetYear: _year, ...neither } = answers;
  await changeAction({ ...asked, actionId: commandId, version: 1, action: neither });
  expect((await read())[1]).not.toHaveProperty("causes");
  const madeUp = addAction({ ...asked, action: { ...answers, causes: ["weather"] }, commandId: randomUUID() });
  await expect(madeUp).rejects.toThrow();
});

test("a revision keeps the pupils and the comparable schools that it was submitted with", async () => {
  const caseId = await scenes.identified(scene);
  const { schoolId } = await scenes.caseRow(caseId);
  const planId = await scenes.drafted(scene, caseId);
  const row = { measure: "ks2-l4-em", phase: "primary", start: 48, firstYear: 2017, lastYear: 2026, storedVersion: 1n };
  await asService(async (tx) => {
    const file = { filename: "f", checksum: "0".repeat(64), size: 1, state: "takenOver", years: [], measures: [] };
    const { id: fileId } = await tx.resultsFile.create({ data: { ...file, uploadedAt: now }, select: { id: true } });
    await tx.result.create({
      data: { schoolId, measure: row.measure, year: 2026, value: "48.4", pupils: 30, fileId },
      select: { year: true },
    });
    await tx.comparableGain.createMany({ data: [{ ...row, span: 1, schools: 412, half: 3, most: 12 }] });
  });
  await scenes.submitted(scene, planId);
  await asService((tx) => tx.comparableGain.updateMany({ data: { most: 30 } }));
  const { id: revisionId } = await revisionOf(planId);
  const kept = await getRevision({ actor: scene.reviewer, revisionId });
  expect(kept.content.setting.comparable).toEqual([
    { start: 48, span: 1, schools: 412, half: 3, most: 12, firstYear: 2017, lastYear: 2026 },
  ]);
  expect(kept.content.setting.results.school.at(-1)).toEqual({ year: 2026, value: 48.4, code: null, pupils: 30 });
  const now30 = await getPlan({ actor: scene.officer, planId, now });
  expect(now30.content.setting.comparable?.[0]?.most).toBe(30);
});

test("a revision says when the plan is due to the council and the Department, and not to the adviser", async () => {
  const { planId } = await scenes.inReview(scene);
  const { id: revisionId } = await revisionOf(planId);
  for (const actor of [scene.reviewer, scene.officer])
    expect((await getRevision({ actor, revisionId })).dueOn).toBe(scenes.DUE);
  const adviser = await scenes.person("Ada Wick", scenes.inCouncil("adviser", "001"));
  expect(JSON.stringify(await getRevision({ actor: adviser, revisionId }))).not.toContain(scenes.DUE);
});
