import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { checkResultsFile } from "./check-results-file.server";
import { csvOf, giasRow, listRow } from "./fictional-list.fixture";
import { bytesOf, fictionalRow } from "./fictional-results.fixture";
import { importResultsFile } from "./import-results-file.server";
import { listMatchChoices } from "./list-match-choices.server";
import { recheckFile } from "./recheck-file.server";
import { asService, closeResultsDatabase, importRows, noon, openResultsDatabase } from "./results-database.fixture";
import { saveMatchChoices } from "./save-match-choices.server";
import type { SchoolListSummary } from "./school-list-summary";
import { takeBackResultsFile } from "./take-back-results-file.server";
import { applyResultsFile, takeOverResultsFile } from "./take-over-results-file.server";
import { uploadResultsFile } from "./upload-results-file.server";

let admin: PersonActor;
beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
});
afterAll(closeResultsDatabase);
beforeEach(() =>
  asService(async (tx) => {
    for (const table of ["urn_choices", "laestab_choices", "school_changes", "result_changes", "file_schools"])
      await tx.$executeRawUnsafe(`DELETE FROM ${table}`);
    await tx.schoolLink.deleteMany();
    await tx.result.deleteMany();
    await tx.school.updateMany({ data: { predecessorId: null } });
    await tx.school.deleteMany();
    await tx.resultsFile.updateMany({ data: { state: "discarded" } });
  }),
);

type Rows = readonly Readonly<Record<string, string>>[];

async function checkList(rows: Rows, day = "2026-11-01"): Promise<string> {
  const file = {
    actor: admin,
    filename: `schools-${day}.csv`,
    bytes: bytesOf(csvOf(rows)),
    expectedYear: null,
    now: noon,
  };
  const { fileId } = await uploadResultsFile(file);
  await checkResultsFile({ fileId });
  return fileId;
}
async function takeOver(fileId: string): Promise<void> {
  expect(await takeOverResultsFile({ actor: admin, fileId, now: noon })).toBe(true);
  await applyResultsFile({ fileId });
  expect((await fileOf(fileId)).state).toBe("takenOver");
}
async function importList(rows: Rows, day?: string): Promise<string> {
  const fileId = await checkList(rows, day);
  await takeOver(fileId);
  return fileId;
}
const fileOf = (fileId: string) => asService((tx) => tx.resultsFile.findUniqueOrThrow({ where: { id: fileId } }));
const summaryOf = async (fileId: string) => (await fileOf(fileId)).summary as unknown as SchoolListSummary;
const schoolOf = (urn: string) => asService((tx) => tx.school.findUniqueOrThrow({ where: { urn } }));
const everything = () =>
  asService(async (tx) => ({
    schools: await tx.school.findMany({ orderBy: { urn: "asc" } }),
    links: await tx.schoolLink.findMany({ orderBy: [{ fromId: "asc" }, { toId: "asc" }] }),
  }));
const predecessorOf = async (urn: string) => {
  const { predecessorId } = await schoolOf(urn);
  return (
    predecessorId && asService((tx) => tx.school.findUniqueOrThrow({ where: { id: predecessorId } })).then((s) => s.urn)
  );
};
const choicesOf = (fileId: string) => listMatchChoices({ actor: admin, fileId, page: 1 });
const choose = (fileId: string, answers: Record<string, string>) =>
  saveMatchChoices({ actor: admin, fileId, answers, now: noon });

const closed = (number: number, other?: number) =>
  listRow(number, { ICLOSE: "2", CLOSEDATE: "20260831", OTHERURN: other ? String(900_000 + other) : " " });
const opened = (number: number, other?: number) =>
  listRow(number, { OPENDATE: "20260901", OTHERURN: other ? String(900_000 + other) : " " });

describe("a list of schools", () => {
  it("counts nothing until it is taken over, then stores every school with the day and the file it is from", async () => {
    const fileId = await checkList([listRow(1), closed(2), listRow(3, { NFTYPE: "Sixth Form College" })]);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", kind: "schools", rowsRead: 3, undecided: 0 });
    expect(await summaryOf(fileId)).toMatchObject({ newSchools: 3, changedSchools: 0, listedOn: "2026-11-01" });
    expect((await everything()).schools).toEqual([]);
    await takeOver(fileId);
    const school = await schoolOf("900002");
    expect(school).toMatchObject({
      open: false,
      status: "closed",
      mainstream: true,
      detailsFileId: fileId,
      listFileId: fileId,
    });
    expect([school.closedOn, school.detailsOn, school.listedOn].map((day) => day && isoDate(day))).toEqual([
      "2026-08-31",
      "2026-11-01",
      "2026-11-01",
    ]);
    expect(await schoolOf("900003")).toMatchObject({ mainstream: false, open: true });
  });

  it("shows each detail that changes before and after, closes what it says is closed, and takes the same list for none", async () => {
    await importList([giasRow(1), giasRow(2)], "2026-10-01");
    const changed = { "EstablishmentStatus (name)": "Closed", CloseDate: "31-10-2026", EstablishmentName: "New Name" };
    const fileId = await checkList([giasRow(1, changed), giasRow(2)]);
    const summary = await summaryOf(fileId);
    expect(summary).toMatchObject({ newSchools: 0, changedSchools: 1, unchangedSchools: 1, closing: 1 });
    expect(summary.firstChanges).toMatchObject([
      {
        urn: "900001",
        before: { name: "Fictional Primary School 1", open: true, status: "open", closed_on: null },
        after: { name: "New Name", open: false, status: "closed", closed_on: "2026-10-31" },
      },
    ]);
    await takeOver(fileId);
    expect(await schoolOf("900001")).toMatchObject({
      name: "New Name",
      open: false,
      status: "closed",
      easting: 400_000,
    });

    const before = await everything();
    const again = await checkList([giasRow(2), giasRow(1, changed)]);
    expect(await summaryOf(again)).toMatchObject({ newSchools: 0, changedSchools: 0, unchangedSchools: 2 });
    await takeOver(again);
    expect(await everything()).toEqual(before);
  });

  it("never closes or removes what it lacks, and says which open schools those are", async () => {
    await importList([listRow(1), listRow(2), closed(3)], "2026-10-01");
    const fileId = await importList([listRow(1)]);
    expect(await summaryOf(fileId)).toMatchObject({
      lacking: 1,
      firstLacking: [{ urn: "900002", council: "Ashmere" }],
    });
    expect(await schoolOf("900002")).toMatchObject({ open: true, status: "open" });
  });

  it("gives way to what is newer, a list or results, whatever came first, and still tells what was not known", async () => {
    await importList([giasRow(1, { EstablishmentName: "Newer" })], "2026-11-01");
    const older = await importList([giasRow(1, { EstablishmentName: "Older", OpenDate: "01-09-2005" })], "2025-11-01");
    expect((await summaryOf(older)).firstChanges).toMatchObject([{ after: { opened_on: "2005-09-01" } }]);
    const school = await schoolOf("900001");
    expect(school).toMatchObject({ name: "Newer" });
    expect(school.openedOn && isoDate(school.openedOn)).toBe("2005-09-01");

    // The tables of 2026 are of the end of that school year, before the list.
    await importRows({ admin, rows: [fictionalRow(1, { SCHNAME: "Of the tables", ICLOSE: "1" })] });
    expect(await schoolOf("900001")).toMatchObject({ name: "Newer", open: true });
    await importList([giasRow(1, { EstablishmentName: "Older still" })], "2026-08-30");
    expect(await schoolOf("900001")).toMatchObject({ name: "Newer" });
  });

  it("does not open a school again that an admin closed", async () => {
    await importList([listRow(1)], "2026-10-01");
    await asService((tx) =>
      tx.school.update({ where: { urn: "900001" }, data: { open: false, closedByAdminOn: new Date("2026-10-20") } }),
    );
    await importList([listRow(1, { SCHNAME: "New Name" })]);
    expect(await schoolOf("900001")).toMatchObject({ name: "New Name", open: false, status: "open" });
  });

  it("loses the coordinates of a school that moved to another postcode, if it does not give the new ones", async () => {
    await importList([giasRow(1), giasRow(2)], "2026-10-01");
    const { Easting: _, Northing: __, ...moved } = giasRow(1, { Postcode: "ZZ9 9ZZ" });
    await importList([moved]);
    expect(await schoolOf("900001")).toMatchObject({ easting: null, northing: null, postcode: "ZZ9 9ZZ" });
    expect(await schoolOf("900002")).toMatchObject({ easting: 400_000 });
  });

  it("moves a school to another council, and its results stay with it", async () => {
    await importRows({ admin, rows: [fictionalRow(1)] });
    const fileId = await importList([listRow(1, { LA: "002" })]);
    expect(await summaryOf(fileId)).toMatchObject({ moving: 1, newSchools: 0 });
    const school = await schoolOf("900001");
    expect(school).toMatchObject({ councilCode: "002", laestab: "0022001" });
    expect(await asService((tx) => tx.result.count({ where: { schoolId: school.id } }))).toBe(4);
  });

  it("is taken over by the command line too, which answers the same bytes with nothing", async () => {
    const asked = {
      filename: "schools-2026-11-01.csv",
      bytes: bytesOf(csvOf([listRow(1)])),
      expectedYear: null,
      now: noon,
    };
    expect(await importResultsFile(asked)).toMatchObject({ outcome: "takenOver", summary: { newSchools: 1 } });
    expect(await importResultsFile(asked)).toMatchObject({ outcome: "known" });
    const bad = { ...asked, bytes: bytesOf(csvOf([listRow(1, { ICLOSE: "9" })])) };
    expect(await importResultsFile(bad)).toMatchObject({ outcome: "refused", errors: [{ line: 2, column: "ICLOSE" }] });
    expect((await everything()).schools).toHaveLength(1);
  });
});

describe("schools that continue others", () => {
  it("keep the history of the one that closed when they opened, whichever the order of the rows", async () => {
    const fileId = await importList([opened(2, 1), closed(1, 2)]);
    expect(await summaryOf(fileId)).toMatchObject({ links: 1, linksToChoose: 0 });
    expect(await predecessorOf("900002")).toBe("900001");
    expect(await predecessorOf("900001")).toBeNull();
  });

  it("have no history of several until a person names one", async () => {
    const fileId = await importList([closed(1, 3), closed(2, 3), opened(3)]);
    expect(await summaryOf(fileId)).toMatchObject({ links: 0, linksToChoose: 2 });
    expect(await predecessorOf("900003")).toBeNull();
    const { choices, undecided } = await choicesOf(fileId);
    expect(undecided).toBe(1);
    expect(choices).toMatchObject([{ decided: null, options: [{}, {}, { value: "none" }] }]);
    const two = await schoolOf("900002");
    const [choice] = choices;
    expect(await choose(fileId, { [choice?.key ?? ""]: two.id })).toMatchObject({ ok: true, undecided: 0 });
    expect(await predecessorOf("900003")).toBe("900002");
    expect((await choicesOf(fileId)).choices).toMatchObject([{ decided: two.id }]);
  });

  it("lose the history that one link gave when a later list names another, but not what a person decided", async () => {
    await importList([closed(1, 3), opened(3)], "2026-10-01");
    expect(await predecessorOf("900003")).toBe("900001");
    const fileId = await importList([closed(1, 3), closed(2, 3), opened(3)]);
    expect(await predecessorOf("900003")).toBeNull();
    const one = await schoolOf("900001");
    const [choice] = (await choicesOf(fileId)).choices;
    await choose(fileId, { [choice?.key ?? ""]: one.id });
    await importList([closed(1, 3), closed(2, 3), closed(4, 3), opened(3)], "2026-11-02");
    expect(await predecessorOf("900003")).toBe("900001");
  });

  it("are asked for where one became several, where the dates do not say which came first, and never twice", async () => {
    const rows = [closed(1), opened(2, 1), opened(3, 1), listRow(4, { OTHERURN: "900005" }), listRow(5)];
    const fileId = await importList(rows);
    expect(await summaryOf(fileId)).toMatchObject({ links: 0, linksToChoose: 3 });
    const { choices } = await choicesOf(fileId);
    expect(choices).toHaveLength(3);
    const [one, two] = [await schoolOf("900001"), await schoolOf("900002")];
    const later = `later-${two.id}`;
    expect(await choose(fileId, { [later]: one.id })).toMatchObject({ ok: true, undecided: 2 });
    const other = `later-${(await schoolOf("900003")).id}`;
    expect(await choose(fileId, { [other]: one.id })).toMatchObject({
      ok: false,
      errors: { [other]: expect.stringMatching(/go on at/) as string },
    });
    const pair = choices.find(({ key }) => key.startsWith("pair-"))?.key ?? "";
    expect(await choose(fileId, { [pair]: "backward" })).toMatchObject({ ok: true });
    expect(await predecessorOf("900004")).toBe("900005");
    const again = await importList([...rows].reverse(), "2026-11-02");
    expect(await summaryOf(again)).toMatchObject({ links: 0, linksToChoose: 0 });
    expect(await predecessorOf("900004")).toBe("900005");
  });

  it("take no answer that is not one of the options", async () => {
    const fileId = await importList([closed(1, 3), closed(2, 3), opened(3), listRow(4)]);
    const [choice] = (await choicesOf(fileId)).choices;
    const answers = { [choice?.key ?? ""]: (await schoolOf("900004")).id };
    expect(await choose(fileId, answers)).toMatchObject({ ok: false });
    expect(await predecessorOf("900003")).toBeNull();
  });
});

describe("stored schools without a URN", () => {
  const withoutUrn = [...Object.keys(fictionalRow(1))].filter((column) => column !== "URN");
  const stored = () => importRows({ admin, rows: [fictionalRow(1, { URN: "" })], header: withoutUrn });
  const urnLess = () => asService((tx) => tx.school.findMany({ where: { urn: null } }));

  it("are the one school of the list that can have had their results", async () => {
    await stored();
    await importList([
      listRow(1, { ICLOSE: "2", CLOSEDATE: "20271231", URN: "900001" }),
      listRow(1, { OPENDATE: "20280101", URN: "900099" }),
    ]);
    expect(await urnLess()).toEqual([]);
    const { id } = await schoolOf("900001");
    expect(await asService((tx) => tx.result.count({ where: { schoolId: id } }))).toBe(4);
  });

  it("wait for a person where several of the list could be meant", async () => {
    await stored();
    const fileId = await checkList([listRow(1), listRow(1, { URN: "900099" })]);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", undecided: 2 });
    expect(await takeOverResultsFile({ actor: admin, fileId, now: noon })).toBe(false);
    const [school] = await urnLess();
    expect(await choose(fileId, { "urn-900099": school?.id ?? "" })).toMatchObject({ ok: true });
    await recheckFile({ actor: admin, fileId });
    await checkResultsFile({ fileId });
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", undecided: 0 });
    await takeOver(fileId);
    expect((await schoolOf("900099")).id).toBe(school?.id);
    expect(await schoolOf("900001")).toMatchObject({ predecessorId: null });
  });
});

describe("a list that is taken back", () => {
  it("leaves schools and links exactly as they were", async () => {
    await importList([giasRow(1), giasRow(2), closedGias(3, ""), closedGias(5, ""), giasRow(6)], "2026-10-01");
    const before = await everything();
    const fileId = await importList([
      giasRow(1, { EstablishmentName: "New Name", "Federations (name)": "A federation" }),
      giasRow(2, { "LA (code)": "002" }),
      closedGias(3, "900004"),
      giasRow(4, { OpenDate: "01-09-2026" }),
      // Both are known: what links them goes, the schools stay.
      closedGias(5, "900006"),
    ]);
    expect(await predecessorOf("900004")).toBe("900003");
    expect(await predecessorOf("900006")).toBe("900005");
    expect(await takeBackResultsFile({ actor: admin, fileId, now: noon })).toBeNull();
    expect(await everything()).toEqual(before);
  });

  const closedGias = (number: number, SuccessorURN: string) =>
    giasRow(number, { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2026", SuccessorURN });
});
