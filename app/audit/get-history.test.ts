import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { asService, decided, inReview, openScene, outcomeOf, type Scene, TODAY } from "~/reviews/review-scene.fixture";
import { returnPlan } from "~/reviews/return-plan.server";
import { getHistory } from "./get-history.server";

let scene: Scene;
let caseId: string;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  const { planId, caseId: reviewed } = await inReview(scene, "Heron Lane Primary School");
  caseId = reviewed;
  await decided(scene, planId, { targets: "Say how the target follows from the actions." });
  await returnPlan({ actor: scene.reviewer, planId, dueOn: "2027-04-09", now: TODAY });
});
afterAll(closePeopleDatabase);

describe("the history of a case", () => {
  it("tells who did what in what role, the newest first, with the dates that moved", async () => {
    const { entries, school, council } = await getHistory({ actor: scene.admin, caseId });
    expect([school.name, council]).toEqual(["Heron Lane Primary School", "Ashmere"]);
    expect(entries[0]).toMatchObject({
      title: "Returned the plan",
      by: "Rowan Vale, Department reviewer",
      moved: { from: "2027-02-26", to: "2027-04-09" },
    });
    expect(entries.at(-1)).toMatchObject({ title: "Published the school’s flag", by: "The service" });
    expect(entries.map(({ by }) => by)).toContain("Lena Firth, Council lead");
  });

  it("leaves the Department's own working out for the council", async () => {
    const department = (await getHistory({ actor: scene.reviewer, caseId })).entries;
    const council = (await getHistory({ actor: scene.officer, caseId })).entries;
    const hidden = department.filter(({ departmentOnly }) => departmentOnly);
    expect(hidden.length).toBeGreaterThan(0);
    expect(council.map(({ id }) => id)).toEqual(
      department.filter(({ departmentOnly }) => !departmentOnly).map(({ id }) => id),
    );
    expect(council[0]).toMatchObject({ title: "Returned the plan", moved: { to: "2027-04-09" } });
  });

  it("is not there for another council, nor for what does not exist", async () => {
    expect(await outcomeOf(getHistory({ actor: scene.otherLead, caseId }))).toBe(404);
    for (const unknown of ["x", "00000000-0000-4000-8000-000000000000"])
      expect(await outcomeOf(getHistory({ actor: scene.admin, caseId: unknown }))).toBe(404);
  });

  it("keeps the names of people who have left", async () => {
    await asService(async (tx) => {
      for (const { personId } of [scene.lead, scene.reviewer]) {
        await tx.roleGrant.updateMany({ where: { personId }, data: { revokedAt: TODAY } });
        await tx.person.update({ where: { id: personId }, data: { active: false } });
      }
    });
    for (const actor of [scene.officer, scene.admin, scene.second]) {
      const by = (await getHistory({ actor, caseId })).entries.map((entry) => entry.by);
      expect(by).toEqual(expect.arrayContaining(["Lena Firth, Council lead", "Rowan Vale, Department reviewer"]));
    }
  });
});
