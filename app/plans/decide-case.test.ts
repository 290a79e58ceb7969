import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { challengeFlag } from "~/identification/challenge-flag.server";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { system } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { approvePlan } from "~/reviews/approve-plan.server";
import { listDecisions } from "~/reviews/list-decisions.server";
import {
  asService,
  caseRow,
  decided,
  drafted,
  identified,
  inCouncil,
  inReview,
  makeSchool,
  openScene,
  outcomeOf,
  person,
  type Scene,
  TODAY,
} from "~/reviews/review-scene.fixture";
import { applyEvent } from "./apply-event.server";
import { closeSchool } from "./close-school.server";
import { getProgress } from "./get-progress.server";
import { giveAdvice } from "./give-advice.server";
import { getRevision } from "./get-revision.server";
import { recordProgress } from "./record-progress.server";
import { reopenPlan } from "./reopen-plan.server";
import { succeedSchool } from "./succeed-school.server";

let scene: Scene;
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
});
afterAll(closePeopleDatabase);

const now = TODAY;
const reason = "The governors decided so in October.";

async function approved() {
  const made = await inReview(scene);
  await decided(scene, made.planId);
  await approvePlan({ actor: scene.reviewer, planId: made.planId, now });
  return made;
}

describe("a closure", () => {
  it("ends the case, lets an open challenge lapse and takes the school out of later runs", async () => {
    const caseId = await identified(scene);
    await challengeFlag({ actor: scene.officer, caseId, ground: "closing", evidence: "It closes.", now });
    const closing = (actor = scene.admin) => outcomeOf(closeSchool({ actor, caseId, reason, now }));
    expect(await closing(scene.lead)).toBe("notYourRole");
    expect(await closing(scene.otherLead)).toBe(404);
    expect(await closing()).toBe("done");
    expect(await closing()).toBe("finished");
    const row = await caseRow(caseId);
    expect(row).toMatchObject({ planState: "closed", endedAt: now });
    expect(await asService((tx) => tx.school.findUnique({ where: { id: row.schoolId } }))).toMatchObject({
      open: false,
      closedByAdminOn: new Date("2026-11-24T00:00:00Z"),
    });
    expect(await asService((tx) => tx.challenge.findMany({ where: { caseId } }))).toMatchObject([{ state: "lapsed" }]);
  });
});

describe("a successor", () => {
  it("takes the case over with its plan and its date, and the old school's history", async () => {
    const caseId = await identified(scene);
    const planId = await drafted(scene, caseId);
    const before = await caseRow(caseId);
    const school = await makeSchool("Heron Lane Academy");
    const asked = { actor: scene.admin, caseId, urn: school.urn ?? "", commandId: randomUUID(), now };
    expect(await outcomeOf(succeedSchool({ ...asked, actor: scene.officer }))).toBe("notYourRole");
    expect(await outcomeOf(succeedSchool({ ...asked, actor: scene.otherLead }))).toBe(404);
    expect(await succeedSchool(asked)).toEqual({ ok: true, name: "Heron Lane Academy", waits: false });
    expect(await succeedSchool(asked)).toEqual({ ok: true, name: "Heron Lane Academy", waits: false });
    const row = await caseRow(caseId);
    expect(row).toMatchObject({ schoolId: school.id, planId, planState: "drafting", dueOn: before.dueOn });
    expect(row.context).toMatchObject({ schoolUrn: school.urn });
    expect(row.eventCount).toBe(before.eventCount + 1);
    const successor = await asService((tx) => tx.school.findUnique({ where: { id: school.id } }));
    expect(successor?.predecessorId).toBe(before.schoolId);
  });

  it("must be known, another school of the council, and free", async () => {
    const caseId = await identified(scene);
    const own = await asService(async (tx) => {
      const { schoolId } = await tx.schoolCase.findUniqueOrThrow({ where: { id: caseId } });
      return tx.school.findUniqueOrThrow({ where: { id: schoolId } });
    });
    const taken = await caseRow(await identified(scene, "Kestrel Hill School"));
    const takenSchool = await asService((tx) => tx.school.findUniqueOrThrow({ where: { id: taken.schoolId } }));
    const elsewhere = await makeSchool("Elsewhere School", "002");
    const messageOf = async (urn: string) => {
      const outcome = await succeedSchool({ actor: scene.admin, caseId, urn, now });
      return outcome.ok ? "moved" : outcome.message;
    };
    expect(await messageOf("999999")).toMatch(/no school with URN 999999/);
    expect(await messageOf(own.urn ?? "")).toMatch(/is the school that this case is for/);
    expect(await messageOf(elsewhere.urn ?? "")).toMatch(/belongs to another council/);
    expect(await messageOf(takenSchool.urn ?? "")).toMatch(/already has an open case in this programme/);
  });
});

describe("a reopening", () => {
  it("makes an approved plan a draft again, with a date and a reason", async () => {
    const { caseId } = await approved();
    const reopening = (given: Partial<Parameters<typeof reopenPlan>[0]> = {}) =>
      outcomeOf(reopenPlan({ actor: scene.admin, caseId, dueOn: "2027-06-30", reason, now, ...given }));
    expect(await reopening({ actor: scene.reviewer })).toBe("notYourRole");
    expect(await reopening({ actor: scene.otherLead })).toBe(404);
    expect(await reopening({ dueOn: "2026-11-24" })).toBe("dateNotAfterToday");
    expect(await reopening()).toBe("done");
    expect(await reopening()).toBe("wrongState");
    const row = await caseRow(caseId);
    expect([row.planState, isoDate(row.dueOn), row.revisionNumber]).toEqual(["drafting", "2027-06-30", 2]);
    expect(
      await outcomeOf(
        reopenPlan({ actor: scene.admin, caseId: await identified(scene), dueOn: "2027-06-30", reason, now }),
      ),
    ).toBe("wrongState");
  });
});

describe("progress", () => {
  it("is recorded by the council on an action of the approved plan, and read by the Department", async () => {
    const { caseId } = await approved();
    const { actions } = await getProgress({ actor: scene.officer, caseId, now });
    const entry = {
      caseId,
      actionId: actions[0]?.id ?? null,
      status: "onTrack",
      note: "Six lessons held.",
      now,
    } as const;
    const recording = (given: Partial<Parameters<typeof recordProgress>[0]> = {}) =>
      outcomeOf(recordProgress({ actor: scene.officer, ...entry, ...given }));
    expect(await recording({ actor: scene.reviewer })).toBe("notYourRole");
    expect(await recording({ actor: scene.otherLead })).toBe(404);
    expect(await recording({ actionId: randomUUID() })).toBe(404);
    const commandId = randomUUID();
    expect(await recording({ commandId })).toBe("done");
    expect(await recording({ commandId })).toBe("done");
    expect(await recording({ actionId: null, status: "atRisk", note: "The maths lead is ill." })).toBe("done");
    const seen = await getProgress({ actor: scene.reviewer, caseId, now });
    expect(seen).toMatchObject({ mayRecord: false, actions: [{ latest: "onTrack" }] });
    expect(seen.notes.map(({ note, by }) => [note, by]).sort()).toEqual([
      ["Six lessons held.", "Olive Marsh"],
      ["The maths lead is ill.", "Olive Marsh"],
    ]);
    expect(await outcomeOf(getProgress({ actor: scene.otherLead, caseId, now }))).toBe(404);
  });

  it("is read by the council's adviser beside the submitted plan, and by no other council's", async () => {
    const { caseId, planId } = await approved();
    const [action] = (await getProgress({ actor: scene.officer, caseId, now })).actions;
    const entry = { actor: scene.officer, caseId, now } as const;
    await recordProgress({ ...entry, actionId: action?.id ?? "", status: "onTrack", note: "Six lessons held." });
    const later = new Date(now.getTime() + 60_000);
    await recordProgress({ ...entry, actionId: null, status: "atRisk", note: "The lead is ill.", now: later });
    const { id: revisionId } = await asService((tx) => tx.revision.findFirstOrThrow({ where: { planId } }));
    const adviser = await person("Ada Wick", inCouncil("adviser", "001"));
    const { progress } = await getRevision({ actor: adviser, revisionId });
    expect(progress?.map(({ action, status, note, by }) => [action, status, note, by])).toEqual([
      ["The plan as a whole", "atRisk", "The lead is ill.", "Olive Marsh"],
      [action?.what, "onTrack", "Six lessons held.", "Olive Marsh"],
    ]);
    expect((await getRevision({ actor: scene.reviewer, revisionId })).progress).toBeNull();
    const elsewhere = await person("Abel Rowe", inCouncil("adviser", "002"));
    expect(await outcomeOf(getRevision({ actor: elsewhere, revisionId }))).toBe(404);
  });

  it("is not recorded before the plan is approved", async () => {
    const { caseId } = await inReview(scene);
    const entry = { actor: scene.officer, caseId, actionId: null, status: "onTrack", note: "Early.", now } as const;
    expect(await outcomeOf(recordProgress(entry))).toBe("wrongState");
  });
});

describe("advice on a submitted plan", () => {
  it("is given by the council's adviser, once for one form, and read by council and Department, by no other council", async () => {
    const { planId } = await inReview(scene);
    const { id: revisionId } = await asService((tx) => tx.revision.findFirstOrThrow({ where: { planId } }));
    const adviser = await person("Ada Wick", inCouncil("adviser", "001"));
    const elsewhere = await person("Abel Rowe", inCouncil("adviser", "002"));
    const given = { actor: adviser, revisionId, section: "causes", comment: "Look at year 4.", now } as const;
    const commandId = randomUUID();
    await giveAdvice({ ...given, commandId });
    await giveAdvice({ ...given, commandId });
    expect(await outcomeOf(giveAdvice({ ...given, actor: elsewhere, commandId: randomUUID() }))).toBe(404);
    await expect(giveAdvice({ ...given, actor: scene.officer, commandId: randomUUID() })).rejects.toThrow();
    for (const reader of [adviser, scene.officer, scene.reviewer])
      expect((await getRevision({ actor: reader, revisionId })).advice).toMatchObject([
        { section: "causes", comment: "Look at year 4.", by: "Ada Wick" },
      ]);
    expect(await outcomeOf(getRevision({ actor: scene.otherLead, revisionId }))).toBe(404);
  });
});

describe("the admins' list of decisions", () => {
  it("holds open challenges, pending requests and results to look at, and nothing for others", async () => {
    const challenged = await identified(scene, "Curlew Bay School");
    await challengeFlag({ actor: scene.officer, caseId: challenged, ground: "rule", evidence: "Gap year.", now });
    const met = await identified(scene, "Dunlin School");
    await asActor(system("record-results"), (tx) =>
      applyEvent(tx, {
        actor: system("record-results"),
        caseId: met,
        event: { type: "RECORD_RESULTS", year: 2027, exitRuleMet: true },
        now,
      }),
    );
    const { challenges, attention, extensions } = await listDecisions({ actor: scene.admin, now });
    expect(challenges).toMatchObject([
      { schoolName: "Curlew Bay School", ground: "The rule was not applied correctly" },
    ]);
    expect(attention).toMatchObject([{ schoolName: "Dunlin School", year: 2027, exitRuleMet: true }]);
    expect(extensions).toEqual([]);
  });
});
