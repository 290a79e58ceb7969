import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import * as scenes from "~/reviews/review-scene.fixture";
import { closeNote } from "./close-note.server";
import { copyAction } from "./copy-action.server";
import { copySection } from "./copy-section.server";
import { getPlan } from "./get-plan.server";
import { listCopyTargets } from "./list-copy-targets.server";
import { listDraftProgress } from "./list-draft-progress.server";
import { listNotes } from "./list-notes.server";
import { saveSection } from "./save-section.server";
import { startPlan } from "./start-plan.server";
import { writeNote } from "./write-note.server";

let scene: scenes.Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
});
afterAll(closePeopleDatabase);

const { outcomeOf, asService } = scenes;
const now = scenes.TODAY;
const begin = async () =>
  startPlan({ actor: scene.officer, caseId: await scenes.identified(scene), now, commandId: randomUUID() });
const look = (planId: string) => getPlan({ actor: scene.officer, planId, now });

describe("notes between colleagues", () => {
  test("are read by the council's officers alone, counted until dealt with, and no part of the plan", async () => {
    const planId = await begin();
    const commandId = randomUUID();
    const note = {
      actor: scene.officer,
      planId,
      section: "causes",
      words: "Ask for the October figures",
      commandId,
      now,
    } as const;
    await Promise.all([writeNote(note), writeNote(note)]);
    const { notes } = await listNotes({ actor: scene.lead, planId });
    expect(notes).toMatchObject([{ id: commandId, section: "causes", by: scene.officer.name, closed: null }]);
    const countOf = async () => (await look(planId)).sections.find(({ key }) => key === "causes")?.openNotes;
    expect(await countOf()).toBe(1);
    expect(JSON.stringify((await look(planId)).content)).not.toContain("October figures");
    await closeNote({ actor: scene.lead, planId, noteId: commandId, now });
    await closeNote({ actor: scene.officer, planId, noteId: commandId, now });
    expect((await listNotes({ actor: scene.officer, planId })).notes[0]?.closed?.by).toBe(scene.lead.name);
    expect(await countOf()).toBe(0);
    expect((await asService((tx) => tx.planContributor.findMany({ where: { planId } }))).length).toBe(1);
  });

  test("are not there for another council or the Department, to read, write or close", async () => {
    const planId = await begin();
    const commandId = randomUUID();
    await writeNote({ actor: scene.officer, planId, section: "causes", words: "Ours", commandId, now });
    for (const actor of [scene.otherLead, scene.reviewer, scene.admin]) {
      expect(await outcomeOf(listNotes({ actor, planId }))).toBe(404);
      const note = { actor, planId, section: "causes", words: "Theirs", commandId: randomUUID(), now } as const;
      expect(await outcomeOf(writeNote(note))).toBe(404);
      expect(await outcomeOf(closeNote({ actor, planId, noteId: commandId, now }))).toBe(404);
    }
    const other = await begin();
    expect(await outcomeOf(closeNote({ actor: scene.officer, planId: other, noteId: commandId, now }))).toBe(404);
  });
});

describe("copying to other schools", () => {
  const causes = { causes: ["maths"], "evidence-maths": "Books of 30 pupils" };
  const write = (planId: string) =>
    saveSection({ actor: scene.officer, planId, section: "causes", version: 1, content: causes, complete: true, now });
  const copy = (planId: string, toPlanIds: string[], actor = scene.officer) =>
    copySection({ actor, planId, section: "causes", toPlanIds, now });

  test("a section goes where nothing is written yet, in progress until somebody completes it", async () => {
    const [from, empty, written] = [await begin(), await begin(), await begin()];
    await write(from);
    const own = { causes: ["english"], "evidence-english": "Another finding" };
    await saveSection({
      ...{ actor: scene.lead, planId: written, section: "causes", version: 1, content: own, complete: true, now },
    });
    const targets = await listCopyTargets({ actor: scene.officer, planId: from });
    const isOpen = (planId: string) =>
      targets.find((target) => target.planId === planId)?.emptySections.includes("causes");
    expect([isOpen(empty), isOpen(written), isOpen(from)]).toEqual([true, false, undefined]);
    expect(await copy(from, [empty, written, from])).toBe(1);
    const taken = await look(empty);
    expect(taken.content.sections.causes).toEqual(causes);
    expect(taken.sections[1]).toMatchObject({ complete: false, status: { text: "In progress" }, version: 2 });
    expect((await look(written)).content.sections.causes).toEqual(own);
    // Sent again it finds its own copy there.
    expect(await copy(from, [empty])).toBe(0);
  });

  test("a form that saved an empty text before does not write over the copy unseen", async () => {
    const [from, to] = [await begin(), await begin()];
    await write(from);
    const form = { key: randomUUID(), nth: 2 };
    const asked = { actor: scene.lead, planId: to, section: "causes", complete: false, now } as const;
    await saveSection({ ...asked, version: 1, content: { causes: ["maths"] }, form });
    await saveSection({ ...asked, version: 2, content: { causes: [] }, form: { ...form, nth: 3 } });
    expect(await copy(from, [to])).toBe(1);
    const next = { ...asked, version: 3, content: { causes: ["english"] }, form: { ...form, nth: 4 } };
    expect(await saveSection(next)).toMatchObject({ saved: false });
    expect((await look(to)).content.sections.causes).toEqual(causes);
  });

  test("figures, dates and what a head did stay where they are", async () => {
    const planId = await scenes.drafted(scene, await scenes.identified(scene));
    const to = await begin();
    for (const section of ["targets", "governance", "cost"] as const)
      await copySection({ actor: scene.officer, planId, section, toPlanIds: [to], now });
    const { sections } = (await look(to)).content;
    const fields = [sections.targets, sections.governance, sections.cost].flatMap((content) => Object.keys(content));
    expect(fields.filter((field) => /^(target-|governors-|headAbsent|otherCosts$|savings$)/.test(field))).toEqual([]);
    expect(fields).toEqual(expect.arrayContaining(["basis", "governorsSaid", "parents", "funding"]));
  });

  test("an action is added once, at the end, however often its form is sent", async () => {
    const planId = await scenes.drafted(scene, await scenes.identified(scene));
    const to = await begin();
    const [action] = (await look(planId)).content.actions;
    const commandId = randomUUID();
    const asked = { actor: scene.officer, planId, actionId: action!.id, toPlanIds: [to], commandId, now };
    await Promise.all([copyAction(asked), copyAction(asked)]);
    const copies = (await look(to)).content.actions;
    expect(copies).toHaveLength(1);
    expect({ ...copies[0], id: "" }).toEqual({ ...action, id: "" });
    expect(copies[0]?.id).not.toBe(action?.id);
  });

  test("never to or from another council, nor into a plan that was submitted", async () => {
    const from = await begin();
    await write(from);
    const submitted = await scenes.drafted(scene, await scenes.identified(scene));
    await scenes.submitted(scene, submitted);
    expect(await outcomeOf(copy(from, [submitted]))).toBe("wrongState");
    expect(await outcomeOf(copy(from, [randomUUID()]))).toBe(404);
    expect(await outcomeOf(copy(from, [await begin()], scene.otherLead))).toBe(404);
    expect(await outcomeOf(listCopyTargets({ actor: scene.otherLead, planId: from }))).toBe(404);
  });
});

test("progress at a glance has each draft of the council, section by section, and nobody else's", async () => {
  const planId = await begin();
  await saveSection({
    ...{ actor: scene.officer, planId, section: "risks", version: 1, complete: true, now },
    content: scenes.completeSections.risks,
  });
  const row = (await listDraftProgress({ actor: scene.officer })).find((draft) => draft.planId === planId);
  expect(row).toMatchObject({ completed: 1, headReplied: false, updatedAt: now.toISOString() });
  expect(row?.sections.map(({ status }) => status.text)).toEqual([
    ...Array<string>(6).fill("Not started"),
    "Completed",
  ]);
  expect(await listDraftProgress({ actor: scene.otherLead })).toEqual([]);
});
