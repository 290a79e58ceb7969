import { describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { discardResultsFile } from "./discard-results-file.server";
import { csvOf, giasRow, listRow } from "./fictional-list.fixture";
import { bytesOf, fictionalRow } from "./fictional-results.fixture";
import { importResultsFile } from "./import-results-file.server";
import { listFileSchools } from "./list-file-schools.server";
import { asService, beginEmpty, importRows, noon, schoolOf } from "./results-database.fixture";
import { closed, everySchool, fileOf, listsOf, summaryOf } from "./school-lists.fixture";
import { takeBackResultsFile } from "./take-back-results-file.server";

let admin: PersonActor;
beginEmpty((opened) => (admin = opened));

const { checkList, takeOverList, importList } = listsOf(() => admin);

describe("a list of schools", () => {
  it("counts nothing until it is taken over, then stores every school with the day and the file it is from", async () => {
    const fileId = await checkList([listRow(1), closed(2), listRow(3, { NFTYPE: "Sixth Form College" })]);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", kind: "schools", rowsRead: 3, undecided: 0 });
    expect(await summaryOf(fileId)).toMatchObject({ newSchools: 3, changedSchools: 0, listedOn: "2026-11-01" });
    expect((await everySchool()).schools).toEqual([]);
    await takeOverList(fileId);
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
    await takeOverList(fileId);
    expect(await schoolOf("900001")).toMatchObject({
      name: "New Name",
      open: false,
      status: "closed",
      easting: 400_000,
    });

    const before = await everySchool();
    const again = await checkList([giasRow(2), giasRow(1, changed)]);
    expect(await summaryOf(again)).toMatchObject({ newSchools: 0, changedSchools: 0, unchangedSchools: 2 });
    await takeOverList(again);
    expect(await everySchool()).toEqual(before);
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
    expect((await everySchool()).schools).toHaveLength(1);
  });

  it("is refused where it is of a day after that of its upload: it would outrank everything that is to come", async () => {
    const today = await checkList([listRow(1)], "2026-11-24");
    expect(await fileOf(today)).toMatchObject({ state: "checked" });
    const fileId = await checkList([listRow(2)], "2026-11-25");
    expect(await fileOf(fileId)).toMatchObject({
      state: "refused",
      errors: {
        errors: [{ line: null, found: "2026-11-25", message: expect.stringMatching(/still to come/) as string }],
      },
    });
  });

  it("names councils where a school moves", async () => {
    await importList([listRow(1)], "2026-10-01");
    const fileId = await checkList([listRow(1, { LA: "002" })]);
    const expected = { before: { council_code: "Ashmere" }, after: { council_code: "Brackenfold" } };
    expect((await summaryOf(fileId)).firstChanges).toMatchObject([expected]);
    expect(await listFileSchools({ actor: admin, fileId })).toMatchObject([expected]);
    await takeOverList(fileId);
    expect(await listFileSchools({ actor: admin, fileId })).toMatchObject([expected]);
  });

  it("lists its schools and those that it lacks, but nothing once it is put aside or taken back", async () => {
    await importList([listRow(1), listRow(2)], "2026-10-01");
    const fileId = await checkList([listRow(1), listRow(3)]);
    const listed = async (id: string) =>
      (await listFileSchools({ actor: admin, fileId: id })).map(({ line, urn, isNew }) => [line, urn, isNew]);
    const expected = [
      [2, "900001", false],
      [3, "900003", true],
      [null, "900002", false],
    ];
    expect(await listed(fileId)).toEqual(expected);
    await takeOverList(fileId);
    expect(await listed(fileId)).toEqual(expected);
    expect(await takeBackResultsFile({ actor: admin, fileId, now: noon })).toBeNull();
    await expect(listed(fileId)).rejects.toMatchObject({ status: 404 });
    const aside = await checkList([listRow(1), listRow(4)]);
    await discardResultsFile({ actor: admin, fileId: aside });
    await expect(listed(aside)).rejects.toMatchObject({ status: 404 });
    const staged = (tx: Tx) => Promise.all([tx.stagedSchool.count(), tx.stagedLink.count(), tx.schoolList.count()]);
    expect(await asService(staged)).toEqual([0, 0, 0]);
  });
});
