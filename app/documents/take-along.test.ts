import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { withdrawSubmission } from "~/plans/withdraw-submission.server";
import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import * as scenes from "~/reviews/review-scene.fixture";
import { getBundle } from "./get-bundle.server";
import { getOwnSchoolDocument } from "./get-own-school-document.server";
import { getPlanDocument } from "./get-plan-document.server";
import { getRevisionDocument } from "./get-revision-document.server";

const now = scenes.TODAY;
const notFound = { status: 404 };
let scene: scenes.Scene;
let sent: { caseId: string; planId: string; revisionId: string };
let draft: { caseId: string; planId: string };

const latestRevision = (planId: string) =>
  asActor(system("test"), (tx) => tx.revision.findFirstOrThrow({ where: { planId }, orderBy: { number: "desc" } }));
const schoolOf = async (caseId: string) => (await scenes.caseRow(caseId)).schoolId;

afterAll(closePeopleDatabase);
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
  const [first, second] = [
    await scenes.identified(scene, "Birch School"),
    await scenes.identified(scene, "Alder School"),
  ];
  const planId = await scenes.drafted(scene, first);
  await scenes.submitted(scene, planId);
  sent = { caseId: first, planId, revisionId: (await latestRevision(planId)).id };
  draft = { caseId: second, planId: await scenes.drafted(scene, second) };
});

describe("a submission to take along", () => {
  test("is there, in both versions, for the council, the Department and the council's adviser", async () => {
    const adviser = await scenes.person("Ada Brook", scenes.inCouncil("adviser", "001"));
    for (const actor of [scene.officer, scene.lead, scene.reviewer, scene.admin, adviser])
      for (const version of ["whole", "shareable"] as const) {
        const found = await getRevisionDocument({ actor, revisionId: sent.revisionId, version });
        expect(found).toMatchObject({ version, council: "Ashmere", submission: { withdrawnAt: null } });
      }
  });

  test("is not there for another council and its adviser", async () => {
    const adviser = await scenes.person("Abel Rill", scenes.inCouncil("adviser", "002"));
    for (const actor of [scene.otherLead, adviser])
      for (const version of ["whole", "shareable"] as const)
        await expect(getRevisionDocument({ actor, revisionId: sent.revisionId, version })).rejects.toMatchObject(
          notFound,
        );
  });

  test("that was withdrawn is the council's alone, and never shared", async () => {
    const caseId = await scenes.identified(scene, "Cedar School");
    const planId = await scenes.drafted(scene, caseId);
    await scenes.submitted(scene, planId);
    const { id: revisionId } = await latestRevision(planId);
    await withdrawSubmission({ actor: scene.lead, planId, commandId: randomUUID(), now });
    const whole = { revisionId, version: "whole" } as const;
    await expect(getRevisionDocument({ ...whole, actor: scene.reviewer })).rejects.toMatchObject(notFound);
    expect((await getRevisionDocument({ ...whole, actor: scene.officer })).submission?.withdrawnAt).not.toBeNull();
    await expect(getRevisionDocument({ actor: scene.officer, revisionId, version: "shareable" })).rejects.toMatchObject(
      notFound,
    );
  });
});

test("a draft is its council's; nobody else finds it", async () => {
  const found = await getPlanDocument({ actor: scene.officer, planId: draft.planId, now });
  expect(found).toMatchObject({ submission: null, asOf: now });
  for (const actor of [scene.otherLead, scene.reviewer, scene.admin])
    await expect(getPlanDocument({ actor, planId: draft.planId, now })).rejects.toMatchObject(notFound);
});

test("a head takes the own school's plan along once told, and no other", async () => {
  const schoolId = await schoolOf(sent.caseId);
  const head = await scenes.person("Hana Reed", { role: "headteacher", councilCode: "001", schoolId });
  await expect(getOwnSchoolDocument({ actor: head, planId: sent.planId, now })).rejects.toMatchObject(notFound);
  await scenes.headTold(scene, sent.caseId);
  const found = await getOwnSchoolDocument({ actor: head, planId: sent.planId, now });
  expect(found.submission?.reference).toMatch(/^AP-/);
  await expect(getOwnSchoolDocument({ actor: head, planId: draft.planId, now })).rejects.toMatchObject(notFound);
});

describe("a council's plans in one file", () => {
  const bundle = (actor: Parameters<typeof getBundle>[0]["actor"], programmeId = scene.programmeId) =>
    getBundle({ actor, councilCode: "001", programmeId, now });
  const listed = async (actor: typeof scene.lead) =>
    (await bundle(actor)).plans.map(({ content, submission }) => [
      content.setting.schools[0]?.name,
      submission ? "submitted" : "draft",
    ]);

  test("has its drafts for the council, by school, and submissions alone for the Department", async () => {
    expect((await listed(scene.lead)).slice(0, 2)).toEqual([
      ["Alder School", "draft"],
      ["Birch School", "submitted"],
    ]);
    for (const actor of [scene.reviewer, scene.admin])
      expect(await listed(actor)).toEqual([["Birch School", "submitted"]]);
  });

  test("is not there for another council, nor where there is nothing", async () => {
    await expect(bundle(scene.otherLead)).rejects.toMatchObject(notFound);
    await expect(bundle(scene.lead, sent.planId)).rejects.toMatchObject(notFound);
    await expect(bundle(scene.lead, "no id")).rejects.toMatchObject(notFound);
  });
});
