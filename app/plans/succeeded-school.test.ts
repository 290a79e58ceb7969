import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { decideWaitingHistory } from "~/identification/decide-waiting-history.server";
import { listWaitingHistories } from "~/identification/list-waiting-histories.server";
import { asActor } from "~/platform/db.server";
import * as scenes from "~/reviews/review-scene.fixture";
import { getOwnSchool } from "~/schools/get-own-school.server";
import { getCase } from "./get-case.server";
import { getPlan } from "./get-plan.server";
import { giveReply } from "./give-reply.server";
import { succeedSchool } from "./succeed-school.server";

let scene: scenes.Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
});
afterAll(closePeopleDatabase);

const now = scenes.TODAY;
const { asService } = scenes;

const sentence = "Below 55 % in 2026: 47";
const flagged = (schoolId: string) =>
  asService((tx) =>
    tx.runSchool.create({
      data: {
        runId: scene.runId,
        schoolId,
        councilCode: "001",
        eligible: true,
        flagged: true,
        firstConcern: false,
        boundary: false,
        values: { 2026: 47 },
        sentence,
      },
    }),
  );
const headOf = (schoolId: string, name = "Hazel Orme") =>
  scenes.person(name, { role: "headteacher", councilCode: "001", schoolId });
const schoolOf = async (caseId: string) => (await scenes.caseRow(caseId)).schoolId;

async function succeeded(caseId: string, ...names: string[]) {
  for (const name of names) {
    const { urn } = await scenes.makeSchool(name);
    const outcome = await succeedSchool({ actor: scene.admin, caseId, urn: urn ?? "", now });
    expect(outcome).toMatchObject({ ok: true });
  }
}

describe("why a plan is needed", () => {
  it("is still told after two conversions, to the council and the new head", async () => {
    const caseId = await scenes.identified(scene);
    await flagged(await schoolOf(caseId));
    await scenes.headTold(scene, caseId);
    await succeeded(caseId, "Heron Lane Academy", "Heron Lane Trust School");
    expect((await getCase({ actor: scene.officer, caseId, now })).flag).toMatchObject({ sentence });
    const own = await getOwnSchool({ actor: await headOf(await schoolOf(caseId)), now });
    expect(own.cases[0]?.flag).toMatchObject({ sentence });
  });

  it("is found under the school that continues the case's own", async () => {
    const caseId = await scenes.identified(scene, "Plover Road School");
    const predecessorId = await schoolOf(caseId);
    const successor = await scenes.makeSchool("Plover Road Academy");
    await asService((tx) => tx.school.update({ where: { id: successor.id }, data: { predecessorId } }));
    await flagged(successor.id);
    await scenes.headTold(scene, caseId);
    expect((await getCase({ actor: scene.officer, caseId, now })).flag).toMatchObject({ sentence });
    const own = await getOwnSchool({ actor: await headOf(predecessorId), now });
    expect(own.cases[0]?.flag).toMatchObject({ sentence });
  });

  it("is told to no head of a school outside the line", async () => {
    const caseId = await scenes.identified(scene, "Dunnock School");
    await flagged(await schoolOf(caseId));
    const stranger = await headOf(await schoolOf(await scenes.identified(scene, "Wren School")), "Tom Reed");
    const where = { schoolId: await schoolOf(caseId) };
    expect(await asActor(stranger, (tx) => tx.runSchool.findMany({ where }))).toEqual([]);
  });
});

describe("a successor that continues another school already", () => {
  it("keeps that history, and waits among the histories for an admin to decide", async () => {
    const caseId = await scenes.identified(scene, "Siskin School");
    const from = await schoolOf(caseId);
    const other = await scenes.makeSchool("Redpoll School");
    const successor = await scenes.makeSchool("Siskin and Redpoll Academy");
    await asService((tx) => tx.school.update({ where: { id: successor.id }, data: { predecessorId: other.id } }));
    const moved = { actor: scene.admin, caseId, urn: successor.urn ?? "", now };
    expect(await succeedSchool(moved)).toEqual({ ok: true, name: "Siskin and Redpoll Academy", waits: true });
    expect(await asService((tx) => tx.school.findUnique({ where: { id: successor.id } }))).toMatchObject({
      predecessorId: other.id,
    });
    const { histories } = await listWaitingHistories({ actor: scene.admin, page: 1 });
    const question = histories.find(({ schoolId }) => schoolId === successor.id);
    expect(question?.schools.map(({ id }) => id).sort()).toEqual([successor.id, other.id, from].sort());
    const { key = "", version = "" } = question ?? {};
    const answered = { actor: scene.admin, key, version, answer: from, reason: "It took in its pupils", now };
    expect(await decideWaitingHistory(answered)).toBeNull();
    expect(await asService((tx) => tx.school.findUnique({ where: { id: successor.id } }))).toMatchObject({
      predecessorId: from,
    });
  });
});

describe("a headteacher's reply", () => {
  it("counts on after a conversion, under the name of the school whose head gave it", async () => {
    const caseId = await scenes.identified(scene, "Linnet School");
    const planId = await scenes.drafted(scene, caseId);
    const { headAbsent: _, ...governance } = scenes.completeSections.governance;
    const head = await headOf(await schoolOf(caseId));
    await scenes.headTold(scene, caseId);
    await giveReply({ actor: head, planId, stance: "acknowledged", comment: "We agree", now });
    await scenes.write(scene, planId, "governance", governance);
    await succeeded(caseId, "Linnet Academy");
    const plan = await getPlan({ actor: scene.officer, planId, now });
    expect(plan.setting.headReplied).toBe(true);
    expect(plan.content.headReplies).toMatchObject([{ schoolName: "Linnet School", comment: "We agree" }]);
    expect(await scenes.submitted(scene, planId)).toMatch(/^AP-/);
  });
});
