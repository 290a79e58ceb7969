import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isIndependent, isIndependentOfPlan } from "./independence.server";
import {
  asService,
  drafted,
  identified,
  inCouncil,
  inDepartment,
  makeSchool,
  openScene,
  outcomeOf,
  person,
  type Scene,
  submitted,
  TODAY,
} from "./review-scene.fixture";
import { startReview } from "./start-review.server";

let scene: Scene;
let caseId: string;
let planId: string;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  caseId = await identified(scene);
  planId = await drafted(scene, caseId);
  await submitted(scene, planId);
});
afterAll(closePeopleDatabase);

const independent = ({ personId }: PersonActor, asker = scene.second) =>
  asActor(asker, (tx) => isIndependent(tx, { personId, caseId }));

const revoke = ({ personId }: PersonActor) =>
  asService((tx) => tx.roleGrant.updateMany({ where: { personId }, data: { revokedAt: TODAY } }));

const declare = ({ personId }: PersonActor, interest: { schoolId?: string; councilCode?: string }) =>
  asService((tx) =>
    tx.declaredInterest.create({ data: { personId, nature: "Governor", declaredAt: TODAY, ...interest } }),
  );

describe("a person is independent of a plan", () => {
  it("without a council, an interest or a part in it, whoever of the Department asks", async () => {
    expect(await independent(scene.reviewer)).toBe(true);
    expect(await independent(scene.reviewer, scene.admin)).toBe(true);
  });

  it("not with a role of any council in force, nor ever after one of this council", async () => {
    const elsewhere = await person("Elder Moss", inDepartment("reviewer"), inCouncil("officer", "002"));
    const once = await person("Ivy Reed", inDepartment("reviewer"), inCouncil("lead", "001"));
    const adviser = await person("Ada Wick", inDepartment("reviewer"), inCouncil("adviser", "001"));
    expect(await independent(elsewhere)).toBe(false);
    await revoke(elsewhere);
    expect(await independent(elsewhere)).toBe(true);
    await revoke(once);
    expect(await independent(once)).toBe(false);
    expect(await independent(adviser)).toBe(false);
  });

  it("not after helping to draft it, whatever their role now", async () => {
    const helper = await person("Hazel Croft", inDepartment("reviewer"));
    await asService((tx) => tx.planContributor.create({ data: { planId, personId: helper.personId, firstAt: TODAY } }));
    expect(await independent(helper)).toBe(false);
    expect(await outcomeOf(startReview({ actor: helper, planId, now: TODAY }))).toBe("notIndependent");
  });

  it("not with an interest in the school, one it came from, or its council", async () => {
    const row = await asService((tx) => tx.schoolCase.findUniqueOrThrow({ where: { id: caseId } }));
    const before = await makeSchool("Old Heron Lane School");
    await asService((tx) => tx.school.update({ where: { id: row.schoolId }, data: { predecessorId: before.id } }));
    for (const interest of [{ schoolId: row.schoolId }, { schoolId: before.id }, { councilCode: "001" }]) {
      const reviewer = await person("Bryony Lea", inDepartment("reviewer"));
      await declare(reviewer, interest);
      expect(await independent(reviewer)).toBe(false);
      expect(await outcomeOf(startReview({ actor: reviewer, planId, now: TODAY }))).toBe("notIndependent");
    }
    const other = await person("Cliff Stone", inDepartment("reviewer"));
    await declare(other, { councilCode: "002" });
    await declare(other, { schoolId: (await makeSchool("Elsewhere School")).id });
    expect(await independent(other)).toBe(true);
  });

  it("only where that holds for every school of it", async () => {
    const second = await identified(scene, "Kestrel Hill School");
    const joined = await asService((tx) => tx.schoolCase.update({ where: { id: second }, data: { planId } }));
    const reviewer = await person("Fern Holt", inDepartment("reviewer"));
    await declare(reviewer, { schoolId: joined.schoolId });
    expect(await independent(reviewer)).toBe(true);
    const all = await asActor(reviewer, (tx) => isIndependentOfPlan(tx, { personId: reviewer.personId, planId }));
    expect(all).toBe(false);
  });
});
