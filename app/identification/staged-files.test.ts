import { describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { checkResultsFile } from "./check-results-file.server";
import type { FileListId } from "./file-lists";
import { columns, fictionalRow } from "./fictional-results.fixture";
import type { FileSummary } from "./file-summary";
import { importResultsFile } from "./import-results-file.server";
import { listFileRows } from "./list-file-rows.server";
import { recheckFile } from "./recheck-file.server";
import {
  asService,
  beginEmpty,
  importRows,
  noon,
  schoolOf,
  storedResults,
  takeOver,
  uploadRows,
} from "./results-database.fixture";
import { takeOverResultsFile } from "./take-over-results-file.server";
import { bytesOf, fictionalCsv } from "./fictional-results.fixture";

let admin: PersonActor;
beginEmpty((opened) => (admin = opened));

const fileOf = (id: string) => asService((tx) => tx.resultsFile.findUniqueOrThrow({ where: { id } }));
const summaryOf = async (id: string) => (await fileOf(id)).summary as FileSummary;
const rowsOf = async (fileId: string, list: FileListId, page: number | null = 1) =>
  (await listFileRows({ actor: admin, fileId, list, page })).rows;
const countStaged = () =>
  asService(
    async (tx) => (await tx.stagedRow.count()) + (await tx.stagedResult.count()) + (await tx.stagedDetail.count()),
  );
const older = columns.filter((column) => column !== "PTENGMATX26");

describe("what a checked file lists", () => {
  it("is the same before it is taken over and after, and stays when a later file replaces some of it", async () => {
    await importRows({ admin, rows: [fictionalRow(1), fictionalRow(2)] });
    const rows = [
      fictionalRow(1, { PTENGMATX25: "46.3%", TELIG: "31" }),
      fictionalRow(2, { SCHNAME: "Renamed School", ICLOSE: "1", TELIG: "28" }),
      fictionalRow(3, { PTENGMATX24: "SUPP" }),
    ];
    const fileId = await uploadRows({ admin, rows });
    expect(await summaryOf(fileId)).toMatchObject({
      ...{ newSchools: 1, newResults: 4, changedResults: 1, changedPupils: 2, changedSchools: 1, unchangedResults: 5 },
    });
    const lists = async () => ({
      changed: await rowsOf(fileId, "changedResults"),
      pupils: await rowsOf(fileId, "changedPupils"),
      details: await rowsOf(fileId, "changedSchools"),
      newSchools: await rowsOf(fileId, "newSchools"),
      newResults: await rowsOf(fileId, "newResults"),
    });
    const measure = "Level 4 or above in English and maths";
    const one = ["Fictional Primary School 1", "001/2001", "900001"];
    const three = ["Fictional Primary School 3", "001/2003", "900003"];
    const wanted = {
      changed: [[...one, measure, 2025, "60%", "46.3%", null, null]],
      pupils: [
        [...one, measure, 2026, "60%", 30, 31],
        ["Fictional Primary School 2", "001/2002", "900002", measure, 2026, "60%", 30, 28],
      ],
      details: [
        ["Fictional Primary School 2", "001/2002", "900002", "Name", "Fictional Primary School 2", "Renamed School"],
        ["Fictional Primary School 2", "001/2002", "900002", "Open", "Yes", "No"],
      ],
      newSchools: [[...three, "Ashmere", "CY", "Yes"]],
      newResults: [
        [...three, measure, 2023, "60%", null],
        [...three, measure, 2024, "no figure (SUPP)", null],
        [...three, measure, 2025, "60%", null],
        [...three, measure, 2026, "60%", 30],
      ],
    };
    expect(await lists()).toEqual(wanted);
    await takeOver(admin, fileId);
    // A school goes by the name that it has now.
    const renamed = (rows: unknown[][]) =>
      rows.map((row) =>
        row.map((cell, at) => (at === 0 && cell === "Fictional Primary School 2" ? "Renamed School" : cell)),
      );
    const after = Object.fromEntries(Object.entries(wanted).map(([list, rows]) => [list, renamed(rows)]));
    expect(await lists()).toEqual(after);
    expect(await schoolOf("900002")).toMatchObject({ name: "Renamed School", open: false });
    await importRows({ admin, rows: [fictionalRow(1, { PTENGMATX25: "50%" }), fictionalRow(3)] });
    expect(await lists()).toEqual(after);
    expect(await countStaged()).toBe(0);
  });

  it("comes in pages of 50, and whole for a CSV", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => fictionalRow(at + 1));
    const fileId = await uploadRows({ admin, rows });
    const list = "newResults" as const;
    expect(await listFileRows({ actor: admin, fileId, list, page: 1 })).toMatchObject({
      total: 120,
      rows: { length: 50 },
    });
    expect(await rowsOf(fileId, list, 3)).toHaveLength(20);
    expect(await rowsOf(fileId, list, null)).toHaveLength(120);
  });

  it("holds every error of a refused file, beyond the first hundreds", async () => {
    const rows = Array.from({ length: 450 }, (_, at) => fictionalRow(at + 1, { PTENGMATX24: "?" }));
    const fileId = await uploadRows({ admin, rows });
    const list = "errors" as const;
    expect(await listFileRows({ actor: admin, fileId, list, page: 9 })).toMatchObject({
      total: 450,
      rows: { length: 50 },
    });
    expect((await rowsOf(fileId, list, null)).at(-1)).toEqual([
      ...[451, "PTENGMATX24", "?", "Must be a percentage or a published code such as SUPP"],
    ]);
    expect(await countStaged()).toBe(0);
  });

  it("is for admins", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1)] });
    const reviewer = { ...admin, roles: [{ role: "reviewer" as const, councilCode: null, schoolId: null }] };
    const asked = { actor: reviewer, fileId, list: "newSchools" as const, page: 1 };
    await expect(listFileRows(asked)).rejects.toMatchObject({ status: 404 });
    await expect(recheckFile({ actor: reviewer, fileId })).rejects.toMatchObject({ status: 404 });
  });
});

describe("a row without a URN", () => {
  /** Two schools that hold one number, the first of them known to be older where `linked`. */
  async function sharedNumber({ linked }: { linked: boolean }) {
    await importRows({ admin, rows: [fictionalRow(1), fictionalRow(2, { URN: "910001", ESTAB: "2002" })] });
    const [first, second] = [await schoolOf("900001"), await schoolOf("910001")];
    await asService((tx) =>
      tx.school.update({
        where: { id: second.id },
        data: { laestab: first.laestab, predecessorId: linked ? first.id : null },
      }),
    );
    return { first, second };
  }
  const unnamed = fictionalRow(1, { URN: "", PTENGMATX26: "40%", PTENGMATX: "40%" });
  const decide = (schoolId: string | null) =>
    asService((tx) =>
      tx.laestabChoice.upsert({
        where: { laestab: "0012001" },
        create: { laestab: "0012001", schoolId, decidedAt: noon },
        update: { schoolId },
      }),
    );

  it("that several schools could be meant by waits for a person, whose choice counts for later files too", async () => {
    const { first, second } = await sharedNumber({ linked: false });
    const fileId = await uploadRows({ admin, rows: [unnamed, fictionalRow(3)] });
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", undecided: 1 });
    expect(await asService((tx) => tx.stagedUnmatched.findMany({ where: { fileId } }))).toMatchObject([
      { line: 2, laestab: "0012001", candidateIds: [first.id, second.id] },
    ]);
    expect(await takeOverResultsFile({ actor: admin, fileId, now: noon })).toBe(false);

    await decide(second.id);
    expect(await recheckFile({ actor: admin, fileId })).toBe(true);
    await checkResultsFile({ fileId });
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", undecided: 0 });
    expect(await rowsOf(fileId, "choices")).toMatchObject([
      [2, expect.anything(), "001/2001", expect.anything(), expect.stringContaining("910001")],
    ]);
    await takeOver(admin, fileId);
    expect((await storedResults()).filter((row) => row.includes("2026"))).toEqual([
      ...["0012001 900001 2026 60", "0012001 910001 2026 40", "0012003 900003 2026 60"],
    ]);
    const later = await uploadRows({ admin, rows: [{ ...unnamed, PTENGMATX: "41%", PTENGMATX26: "41%" }] });
    expect(await fileOf(later)).toMatchObject({ undecided: 0, summary: { changedResults: 1 } });
  });

  it("can be left out", async () => {
    await sharedNumber({ linked: false });
    await decide(null);
    const fileId = await uploadRows({ admin, rows: [unnamed, fictionalRow(3)] });
    expect(await fileOf(fileId)).toMatchObject({
      undecided: 0,
      summary: { leftOut: 1, newSchools: 1, changedResults: 0 },
    });
    await takeOver(admin, fileId);
    expect((await storedResults()).filter((row) => row.includes("0012001 ") && row.includes("2026 60"))).toHaveLength(
      2,
    );
  });

  it("is refused on the command line, with the candidates", async () => {
    await sharedNumber({ linked: false });
    const bytes = bytesOf(fictionalCsv([unnamed]));
    const imported = await importResultsFile({ filename: "a.csv", bytes, expectedYear: null, now: noon });
    expect(imported).toMatchObject({
      outcome: "refused",
      errorCount: 1,
      errors: [{ line: 2, found: "0012001", message: expect.stringContaining("2 schools (URN 900001, 910001)") }],
    });
    expect(await asService((tx) => tx.resultsFile.count())).toBe(1);
  });

  it("means the last of schools that continue each other", async () => {
    const { second } = await sharedNumber({ linked: true });
    const fileId = await uploadRows({ admin, rows: [unnamed] });
    expect(await fileOf(fileId)).toMatchObject({ undecided: 0, summary: { changedResults: 1 } });
    expect((await summaryOf(fileId)).changes[0]?.schoolId).toBe(second.id);
  });

  it.each([
    ["closed before the school year of its figure", "2025-08-31", null, "910001"],
    ["closed within it", "2025-09-01", null, null],
    ["opened after it", null, "2026-09-01", "900001"],
    ["opened on its last day", null, "2026-08-31", null],
  ])("does not mean a school that %s", async (_, closedOn, openedOn, meant) => {
    const { first, second } = await sharedNumber({ linked: false });
    const day = (text: string | null) => (text ? new Date(`${text}T00:00:00Z`) : null);
    await asService(async (tx) => {
      await tx.school.update({ where: { id: first.id }, data: { closedOn: day(closedOn) } });
      await tx.school.update({ where: { id: second.id }, data: { openedOn: day(openedOn) } });
    });
    const fileId = await uploadRows({ admin, rows: [unnamed] });
    expect((await fileOf(fileId)).undecided).toBe(meant === null ? 1 : 0);
    if (meant) expect((await summaryOf(fileId)).changes[0]?.schoolId).toBe((await schoolOf(meant)).id);
  });

  it("that no holder of its number can be is a school of its own", async () => {
    await importRows({ admin, rows: [fictionalRow(1)] });
    await asService((tx) =>
      tx.school.updateMany({
        data: { openedOn: new Date("2026-09-01T00:00:00Z"), detailsYear: null, detailsOn: new Date("2026-10-01") },
      }),
    );
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1, { URN: "" })], header: older });
    expect(await fileOf(fileId)).toMatchObject({ summary: { newSchools: 1, continued: 1 } });
  });
});

describe("a list of schools", () => {
  it("outranks what a results file would link", async () => {
    const header = [...columns, "URN_AC"];
    const closed = { ...fictionalRow(1, { ICLOSE: "1" }), URN_AC: "910009" };
    await importRows({ admin, rows: [fictionalRow(8), fictionalRow(9, { URN: "910009", NFTYPE: "AC" })] });
    const [from, to] = [await schoolOf("900008"), await schoolOf("910009")];
    await asService((tx) => tx.schoolLink.create({ data: { fromId: from.id, toId: to.id } }));
    await importRows({ admin, rows: [closed], header });
    expect((await schoolOf("910009")).predecessorId).toBeNull();
    await asService((tx) => tx.schoolLink.deleteMany());
  });
});
