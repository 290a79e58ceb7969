import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "~/audit/verify-log.server";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { withClient } from "~/platform/embedded/connect";
import * as scenes from "~/reviews/review-scene.fixture";
import { applyEvents } from "./apply-events.server";

let scene: scenes.Scene;
let caseIds: string[];
let submitted: string;

beforeAll(async () => {
  await openPeopleDatabase();
  scene = await scenes.openScene();
  caseIds = [];
  for (const name of ["Avocet School", "Bittern School", "Curlew School"])
    caseIds.push(await scenes.identified(scene, name));
  submitted = await scenes.identified(scene, "Dunlin School");
  await scenes.submitted(scene, await scenes.drafted(scene, submitted));
});
afterAll(closePeopleDatabase);

const reason = "The results came out late.";
const set = (
  ids: string[],
  dueOn: string,
  { commandId, actor = scene.admin }: { commandId?: string; actor?: typeof scene.admin } = {},
) =>
  asActor(actor, (tx) =>
    applyEvents(tx, {
      actor,
      caseIds: ids,
      event: { type: "DEADLINE_SET", reasonGiven: true, dueOn },
      words: reason,
      commandId,
      now: scenes.TODAY,
    }),
  );
const dates = async () => Promise.all(caseIds.map(async (id) => isoDate((await scenes.caseRow(id)).dueOn)));

describe("one event on many cases", () => {
  it("moves each, with its row of the log, the words and the job that tells, and replays to what is stored", async () => {
    expect(await set(caseIds, "2027-03-05")).toBe(3);
    for (const caseId of caseIds) {
      const row = await scenes.caseRow(caseId);
      expect(row).toMatchObject({
        planState: "identified",
        deadlineState: "notDue",
        eventCount: 2,
        version: 2,
        endedAt: null,
      });
      expect([isoDate(row.dueOn), isoDate(row.firstDueOn)]).toEqual(["2027-03-05", "2027-03-05"]);
      const [, event] = await scenes.eventsOf(caseId);
      expect(event).toMatchObject({ type: "DEADLINE_SET", actorRole: "admin", words: { words: reason } });
    }
    expect((await verifyLog()).difference).toBeNull();
    const told = await Promise.all(caseIds.map(async (caseId) => `tell:${(await scenes.eventsOf(caseId))[1]?.id}`));
    const jobs = await withClient(process.env.DATABASE_URL ?? "", (client) =>
      client.query("SELECT 1 FROM graphile_worker.jobs WHERE key = ANY ($1)", [told]),
    );
    expect(jobs.rowCount).toBe(3);
  });

  it("does it once for one form, also where the form reaches another case the second time", async () => {
    const commandId = randomUUID();
    expect(await set(caseIds.slice(0, 2), "2027-03-08", { commandId })).toBe(2);
    expect(await set(caseIds, "2027-03-08", { commandId })).toBe(1);
    expect(await set(caseIds, "2027-03-08", { commandId })).toBe(0);
    expect(await dates()).toEqual(["2027-03-08", "2027-03-08", "2027-03-08"]);
  });

  it("is all or none: one case that refuses, or that nobody may see, leaves the others as they were", async () => {
    expect(await scenes.outcomeOf(set([...caseIds, submitted], "2027-03-12"))).toBe("wrongState");
    expect(await scenes.outcomeOf(set([...caseIds, randomUUID()], "2027-03-12"))).toBe(404);
    expect(await scenes.outcomeOf(set(caseIds, "2027-03-12", { actor: scene.otherLead }))).toBe(404);
    expect(await scenes.outcomeOf(set(caseIds, "2027-03-12", { actor: scene.lead }))).toBe("notYourRole");
    expect(await dates()).toEqual(["2027-03-08", "2027-03-08", "2027-03-08"]);
    expect((await verifyLog()).difference).toBeNull();
  });
});
