import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getHistory } from "~/audit/get-history.server";
import { verifyLog } from "~/audit/verify-log.server";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { isoDate } from "~/platform/dates";
import {
  asService,
  caseRow,
  decided,
  drafted,
  eventsOf,
  identified,
  inReview,
  openScene,
  outcomeOf,
  type Scene,
  submitted,
  TODAY,
} from "~/reviews/review-scene.fixture";
import { StaleForm } from "~/plans/event-refused";
import { returnPlan } from "~/reviews/return-plan.server";
import { getCohortDeadlines } from "./cohort-deadlines.server";
import { previewCohortDeadline } from "./preview-cohort-deadline";
import { setCohortDeadline } from "./set-cohort-deadline.server";

const today = "2026-11-24";
let scene: Scene;
let owed: string;
let challengedToo: string;
let received: string;
let returned: string;

beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  owed = await identified(scene, "Owed Primary School");
  challengedToo = await identified(scene, "Second Primary School");
  received = await identified(scene, "Received Primary School");
  await submitted(scene, await drafted(scene, received));
  const reviewed = await inReview(scene, "Returned Primary School");
  returned = reviewed.caseId;
  await decided(scene, reviewed.planId, { targets: "Say how the target follows from the actions." });
  await returnPlan({ actor: scene.reviewer, planId: reviewed.planId, dueOn: "2027-04-09", now: TODAY });
  await asService((tx) =>
    tx.cohortMembership.create({
      data: { programmeId: scene.programmeId, councilCode: "001", cohort: "priority", decidedAt: TODAY },
    }),
  );
});
afterAll(closePeopleDatabase);

const versionNow = async () =>
  (await getCohortDeadlines({ actor: scene.admin, programmeId: scene.programmeId })).programme.version;
const set = async (given: Partial<Parameters<typeof setCohortDeadline>[0]> = {}) =>
  setCohortDeadline({
    actor: scene.admin,
    programmeId: scene.programmeId,
    cohort: "priority",
    dueOn: "2027-03-05",
    reason: "The results came out a week late.",
    commandId: randomUUID(),
    version: given.version ?? (await versionNow()),
    now: TODAY,
    ...given,
  });
const dueOn = async (caseId: string) => isoDate((await caseRow(caseId)).dueOn);
const preview = async (values: Record<string, string>) =>
  previewCohortDeadline({
    ...(await getCohortDeadlines({ actor: scene.admin, programmeId: scene.programmeId })),
    values,
    today,
  });
const typed = (day: string, month: string, year: string, cohort = "priority") => ({
  cohort,
  "dueOn-day": day,
  "dueOn-month": month,
  "dueOn-year": year,
});

describe("the preview of a cohort's new date", () => {
  it("counts those whose first submission is owed, and changes nothing", async () => {
    const { preview: shown, errors } = await preview(typed("5", "3", "2027"));
    expect(errors).toEqual({});
    expect(shown).toMatchObject({ from: "2027-02-26", to: "2027-03-05", plans: 2, extended: 0, workingDay: true });
    expect(shown?.councils).toEqual([{ name: "Ashmere", plans: 2 }]);
    expect(await dueOn(owed)).toBe("2027-02-26");
  });

  it.each([
    [typed("31", "2", "2027"), "dueOn", "must be a real date"],
    [typed("24", "11", "2026"), "dueOn", "must be after today"],
    [typed("20", "3", "2027"), "dueOn", "must not be after the standard cohort’s, 19 March 2027"],
    [typed("25", "2", "2027", "standard"), "dueOn", "must not be before the priority cohort’s"],
    [typed("26", "3", "2027", "standard"), "dueOn", "No plan of this cohort"],
    [typed("26", "2", "2027"), "dueOn", "No plan of this cohort"],
    [typed("5", "3", "2027", "gold"), "cohort", "Select the cohort"],
  ])("says why %j cannot be", async (values, field, message) => {
    const { preview: shown, errors } = await preview(values);
    expect(shown).toBeNull();
    expect(errors[field]).toContain(message);
  });
});

describe("a cohort's new date", () => {
  it("is an admin's to give", async () => {
    for (const actor of [scene.lead, scene.officer, scene.reviewer]) {
      expect(await outcomeOf(set({ actor }))).toBe(404);
      expect(await dueOn(owed)).toBe("2027-02-26");
    }
    expect(await outcomeOf(set({ programmeId: randomUUID() }))).toBe(404);
  });

  it("is refused in a sentence where the date cannot be, and nothing changes", async () => {
    expect(await set({ dueOn: "2026-11-24" })).toMatchObject({ ok: false });
    expect(await set({ dueOn: "2027-03-20" })).toMatchObject({ ok: false });
    expect(await dueOn(owed)).toBe("2027-02-26");
  });

  it("reaches every first submission that is owed, with the reason in each history, once", async () => {
    const form = { commandId: randomUUID(), version: await versionNow() };
    expect(await set(form)).toEqual({ ok: true, moved: 2 });
    expect(await set(form)).toEqual({ ok: true, moved: 2 });
    expect(await versionNow()).toBe(form.version + 1);
    for (const caseId of [owed, challengedToo]) {
      expect(await dueOn(caseId)).toBe("2027-03-05");
      const history = await getHistory({ actor: scene.officer, caseId });
      expect(history.entries[0]).toMatchObject({
        title: "Changed the due date to 5 March 2027",
        by: "Alder Combe, Department admin",
        words: "The results came out a week late.",
        moved: { from: "2027-02-26", to: "2027-03-05" },
      });
    }
    expect(await dueOn(received)).toBe("2027-02-26");
    expect(await dueOn(returned)).toBe("2027-04-09");
    expect((await eventsOf(received)).some(({ type }) => type === "DEADLINE_SET")).toBe(false);
    const { programme } = await getCohortDeadlines({ actor: scene.admin, programmeId: scene.programmeId });
    expect(programme.dueOn).toEqual({ priority: "2027-03-05", standard: "2027-03-19" });
    expect((await verifyLog()).difference).toBeNull();
  });

  it("is not taken from a form that was posted before, or previewed before another admin's change", async () => {
    const first = { commandId: randomUUID(), version: await versionNow(), dueOn: "2027-03-08" };
    const late = { commandId: randomUUID(), version: first.version, dueOn: "2027-03-10" };
    expect(await set(first)).toEqual({ ok: true, moved: 2 });
    await expect(set(late)).rejects.toThrow(StaleForm);
    expect(await set({ dueOn: "2027-03-09" })).toEqual({ ok: true, moved: 2 });
    // The first form again, after the second: neither the cases nor the programme go back to its date.
    expect(await set(first)).toEqual({ ok: true, moved: 2 });
    const { programme } = await getCohortDeadlines({ actor: scene.admin, programmeId: scene.programmeId });
    expect(programme.dueOn.priority).toBe("2027-03-09");
    expect(await dueOn(owed)).toBe("2027-03-09");
  });

  it("is not taken for another admin's form that had the same date and reached the plans first", async () => {
    const version = await versionNow();
    const form = { dueOn: "2027-03-11", version } as const;
    expect(await set({ ...form, reason: "The first reason." })).toEqual({ ok: true, moved: 2 });
    await expect(set({ ...form, reason: "The second reason." })).rejects.toThrow(StaleForm);
    expect(await versionNow()).toBe(version + 1);
    const { entries } = await getHistory({ actor: scene.officer, caseId: owed });
    expect(entries.map(({ words }) => words)).not.toContain("The second reason.");
  });

  it("that reaches no plan is refused as the preview refuses it, and the programme keeps its date", async () => {
    const version = await versionNow();
    const form = { cohort: "standard", dueOn: "2027-03-22", commandId: randomUUID(), version } as const;
    const refused = { ok: false, message: "No plan of this cohort would get another date" };
    expect(await set(form)).toEqual(refused);
    expect(await set(form)).toEqual(refused);
    expect((await preview(typed("22", "3", "2027", "standard"))).errors).toEqual({ dueOn: refused.message });
    expect(await versionNow()).toBe(version);
    const { programme } = await getCohortDeadlines({ actor: scene.admin, programmeId: scene.programmeId });
    expect(programme.dueOn.standard).toBe("2027-03-19");
  });
});
