import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import * as scenes from "~/reviews/review-scene.fixture";
import type { PersonActor } from "~/platform/actor";
import { autosaveSection } from "./autosave-section.server";
import { getPlan } from "./get-plan.server";
import { notePresence } from "./note-presence.server";
import { saveSection } from "./save-section.server";
import { startPlan } from "./start-plan.server";

let scene: scenes.Scene;
let planId: string;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
});
afterAll(closePeopleDatabase);

const { outcomeOf } = scenes;
const now = scenes.TODAY;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const begin = async () => {
  const caseId = await scenes.identified(scene);
  planId = await startPlan({ actor: scene.officer, caseId, now, commandId: randomUUID() });
};
const positionOf = async () => (await getPlan({ actor: scene.officer, planId, now })).sections[0];
const intakeOf = async () => (await getPlan({ actor: scene.officer, planId, now })).content.sections.position.intake;

type Typing = { version?: number; formKey?: string; nth?: number; actor?: PersonActor };
const type = (intake: string, { version = 1, formKey = "", nth = 1, actor = scene.officer }: Typing = {}) =>
  autosaveSection({
    actor,
    planId,
    section: "position",
    values: { intake, version: String(version), formKey, nth: String(nth) },
    now,
  });

describe("saving while somebody types", () => {
  test("keeps an unfinished text, and leaves a complete section complete for as long as it passes its check", async () => {
    await begin();
    expect(await type("Half a sen")).toEqual({ outcome: "saved", version: 2, at: now.toISOString() });
    expect(await positionOf()).toMatchObject({ status: { text: "In progress" }, complete: false });
    const content = scenes.completeSections.position;
    await saveSection({ actor: scene.officer, planId, section: "position", version: 2, content, complete: true, now });
    const typed = Object.fromEntries(Object.entries(content).map(([field, held]) => [field, `${String(held)} More.`]));
    const values = { ...typed, version: "3" };
    await autosaveSection({ actor: scene.officer, planId, section: "position", values, now });
    expect(await positionOf()).toMatchObject({ complete: true, version: 4 });
    await autosaveSection({
      actor: scene.officer,
      planId,
      section: "position",
      values: { ...values, intake: "", version: "4" },
      now,
    });
    expect(await positionOf()).toMatchObject({ complete: false, version: 5 });
  });

  test("goes on from a save whose answer was lost, and does not write over a colleague", async () => {
    await begin();
    const formKey = randomUUID();
    expect(await type("One", { formKey, nth: 2 })).toMatchObject({ outcome: "saved", version: 2 });
    // The form still has the version that it began with.
    expect(await type("One two", { formKey, nth: 3 })).toMatchObject({ outcome: "saved", version: 3 });
    // An older save that was slow on its way overwrites nothing.
    expect(await type("One", { formKey, nth: 2 })).toMatchObject({ outcome: "conflict" });
    expect(await intakeOf()).toBe("One two");
    expect(await type("Mine", { version: 3, formKey: randomUUID(), actor: scene.lead })).toMatchObject({
      outcome: "saved",
    });
    expect(await type("One two three", { formKey, nth: 4 })).toEqual({
      outcome: "conflict",
      byName: "Lena Firth",
      at: now.toISOString(),
    });
    expect(await intakeOf()).toBe("Mine");
  });

  test("says what cannot be saved and stores nothing: a text that is too long, a plan that was submitted", async () => {
    await begin();
    expect(await type("x".repeat(5001))).toEqual({
      outcome: "notSaved",
      reason: "Intake: The text must be 5,000 characters or fewer",
    });
    expect(await intakeOf()).toBeUndefined();
    expect(await outcomeOf(type("x", { actor: scene.otherLead }))).toBe(404);
    planId = await scenes.drafted(scene, await scenes.identified(scene));
    await scenes.submitted(scene, planId);
    expect(await type("Too late", { version: 2 })).toMatchObject({ outcome: "notSaved" });
  });
});

describe("who else is there", () => {
  const look = (actor: PersonActor, at = now, formKey?: string) =>
    notePresence({ actor, planId, section: "position", formKey, now: at });

  test("colleagues see each other for two minutes after the last sign, and one who comes back has come anew", async () => {
    await begin();
    expect((await look(scene.officer)).others).toEqual([]);
    expect((await look(scene.lead, later(1))).others).toEqual([{ name: scene.officer.name, since: now.toISOString() }]);
    expect((await look(scene.officer, later(2))).others).toEqual([
      { name: "Lena Firth", since: later(1).toISOString() },
    ]);
    expect((await look(scene.officer, later(9))).others).toEqual([]);
    expect((await look(scene.lead, later(10))).others).toEqual([
      { name: scene.officer.name, since: later(9).toISOString() },
    ]);
  });

  test("whoever saves and goes is not there any more; the answer tells whose text is newer", async () => {
    await begin();
    const formKey = randomUUID();
    await look(scene.officer);
    await look(scene.lead);
    const content = { intake: "Text" };
    const form = { key: formKey, nth: 2 };
    await saveSection({
      ...{ actor: scene.lead, planId, section: "position", version: 1, content, complete: false, form, now },
      leaving: true,
    });
    const seen = await look(scene.officer);
    expect(seen).toMatchObject({ others: [], stored: { version: 2, byName: "Lena Firth", byThisForm: false } });
    expect((await look(scene.lead, now, formKey)).stored.byThisForm).toBe(true);
  });

  test("nobody of another council, of the Department or from outside asks", async () => {
    await begin();
    for (const actor of [scene.otherLead, scene.reviewer, scene.admin])
      expect(await outcomeOf(look(actor)), actor.name).toBe(404);
    expect((await look(scene.officer)).others).toEqual([]);
  });
});
