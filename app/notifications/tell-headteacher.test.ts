import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getHistory } from "~/audit/get-history.server";
import { removeFlag } from "~/identification/remove-flag.server";
import { asService, closeResultsDatabase, noon, openResultsDatabase } from "~/identification/results-database.fixture";
import { getCasePage } from "~/plans/get-case-page.server";
import { StaleForm } from "~/plans/event-refused";
import type { PersonActor } from "~/platform/actor";
import { countWaiting } from "~/platform/count-waiting.fixture";
import { asActor } from "~/platform/db.server";
import { getCouncilPublication } from "~/programmes/get-council-publication.server";
import { getPublicationStanding } from "~/programmes/get-publication-standing.server";
import { listOpenings } from "~/programmes/list-openings.server";
import { openingsCsv } from "~/programmes/openings-csv";
import { confirmAll, importScene, makeProgramme, makeRun } from "~/programmes/programme.fixture";
import { publishRun } from "~/programmes/publish-run.server";
import { drafted, inCouncil, person, type Scene } from "~/reviews/review-scene.fixture";
import { explainCaseFlag } from "~/schools/explain-flag.server";
import { getOwnSchool } from "~/schools/get-own-school.server";
import { listCouncilSchools } from "~/schools/list-council-schools.server";
import { getHeadLetter } from "./get-head-letter.server";
import { getPublicationDay } from "./get-publication-day.server";
import { listNotices } from "./list-notices.server";
import { tellHeadteacher } from "./tell-headteacher.server";
import { tellOfPublication } from "./tell-of-publication.server";
import { writeHeadNotice } from "./write-head-notice.server";

const today = "2026-11-24";
// What a headteacher must never read: the Department's dates, and anything of cohorts.
const secret = /February|March|2027|2027-0[23]|priority|cohort/i;

let admin: PersonActor;
let lead: PersonActor;
let officer: PersonActor;
let otherLead: PersonActor;
let head: PersonActor;
let programmeId: string;
let runId: string;
let school: { id: string; name: string };
let secondRun: string;
let caseId: string;
let publication: Awaited<ReturnType<typeof getCouncilPublication>>;

const toldOfSecond = randomUUID();
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const headOf = (name: string, councilCode: string, schoolId: string) =>
  person(name, { role: "headteacher", councilCode, schoolId });

beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
  await importScene(admin);
  programmeId = await makeProgramme(admin, { cohortSize: 1 });
  runId = await makeRun(admin, programmeId);
  await confirmAll(admin, runId);
  school = await asService((tx) => tx.school.findFirstOrThrow({ where: { laestab: "0012101" } }));
  const asked = { actor: admin, runId, code: "001", schoolId: school.id, today };
  publication = await getCouncilPublication(asked);
  await publishRun({ actor: admin, runId, now: noon });
  await tellOfPublication({ runId });
  caseId = (await asService((tx) => tx.schoolCase.findFirstOrThrow({ where: { schoolId: school.id } }))).id;
  lead = await person("Lena Firth", inCouncil("lead", "001"));
  officer = await person("Olive Marsh", inCouncil("officer", "001"));
  otherLead = await person("Oscar Dene", inCouncil("lead", "002"));
  head = await headOf("Hazel Orme", "001", school.id);
  await drafted({ officer, lead } as Scene, caseId);
});
afterAll(closeResultsDatabase);

const tell = (given: Partial<Parameters<typeof tellHeadteacher>[0]> = {}) =>
  tellHeadteacher({
    actor: lead,
    caseId,
    runId,
    how: "meeting",
    toldOn: today,
    words: "They know why.",
    now: at(5),
    ...given,
  });
const tellings = () =>
  asService((tx) => tx.headTelling.findMany({ where: { caseId }, orderBy: { recordedAt: "asc" } }));
const openings = () => listOpenings({ actor: admin, runId });
const noticesOf = (actor: PersonActor, now = at(20)) => listNotices({ actor, page: 1, now });
const ownCases = async (now = at(20)) => (await getOwnSchool({ actor: head, now })).cases;

// What the database itself lets the head read, whatever a page asks for.
const readByHead = () =>
  asActor(head, async (tx) => ({
    runSchools: await tx.runSchool.count(),
    plans: await tx.plan.count(),
    sections: await tx.planSection.count(),
    actions: await tx.planAction.count(),
    notices: await tx.notice.count(),
  }));

describe("the preview of a publication", () => {
  it("names the council's schools and gives the very words of its notice and of the head's letter", async () => {
    expect(publication.council).toEqual({ code: "001", name: "Ashmere", cohort: "priority" });
    expect(publication.schools).toHaveLength(3);
    const [written] = await asService((tx) => tx.notice.findMany({ where: { councilCode: "001" } }));
    expect(publication.notice).toEqual({ title: written?.title, body: written?.body });
    expect(publication.notice.body).toContain("26 February 2027");
    const { letter } = await getHeadLetter({ actor: officer, caseId, now: at(1) });
    // The head was given an account in between: only the last part, on how to reply, says so.
    expect(publication.head.letter).toEqual({
      ...letter,
      parts: [...letter.parts.slice(0, -1), publication.head.letter.parts.at(-1)],
    });
    const said = JSON.stringify([letter, publication.head.notice]);
    for (const words of [
      "Below 55% in 2023, 2024, 2025 and 2026: 51, 52, 53, 50.",
      "53%",
      "leaves the programme when",
      "reply to it before it is sent",
    ])
      expect(said).toContain(words);
    expect(said).not.toMatch(secret);
  });

  it("is the admins' alone, before publication alone", async () => {
    const asked = { runId, code: "001", schoolId: null, today };
    await expect(getCouncilPublication({ ...asked, actor: admin })).rejects.toMatchObject({ status: 404 });
    const waiting = await makeRun(admin, await makeProgramme(admin));
    await confirmAll(admin, waiting);
    const other = { ...asked, runId: waiting };
    await expect(getCouncilPublication({ ...other, actor: lead })).rejects.toMatchObject({ status: 404 });
    await expect(getCouncilPublication({ ...other, actor: admin, code: "999" })).rejects.toMatchObject({ status: 404 });
    expect((await getCouncilPublication({ ...other, actor: admin })).notice.title).toBe(
      "3 schools of Ashmere need a plan",
    );
  });
});

describe("a headteacher", () => {
  it("reads nothing of the case before the council has told them, not even from the database", async () => {
    expect(await ownCases()).toEqual([]);
    await expect(explainCaseFlag({ actor: head, caseId })).rejects.toMatchObject({ status: 404 });
    expect(await readByHead()).toEqual({ runSchools: 0, plans: 0, sections: 0, actions: 0, notices: 0 });
    expect(await asActor(head, (tx) => tx.schoolCase.count({ where: { id: caseId } }))).toBe(0);
    const [own] = (await listCouncilSchools({ actor: officer, now: noon })).programmes;
    expect(own?.running.map(({ headTold }) => headTold)).toEqual([false, false, false]);
  });

  it("is told by the council's officer or lead, once for one form", async () => {
    await expect(tell({ actor: otherLead })).rejects.toMatchObject({ status: 404 });
    await expect(tell({ actor: admin })).rejects.toMatchObject({ status: 404 });
    await expect(tell({ actor: head })).rejects.toThrow();
    await expect(getHeadLetter({ actor: otherLead, caseId, now: noon })).rejects.toMatchObject({ status: 404 });
    const commandId = randomUUID();
    await Promise.all([tell({ commandId }), tell({ commandId })]);
    expect(await tellings()).toMatchObject([
      { runId, toldById: lead.personId, how: "meeting", words: "They know why." },
    ]);
    const { entries } = await getHistory({ actor: officer, caseId });
    expect(entries[0]).toMatchObject({
      title: "Recorded that the headteacher was told on 24 November 2026, in a meeting",
      by: "Lena Firth",
      words: "They know why.",
    });
    const { tellings: shown } = await getCasePage({ actor: admin, caseId, now: noon });
    expect(shown).toMatchObject([{ current: true, toldOn: today, by: "Lena Firth" }]);
    const [own] = (await listCouncilSchools({ actor: officer, now: noon })).programmes;
    expect(own?.running.filter(({ headTold }) => headTold).map((row) => row.caseId)).toEqual([caseId]);
  });

  it("then reads the case and a notice, without a date of the Department's and without a cohort", async () => {
    const [telling] = await tellings();
    for (let times = 0; times < 2; times += 1) await writeHeadNotice({ tellingId: telling?.id ?? "" });
    const { notices } = await noticesOf(head);
    expect(notices.map(({ title, body }) => ({ title, body }))).toEqual([publication.head.notice]);
    expect(await readByHead()).toEqual({ runSchools: 1, plans: 1, sections: 7, actions: 1, notices: 1 });
    const cases = await ownCases();
    expect(cases).toMatchObject([{ id: caseId, flag: { sentence: expect.stringContaining("Below 55%") as string } }]);
    // The plan has years and days of its own.
    const [{ content, ...rest } = { content: null }] = cases;
    expect(JSON.stringify([notices, rest])).not.toMatch(secret);
    expect(JSON.stringify(content)).not.toMatch(/2027-0[23]|priority|cohort/i);
    expect(await asActor(otherLead, (tx) => tx.headTelling.count())).toBe(0);
    expect((await noticesOf(otherLead)).notices.filter(({ title }) => title.includes(school.name))).toEqual([]);
    await expect(asActor(head, (tx) => tx.headTelling.findMany({ select: { words: true } }))).rejects.toThrow(/denied/);
    const [sibling] = await asService((tx) => tx.school.findMany({ where: { laestab: "0012102" } }));
    const stranger = await headOf("Tom Reed", "001", sibling?.id ?? "");
    expect((await getOwnSchool({ actor: stranger, now: noon })).cases).toEqual([]);
    expect((await noticesOf(stranger)).notices).toEqual([]);
    expect(await asActor(stranger, (tx) => tx.headTelling.count())).toBe(0);
  });

  it("goes on with what they were told when a later run flags the school again, until they are told of that too", async () => {
    const second = await makeRun(admin, programmeId, at(30));
    secondRun = second;
    await confirmAll(admin, second, at(31));
    await publishRun({ actor: admin, runId: second, now: at(32) });
    expect((await explainCaseFlag({ actor: head, caseId })).run.id).toBe(runId);
    expect(await asActor(head, (tx) => tx.runSchool.count({ where: { runId: second } }))).toBe(0);
    const page = await getHeadLetter({ actor: officer, caseId, now: at(33) });
    const opened = await asService((tx) => tx.publicationOpening.count());
    const dayOf = (given: object) => getPublicationDay({ actor: officer, caseId, runId: second, ...given });
    expect([await dayOf({}), await dayOf({ runId })]).toEqual([today, today]);
    await expect(dayOf({ actor: otherLead })).rejects.toMatchObject({ status: 404 });
    await expect(dayOf({ runId: randomUUID() })).rejects.toMatchObject({ status: 404 });
    // A form that is checked opens nothing.
    expect(await asService((tx) => tx.publicationOpening.count())).toBe(opened);
    expect(page).toMatchObject({ runId: second, tellings: [{ current: false }] });
    // The letter of the first run was open meanwhile: what was read is not the flag that the case has now.
    await expect(tell({ how: "phone", now: at(34) })).rejects.toThrow(StaleForm);
    expect(await tellings()).toHaveLength(1);
    await tell({ runId: second, how: "phone", commandId: toldOfSecond, now: at(34) });
    expect((await explainCaseFlag({ actor: head, caseId })).run.id).toBe(second);
    expect(await tellings()).toMatchObject([{ runId }, { runId: second }]);
  });

  it("is not told of a flag that a publication under way is about to replace", async () => {
    const third = await makeRun(admin, programmeId, at(40));
    let telling: Promise<unknown> | undefined;
    await asService(async (tx) => {
      await tx.schoolCase.update({ where: { id: caseId }, data: { runId: third } });
      telling = tell({ runId: secondRun, now: at(41) }).catch((error: unknown) => error);
      await expect.poll(() => countWaiting(tx), { timeout: 10_000 }).toBe(1);
    });
    expect(await telling).toBeInstanceOf(StaleForm);
    await asService((tx) => tx.schoolCase.update({ where: { id: caseId }, data: { runId: secondRun } }));
  });

  it("is told nothing any more once the case has ended, and what was recorded stays recorded", async () => {
    await removeFlag({ actor: admin, caseId, reason: "The corrected figure is 58%.", now: at(50) });
    await expect(tell({ runId: secondRun, now: at(51) })).rejects.toThrow(StaleForm);
    // The same form again, whatever has happened since.
    await tell({ runId: secondRun, commandId: toldOfSecond, now: at(52) });
    await tell({ runId, commandId: toldOfSecond, now: at(52) });
    expect(await tellings()).toHaveLength(2);
    const { entries } = await getHistory({ actor: officer, caseId });
    expect(entries.map(({ title }) => title)).toContain("Removed the flag");
  });
});

describe("who has opened a publication", () => {
  it("is kept at the first time, and read by admins alone", async () => {
    const [mine] = (await openings()).councils.filter(({ code }) => code === "001");
    // The officer read the letter first; the head the notice and the page; the lead of 002 their own notice.
    expect(mine).toMatchObject({
      first: { by: "Olive Marsh", at: at(1).toISOString() },
      headsTold: 1,
      headsOpened: 1,
      schools: 3,
    });
    expect((await openings()).councils.map(({ code, first }) => [code, first !== null])).toEqual([
      ["003", false],
      ["001", true],
      ["002", true],
    ]);
    const before = mine?.readers ?? 0;
    await noticesOf(lead, at(60));
    await noticesOf(lead, at(70));
    await getCasePage({ actor: officer, caseId, now: at(70) });
    const [after] = (await openings()).councils.filter(({ code }) => code === "001");
    expect(after).toMatchObject({ readers: before + 1, first: mine?.first });
    await getCasePage({ actor: admin, caseId, now: at(70) });
    expect((await openings()).councils.find(({ code }) => code === "001")?.readers).toBe(before + 1);
    expect(await getPublicationStanding({ actor: admin, runId })).toMatchObject({
      councils: 3,
      opened: 2,
      schools: 5,
      headsTold: 1,
    });
    expect(openingsCsv((await openings()).councils)).toContain("001,Ashmere,Olive Marsh");
  });

  it("is nobody else's to read or to write", async () => {
    expect(await asActor(otherLead, (tx) => tx.publicationOpening.findMany())).toMatchObject([{ councilCode: "002" }]);
    expect(await asActor(lead, (tx) => tx.publicationOpening.count())).toBe(1);
    const forged = { runId, personId: otherLead.personId, councilCode: "001", openedAt: noon };
    for (const actor of [lead, head])
      await expect(asActor(actor, (tx) => tx.publicationOpening.createMany({ data: [forged] }))).rejects.toThrow(
        /row-level security/,
      );
    const elsewhere = { ...forged, personId: lead.personId, councilCode: "002" };
    await expect(asActor(lead, (tx) => tx.publicationOpening.createMany({ data: [elsewhere] }))).rejects.toThrow(
      /row-level security/,
    );
    // A council's notices stay the council's: the admins learn of openings without reading them.
    expect((await noticesOf(admin)).notices).toEqual([]);
  });
});
