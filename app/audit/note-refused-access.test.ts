import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { asService, openScene, type Scene } from "~/reviews/review-scene.fixture";
import { listAccessEvents } from "./list-access-events.server";
import { noteRefusedAccess } from "./note-refused-access.server";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

const note = (path: string, status = 404, minute = 0, actor = scene.officer) =>
  noteRefusedAccess({ actor, status, path, now: new Date(Date.UTC(2026, 10, 24, 10, minute)) });
const kept = async () => (await listAccessEvents({ actor: scene.admin, page: 1 })).attempts;

describe("the access log", () => {
  it("keeps who asked for what was refused or not there, without the query, and what may be a secret", async () => {
    await note("/plans/5d0c1f5e-9a37-4b59-8a6b-5b1e4f1d2c3a?x=1");
    await note("/people.data", 403);
    await note(`/set-password/${"aB3_".repeat(11)}`);
    for (const status of [200, 302, 409, 500]) await note("/fine", status);
    await note("/assets/gone.js");
    expect((await kept()).map(({ name, kind, path }) => [name, kind, path])).toEqual([
      ["Olive Marsh", "notFound", "/set-password/…"],
      ["Olive Marsh", "forbidden", "/people"],
      ["Olive Marsh", "notFound", "/plans/5d0c1f5e-9a37-4b59-8a6b-5b1e4f1d2c3a"],
    ]);
  });

  it("keeps at most 30 a minute of one person, and others are kept still", async () => {
    for (let n = 0; n < 50; n += 1) await note(`/guess/${n}`, 404, 5, scene.lead);
    await note("/other", 404, 5, scene.otherLead);
    await note("/later", 404, 7, scene.lead);
    const count = (personId: string) => asService((tx) => tx.accessEvent.count({ where: { personId } }));
    expect(await count(scene.lead.personId)).toBe(31);
    expect(await count(scene.otherLead.personId)).toBe(1);
  });

  it("is an admin's to read, and never stands in the way of an answer", async () => {
    expect((await listAccessEvents({ actor: scene.reviewer, page: 1 })).attempts).toEqual([]);
    expect((await listAccessEvents({ actor: scene.lead, page: 1 })).total).toBe(0);
    const stranger = { ...scene.officer, personId: "not an id" };
    await expect(note("/x", 404, 9, stranger)).resolves.toBeUndefined();
  });
});
