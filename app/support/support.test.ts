import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "~/audit/verify-log.server";
import { listNotices } from "~/notifications/list-notices.server";
import { tellOfEvent } from "~/notifications/tell-of-event.server";
import { closePeopleDatabase, openPeopleDatabase, refusalOf } from "~/people/people.fixture";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import {
  asService,
  identified,
  makeSchool,
  openScene,
  person,
  inCouncil,
  type Scene,
  TODAY,
} from "~/reviews/review-scene.fixture";
import { acceptRequest } from "./accept-request.server";
import { declareConflict } from "./declare-conflict.server";
import { declineRequest } from "./decline-request.server";
import { endSupport } from "./end-support.server";
import { endSupportSchool } from "./end-support-school.server";
import { listCandidates } from "./list-candidates.server";
import { proposeSupportSchool } from "./propose-support-school.server";
import { refuseSupportSchool } from "./refuse-support-school.server";
import { accredited, asked, askOf, proposalOf, proposed, stranger } from "./support.fixture";
import { askForSupport } from "./ask-for-support.server";
import { withdrawRequest } from "./withdraw-request.server";

let scene: Scene;
let outsider: PersonActor;
let caseId: string;

beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  await asService((tx) => tx.council.create({ data: { code: "003", name: "Calverstone", region: "North Vale" } }));
  outsider = await stranger();
  caseId = await identified(scene, "Late Primary School");
});
afterAll(closePeopleDatabase);

const now = TODAY;
const stateOf = async (id: string) =>
  (await asService((tx) => tx.supportRequest.findUniqueOrThrow({ where: { id } }))).state;
const matchesOf = (of = caseId) =>
  listCandidates({ actor: scene.officer, caseId: of, query: { phase: "any", subject: null, within: null }, now });

describe("a proposal", () => {
  it("is refused, with the reason, for a school that cannot be one", async () => {
    const propose = async (schoolId: string) => {
      const answer = await proposeSupportSchool({ actor: scene.officer, proposal: proposalOf(schoolId), now });
      return answer.ok ? "proposed" : answer.message;
    };
    const schoolOf = (id: string) => asService((tx) => tx.schoolCase.findUniqueOrThrow({ where: { id } }));
    expect(await propose((await schoolOf(caseId)).schoolId)).toMatch(/^Late Primary School has an open case in /);
    const closed = await makeSchool("Closed Primary School");
    await asService((tx) => tx.school.update({ where: { id: closed.id }, data: { open: false } }));
    expect(await propose(closed.id)).toBe("Closed Primary School is not open.");
    const special = await makeSchool("Special School");
    await asService((tx) => tx.school.update({ where: { id: special.id }, data: { mainstream: false } }));
    expect(await propose(special.id)).toBe("Special School is not a state-funded mainstream school.");
    expect(await propose((await makeSchool("Elsewhere", "002")).id)).toBe("Select a school of your council");
    const fine = await makeSchool("Good Primary School");
    expect(await propose(fine.id)).toBe("proposed");
    expect(await propose(fine.id)).toBe("Good Primary School is proposed already.");
  });

  it("is its council's and the Department's until it is accredited, and a refused one stays so", async () => {
    const { id } = await proposed(scene.lead, "Hidden Primary School", "001");
    const seenBy = (actor: PersonActor) => asActor(actor, (tx) => tx.supportSchool.count({ where: { id } }));
    expect(await Promise.all([scene.officer, scene.admin, scene.reviewer, scene.otherLead].map(seenBy))).toEqual([
      1, 1, 1, 0,
    ]);
    expect(await refusalOf(refuseSupportSchool({ actor: scene.lead, supportSchoolId: id, reason: "No", now }))).toBe(
      "ChangeRefused",
    );
    await refuseSupportSchool({ actor: scene.admin, supportSchoolId: id, reason: "Too few staff", now });
    expect(await refusalOf(refuseSupportSchool({ actor: scene.admin, supportSchoolId: id, reason: "No", now }))).toBe(
      "ChangeRefused",
    );
    expect(await Promise.all([scene.officer, scene.otherLead].map(seenBy))).toEqual([1, 0]);
  });
});

describe("a request", () => {
  it("is known to the two councils and the Department, and tells the other council neither case nor plan", async () => {
    const { id: supportSchoolId } = await accredited(scene, "Known Primary School");
    const id = await asked(scene, caseId, supportSchoolId);
    const seenBy = (actor: PersonActor) =>
      asActor(actor, async (tx) => [
        await tx.supportRequest.count({ where: { id } }),
        await tx.event.count({ where: { chain: `support-request:${id}` } }),
        await tx.schoolCase.count({ where: { id: caseId } }),
      ]);
    expect(await seenBy(scene.officer)).toEqual([1, 1, 1]);
    expect(await seenBy(scene.otherLead)).toEqual([1, 1, 0]);
    expect(await seenBy(scene.reviewer)).toEqual([1, 1, 1]);
    expect(await seenBy(outsider)).toEqual([0, 0, 0]);
    expect(await refusalOf(acceptRequest({ actor: outsider, requestId: id, now }))).toBe(404);
    expect(await refusalOf(acceptRequest({ actor: scene.officer, requestId: id, now }))).toBe(404);
    expect(await refusalOf(declineRequest({ actor: scene.officer, requestId: id, reason: "No", now }))).toBe(
      "ChangeRefused",
    );
    await acceptRequest({ actor: scene.otherLead, requestId: id, now });
    // What is taken is known to all, for whom is not.
    const taken = await asActor(outsider, (tx) => tx.$queryRaw<object[]>`SELECT * FROM app.support_taken()`);
    expect(Object.keys(taken[0] ?? {}).sort()).toEqual([
      "days",
      "ends_on",
      "kind",
      "starts_on",
      "subject",
      "support_school_id",
    ]);
    expect(await refusalOf(endSupportSchool({ actor: scene.otherLead, supportSchoolId, reason: "Moved", now }))).toBe(
      "ChangeRefused",
    );
    await endSupport({ actor: scene.lead, requestId: id, reason: "No longer needed", now });
    await endSupportSchool({ actor: scene.otherLead, supportSchoolId, reason: "Moved", now });
  });

  it("for the last place: of two accepted at the same moment one wins, the other is told and stays waiting", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id: supportSchoolId } = await accredited(scene, `Wanted Primary School ${round}`);
      const ids = [await asked(scene, caseId, supportSchoolId), await asked(scene, caseId, supportSchoolId)];
      const answers = await Promise.all(
        ids.map((requestId) => refusalOf(acceptRequest({ actor: scene.otherLead, requestId, now }))),
      );
      expect(answers.sort()).toEqual(["ChangeRefused", "accepted"]);
      expect((await Promise.all(ids.map(stateOf))).sort()).toEqual(["accepted", "asked"]);
      const loser = ids[(await stateOf(ids[0]!)) === "asked" ? 0 : 1]!;
      await expect(acceptRequest({ actor: scene.otherLead, requestId: loser, now })).rejects.toThrow(
        "no place, or not enough of the teacher’s days, is free on all of its days. The request waits",
      );
    }
  });

  it("for a specialist teacher never takes more days than there are", async () => {
    const { id } = await accredited(scene, "Maths Primary School");
    const teacher = (days: number) => asked(scene, caseId, id, { kind: "teacher", subject: "maths", days });
    expect(await refusalOf(teacher(2.5))).toBe("ChangeRefused");
    const [first, second, third] = [await teacher(1.5), await teacher(1), await teacher(0.5)];
    await acceptRequest({ actor: scene.otherLead, requestId: first, now });
    expect(await refusalOf(acceptRequest({ actor: scene.otherLead, requestId: second, now }))).toBe("ChangeRefused");
    await acceptRequest({ actor: scene.otherLead, requestId: third, now });
    await withdrawRequest({ actor: scene.officer, requestId: second, now });
    expect(await stateOf(second)).toBe("withdrawn");
  });

  it("sent again has one effect, and outside the term is refused", async () => {
    const { id } = await accredited(scene, "Twice Primary School");
    const again = askOf();
    const send = () => askForSupport({ actor: scene.officer, caseId, supportSchoolId: id, asked: again, now });
    expect(await send()).toBe(await send());
    expect(await refusalOf(asked(scene, caseId, id, { endsOn: "2029-01-01" }))).toBe("ChangeRefused");
    expect(await refusalOf(asked({ ...scene, officer: outsider }, caseId, id))).toBe(404);
  });
});

describe("matches", () => {
  it("@S23 hold a school at capacity, with a warning, and none that a conflict bars", async () => {
    const of = await identified(scene, "Matched Primary School");
    const { school } = await asService((tx) =>
      tx.schoolCase.findUniqueOrThrow({ where: { id: of }, include: { school: true } }),
    );
    const [full, barred] = [
      await accredited(scene, "Full Primary School"),
      await accredited(scene, "Barred Primary School"),
    ];
    const taken = await asked(scene, caseId, full.id, { startsOn: "2026-11-01", endsOn: "2028-08-31" });
    await acceptRequest({ actor: scene.otherLead, requestId: taken, now });
    const declare = (actor: PersonActor) =>
      declareConflict({
        actor,
        supportSchoolId: barred.id,
        school: school.urn ?? "",
        reason: "Its head is married to the other’s.",
        commandId: randomUUID(),
        now,
      });
    expect(await declare(outsider)).toMatchObject({ ok: false });
    expect(await declare(scene.officer)).toEqual({ ok: true });
    const found = await matchesOf(of);
    expect(found.matches.find(({ candidate: { id } }) => id === full.id)).toMatchObject({ full: true });
    expect(found.matches.map(({ candidate: { name } }) => name)).not.toContain("Barred Primary School");
    expect(found.barred).toEqual([
      {
        id: barred.id,
        name: "Barred Primary School",
        council: "Brackenfold",
        reasons: ["Its head is married to the other’s."],
      },
    ]);
    expect(await refusalOf(asked(scene, of, barred.id))).toBe("ChangeRefused");
    // A full school may still be asked; another case is not barred.
    expect(await refusalOf(asked(scene, of, full.id))).toBe("accepted");
    expect((await matchesOf()).matches.map(({ candidate: { name } }) => name)).toContain("Barred Primary School");
    const seenBy = (actor: PersonActor) =>
      asActor(actor, (tx) => tx.supportConflict.count({ where: { supportSchoolId: barred.id } }));
    // That the other council thought of asking is not for the support school's council to learn.
    expect(await Promise.all([scene.lead, scene.otherLead, outsider, scene.admin].map(seenBy))).toEqual([1, 0, 0, 1]);
    expect(
      await refusalOf(
        listCandidates({
          actor: scene.otherLead,
          caseId: of,
          query: { phase: "any", subject: null, within: null },
          now,
        }),
      ),
    ).toBe(404);
  });

  it("are the same for a council whether or not another council's schools are flagged or in the priority cohort", async () => {
    const namesOf = async () =>
      JSON.stringify((await matchesOf()).matches.map(({ candidate, points }) => [candidate.name, points]));
    const before = await namesOf();
    await asService((tx) =>
      tx.cohortMembership.create({
        data: { programmeId: scene.programmeId, councilCode: "002", cohort: "priority", decidedAt: now },
      }),
    );
    expect(await namesOf()).toBe(before);
  });
});

describe("what happened", () => {
  it("is told to those whom it concerns, once, and the log replays to what is stored", async () => {
    const events = await asService((tx) =>
      tx.event.findMany({ where: { chain: { startsWith: "support-" } }, orderBy: { at: "asc" } }),
    );
    for (const { id } of [...events, ...events]) await tellOfEvent({ eventId: id });
    const titles = async (actor: PersonActor) =>
      new Set((await listNotices({ actor, page: 1, now })).notices.map(({ title }) => title.split(":")[0]));
    expect(await titles(scene.lead)).toContain("Support accepted");
    expect(await titles(scene.lead)).not.toContain("Support asked for");
    expect(await titles(scene.otherLead)).toContain("Support asked for");
    expect(await titles(scene.otherLead)).not.toContain("Support accepted");
    expect(await titles(scene.admin)).toContain("Support school proposed by Brackenfold");
    expect(await titles(await person("Cal Stone", inCouncil("officer", "003")))).toEqual(new Set());
    expect((await verifyLog()).difference).toBeNull();
    const [row] = await asService((tx) => tx.supportSchool.findMany({ where: { state: "accredited" }, take: 1 }));
    await asService((tx) =>
      tx.supportSchool.update({ where: { id: row!.id }, data: { state: "refused", termFrom: null, termTo: null } }),
    );
    expect((await verifyLog()).difference).toMatchObject({ caseId: `support-school ${row!.id}` });
  });
});
