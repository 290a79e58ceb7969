import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "~/audit/verify-log.server";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import {
  caseRow,
  drafted,
  eventsOf,
  identified,
  openScene,
  type Scene,
  submitted,
} from "~/reviews/review-scene.fixture";
import { beginDay } from "./begin-day.server";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

const at = (instant: string) => beginDay({ now: new Date(instant) });
const stateOf = async (caseId: string) => (await caseRow(caseId)).deadlineState;
const daysLogged = async (caseId: string) => (await eventsOf(caseId)).filter(({ type }) => type === "DAY_BEGAN").length;

describe("the day's job", () => {
  it("moves a case at midnight in London, once, however often it runs", async () => {
    const caseId = await identified(scene, "Friday Primary School", "2027-02-26");
    await at("2027-02-11T23:59:59Z");
    expect(await stateOf(caseId)).toBe("notDue");
    await at("2027-02-12T00:00:00Z");
    expect(await stateOf(caseId)).toBe("dueSoon");
    await at("2027-02-26T23:59:59Z");
    expect(await stateOf(caseId)).toBe("dueSoon");
    expect(await at("2027-02-27T00:00:00Z")).toEqual({ moved: 1 });
    expect(await stateOf(caseId)).toBe("overdue");
    expect(await at("2027-02-27T01:01:00Z")).toEqual({ moved: 0 });
    expect(await daysLogged(caseId)).toBe(2);
  });

  it("counts the summer's day from eleven at night in UTC", async () => {
    const caseId = await identified(scene, "Summer Primary School", "2027-07-16");
    await at("2027-07-16T22:59:59Z");
    expect(await stateOf(caseId)).toBe("dueSoon");
    await at("2027-07-16T23:00:00Z");
    expect(await stateOf(caseId)).toBe("overdue");
  });

  it("makes up for missed days in one event, and a late run for an earlier day moves nothing back", async () => {
    const caseId = await identified(scene, "Missed Primary School", "2028-02-29");
    await at("2028-03-20T09:00:00Z");
    expect(await stateOf(caseId)).toBe("overdue");
    expect(await daysLogged(caseId)).toBe(1);
    expect(await at("2028-02-20T09:00:00Z")).toEqual({ moved: 0 });
    expect(await stateOf(caseId)).toBe("overdue");
  });

  it("leaves alone what is submitted or has ended, and two runs at once agree", async () => {
    const received = await identified(scene, "Received Primary School", "2028-06-30");
    await submitted(scene, await drafted(scene, received), new Date("2028-06-01T10:00:00Z"));
    const many: string[] = [];
    for (let n = 0; n < 30; n += 1) many.push(await identified(scene, `Many ${n} Primary School`, "2028-06-30"));
    const runs = await Promise.all([at("2028-07-05T09:00:00Z"), at("2028-07-05T09:00:00Z")]);
    expect(runs.reduce((sum, { moved }) => sum + moved, 0)).toBe(many.length);
    expect(await stateOf(received)).toBe("met");
    for (const caseId of many) expect(await daysLogged(caseId)).toBe(1);
  });

  it("writes what replays to the same state", async () => {
    expect((await verifyLog()).difference).toBeNull();
  });
});
