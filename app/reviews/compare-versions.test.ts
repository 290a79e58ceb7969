import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import type { PersonActor } from "~/platform/actor";
import { compareVersions } from "~/plans/compare-versions.server";
import { getAnswers } from "~/plans/get-answers.server";
import { withdrawSubmission } from "~/plans/withdraw-submission.server";
import { returnPlan } from "./return-plan.server";
import {
  asService,
  completeSections,
  day,
  decided,
  inCouncil,
  inReview,
  openScene,
  outcomeOf,
  person,
  type Scene,
  submitted,
  TODAY,
  write,
} from "./review-scene.fixture";

let scene: Scene;
let adviser: PersonActor;
let stranger: PersonActor;
let planId: string;

const compare = (actor: PersonActor, from: string | null = null, to: string | null = null) =>
  compareVersions({ actor, planId, from, to });
const answers = (actor: PersonActor) => getAnswers({ actor, planId, revision: null });
const namesFor = async (actor: PersonActor) => (await compare(actor)).versions.map(({ name }) => name);

beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  adviser = await person("Adela Quill", inCouncil("adviser", "001"));
  stranger = await person("Stella Wick", inCouncil("adviser", "002"));
  ({ planId } = await inReview(scene));
  await decided(scene, planId, { risks: "Say what happens at Easter." });
  await returnPlan({ actor: scene.reviewer, planId, dueOn: "2027-01-29", commandId: randomUUID(), now: TODAY });
  const risks = { ...completeSections.risks, "risk-1": "The maths lead leaves at Easter." };
  await write(scene, planId, "risks", risks, "Easter is named.");
});
afterAll(closePeopleDatabase);

describe("a plan that was returned and is being changed", () => {
  it("is compared with its draft by the council, and by nobody else", async () => {
    const { compared } = await compare(scene.officer);
    expect(compared).toMatchObject({ to: { id: "draft" }, sections: [{ key: "risks" }] });
    expect(compared?.unchanged).toHaveLength(6);
    for (const actor of [scene.reviewer, adviser]) {
      expect((await compare(actor)).compared).toBeNull();
      expect(await outcomeOf(compare(actor, null, "draft"))).toBe(404);
    }
  });

  it("shows the council its reply and the change, the Department the comment alone", async () => {
    expect((await answers(scene.officer)).round?.sections).toMatchObject([
      { key: "risks", comment: "Say what happens at Easter.", reply: "Easter is named.", difference: { key: "risks" } },
    ]);
    expect((await answers(scene.reviewer)).round?.sections).toMatchObject([
      { comment: "Say what happens at Easter.", reply: null, difference: null },
    ]);
  });

  it("is there for nobody else", async () => {
    for (const actor of [scene.otherLead, stranger]) expect(await outcomeOf(compare(actor))).toBe(404);
    expect(await outcomeOf(answers(scene.otherLead))).toBe(404);
  });
});

describe("a plan that was submitted again, withdrawn and submitted once more", () => {
  it("keeps the withdrawn text for the council alone, and counts the others alike for all", async () => {
    await submitted(scene, planId, day("2026-11-25"));
    expect((await answers(scene.reviewer)).round?.sections).toMatchObject([{ reply: "Easter is named." }]);
    await withdrawSubmission({ actor: scene.lead, planId, commandId: randomUUID(), now: day("2026-11-26") });
    expect((await answers(scene.reviewer)).round?.sections).toMatchObject([{ reply: null, difference: null }]);
    await submitted(scene, planId, day("2026-11-27"));

    const standing = ["Revision 1, 24 November 2026", "Revision 2, 27 November 2026"];
    const all = [standing[0], "Withdrawn submission, 25 November 2026", standing[1]];
    expect(await namesFor(scene.officer)).toEqual(all);
    for (const actor of [scene.reviewer, scene.admin, adviser]) expect(await namesFor(actor)).toEqual(standing);

    const withdrawn = await asService((tx) =>
      tx.revision.findFirstOrThrow({ where: { planId, withdrawnAt: { not: null } } }),
    );
    expect((await compare(scene.lead, withdrawn.id)).compared?.sections).toEqual([]);
    expect(await outcomeOf(compare(scene.reviewer, withdrawn.id))).toBe(404);
    expect((await compare(adviser)).compared?.sections).toMatchObject([{ key: "risks" }]);
  });
});
