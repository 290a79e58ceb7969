import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMovedCases } from "~/deadlines/list-moved-cases.server";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { getCasePage } from "~/plans/get-case-page.server";
import { succeedSchool } from "~/plans/succeed-school.server";
import * as scenes from "~/reviews/review-scene.fixture";
import { getOwnSchool } from "./get-own-school.server";
import { describeSchoolLife, type LinkedSchool } from "./school-life";
import { describeStanding } from "./school-standing";

const open = { open: true, status: null, openedOn: null, closedOn: null, closedByAdminOn: null };

describe("how a school stands, in words", () => {
  it.each([
    [open, "Open"],
    [{ ...open, openedOn: "2016-09-01" }, "Open since 1 September 2016"],
    [{ ...open, status: "proposedToClose", closedOn: "2027-08-31" }, "Open, to close on 31 August 2027"],
    [{ ...open, status: "proposedToClose" }, "Open, proposed to close"],
    [{ ...open, open: false, status: "closed", closedOn: "2016-08-31" }, "Closed on 31 August 2016"],
    [{ ...open, open: false }, "Closed"],
    [{ ...open, open: false, status: "proposedToOpen", openedOn: "2027-09-01" }, "To open on 1 September 2027"],
    [
      { ...open, open: false, status: "open", closedByAdminOn: "2026-11-24" },
      "Closed, as the Department recorded on 24 November 2026",
    ],
    // A newer results file still lists it: what the older list said of its closing does not count.
    [{ ...open, status: "closed", closedOn: "2016-08-31" }, "Open"],
  ])("%j", (standing, words) => {
    expect(describeStanding(standing)).toBe(words);
  });
});

describe("a school's life, in words", () => {
  const council = { code: "001", name: "Ashmere" };
  const linked = (name: string, changes: Partial<LinkedSchool> = {}): LinkedSchool => ({
    name,
    urn: null,
    openedOn: null,
    closedOn: null,
    inOrder: true,
    continues: false,
    ...changes,
  });
  const words = (life: Partial<Parameters<typeof describeSchoolLife>[0]>) =>
    describeSchoolLife({ standing: open, federation: null, council, before: [], after: [], ...life }, "001");

  it("names what it continues, and whose results count", () => {
    expect(words({ before: [linked("Elm", { urn: "900001", closedOn: "2016-08-31", continues: true })] })[1]).toEqual({
      key: "Continues",
      value: "Elm (URN 900001), which closed on 31 August 2016. Its results are this school’s history.",
    });
    const merged = [linked("Elm"), linked("Oak")];
    expect(words({ before: merged })[1]?.value).toMatch(/^Elm and Oak\. No earlier results count/);
    expect(words({ before: [linked("Elm", { continues: true }), linked("Oak")] })[1]?.value).toBe(
      "Elm and Oak. The results of Elm are its history.",
    );
  });

  it("is one row for each thing, however many schools it went on as", () => {
    const rows = words({ after: [linked("Elm"), linked("Oak")], federation: "The Tree Federation" });
    expect(rows.map(({ key }) => key)).toEqual(["School", "Goes on as", "Federation"]);
  });
});

describe("a school through time", () => {
  let scene: scenes.Scene;
  beforeAll(async () => {
    await openPeopleDatabase();
    scene = await scenes.openScene();
  });
  afterAll(closePeopleDatabase);
  const now = scenes.TODAY;

  it("is read by its council and its head, and moves no plan to the council that has it now", async () => {
    const caseId = await scenes.identified(scene, "Elm Row Primary School");
    const { urn } = await scenes.makeSchool("Elm Row Academy");
    await succeedSchool({ actor: scene.admin, caseId, urn: urn ?? "", now });
    const { schoolId } = await scenes.caseRow(caseId);
    await scenes.asService((tx) => tx.school.update({ where: { id: schoolId }, data: { councilCode: "002" } }));

    const { life, case: found } = await getCasePage({ actor: scene.officer, caseId, now });
    expect(found.council.code).toBe("001");
    expect(describeSchoolLife(life, found.council.code).map(({ key }) => key)).toEqual([
      "School",
      "Continues",
      "Moved council",
    ]);
    const head = await scenes.person("Hazel Orme", { role: "headteacher", councilCode: "002", schoolId });
    const own = await getOwnSchool({ actor: head, now });
    expect(own.life.map(({ key }) => key)).toEqual(["School", "Continues"]);

    const { admin, programmeId } = scene;
    expect(await listMovedCases({ actor: admin, programmeId })).toEqual([
      { caseId, school: "Elm Row Academy", owedBy: "Ashmere", movedTo: "Brackenfold" },
    ]);
    expect(await listMovedCases({ actor: scene.otherLead, programmeId })).toEqual([]);
  });

  it("keeps a person's word on who succeeds whom", async () => {
    const caseId = await scenes.identified(scene, "Oak Row Primary School");
    const { schoolId: fromId } = await scenes.caseRow(caseId);
    const { urn, id: toId } = await scenes.makeSchool("Oak Row Academy");
    await succeedSchool({ actor: scene.admin, caseId, urn: urn ?? "", now });
    const link = await scenes.asService((tx) => tx.schoolLink.findMany({ where: { fromId } }));
    expect(link).toMatchObject([{ toId, continues: true, decidedById: scene.admin.personId, decidedAt: now }]);
  });

  it("keeps it where a file had said the same before, and links both where a file had said otherwise", async () => {
    for (const same of [true, false]) {
      const caseId = await scenes.identified(scene, "Ash Row Primary School");
      const { schoolId: fromId } = await scenes.caseRow(caseId);
      const other = await scenes.makeSchool("Birch Row Primary School");
      const { urn, id: toId } = await scenes.makeSchool("Ash Row Academy");
      const predecessorId = same ? fromId : other.id;
      await scenes.asService((tx) => tx.school.update({ where: { id: toId }, data: { predecessorId } }));
      await succeedSchool({ actor: scene.admin, caseId, urn: urn ?? "", now });
      expect(await scenes.asService((tx) => tx.schoolLink.findMany({ where: { toId } }))).toMatchObject([
        same
          ? { fromId, continues: true, decidedById: scene.admin.personId }
          : { fromId, continues: null, decidedById: null },
      ]);
      const successor = await scenes.asService((tx) => tx.school.findUniqueOrThrow({ where: { id: toId } }));
      expect(successor.predecessorId).toBe(predecessorId);
    }
  });

  it("counts no results twice and goes round in no circle, whatever successor a person names", async () => {
    const caseId = await scenes.identified(scene, "Fir Row Academy");
    const { schoolId: fromId } = await scenes.caseRow(caseId);
    const earlier = await scenes.makeSchool("Fir Row Primary School");
    await scenes.asService((tx) => tx.school.update({ where: { id: fromId }, data: { predecessorId: earlier.id } }));
    await succeedSchool({ actor: scene.admin, caseId, urn: earlier.urn ?? "", now });
    const { predecessorId } = await scenes.asService((tx) =>
      tx.school.findUniqueOrThrow({ where: { id: earlier.id } }),
    );
    expect(predecessorId).toBeNull();

    const caseOfTwo = await scenes.identified(scene, "Ivy Row Primary School");
    const { schoolId: sharedId } = await scenes.caseRow(caseOfTwo);
    const first = await scenes.makeSchool("Ivy Row Academy");
    await scenes.asService((tx) => tx.school.update({ where: { id: first.id }, data: { predecessorId: sharedId } }));
    const { urn, id: toId } = await scenes.makeSchool("Ivy Lane Academy");
    await succeedSchool({ actor: scene.admin, caseId: caseOfTwo, urn: urn ?? "", now });
    expect(await scenes.asService((tx) => tx.schoolLink.findMany({ where: { toId } }))).toMatchObject([
      { fromId: sharedId, continues: null },
    ]);
    expect(await scenes.asService((tx) => tx.school.count({ where: { predecessorId: sharedId } }))).toBe(1);
  });
});
