import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { giasRow } from "./fictional-list.fixture";
import { bytesOf, columns, fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import {
  asService,
  closeResultsDatabase,
  emptyResultsDatabase,
  importRows,
  noon,
  openResultsDatabase,
  schoolOf,
  takeOver,
  uploadRows,
} from "./results-database.fixture";
import { listFileRows } from "./list-file-rows.server";
import { listMatchChoices } from "./list-match-choices.server";
import { saveMatchChoices } from "./save-match-choices.server";
import { listsOf } from "./school-lists.fixture";
import { askTakeBack, takeBackResultsFile } from "./take-back-results-file.server";
import { uploadResultsFile } from "./upload-results-file.server";

let admin: PersonActor;
beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
});
afterAll(closeResultsDatabase);
beforeEach(async () => {
  await asService((tx) => tx.declaredInterest.deleteMany());
  await emptyResultsDatabase();
});

const takeBack = (fileId: string) => takeBackResultsFile({ actor: admin, fileId, now: noon });
const stateOf = async (id: string) =>
  (await asService((tx) => tx.resultsFile.findUniqueOrThrow({ where: { id } }))).state;
/** Everything that is stored of schools and results, averages included. */
const everything = () =>
  asService(async (tx) => ({
    schools: await tx.school.findMany({ orderBy: { id: "asc" } }),
    results: await tx.result.findMany({ orderBy: [{ schoolId: "asc" }, { measure: "asc" }, { year: "asc" }] }),
    averages:
      await tx.$queryRaw`SELECT measure, year, scope, code, mean, schools FROM measure_averages ORDER BY 1, 2, 3, 4`,
    published:
      await tx.$queryRaw`SELECT measure, year, scope, code, value, file_id FROM published_averages ORDER BY 1, 2, 3, 4`,
    changes: [await tx.resultChange.count(), await tx.schoolChange.count(), await tx.fileSchool.count()],
  }));

/** Rows that change all that a file can change of the schools 1 to 3, and bring two more. */
const corrected = [
  fictionalRow(1, { PTENGMATX25: "46.3%", TELIG: "31", SCHNAME: "Renamed School", TOWN: "Elsewhere" }),
  fictionalRow(2, { PTENGMATX23: "SUPP", ICLOSE: "1" }),
  fictionalRow(3, { TELIG: "12", LEA: "002" }),
  fictionalRow(2, { URN: "910002", NFTYPE: "ACC" }),
  fictionalRow(5),
  fictionalRow(6, { RECTYPE: "3", URN: "", ESTAB: "", SCHNAME: "Ashmere", NFTYPE: "" }),
];

describe("a file that is taken back", () => {
  it("leaves exactly what was there before, and can be uploaded again", async () => {
    await importRows({ admin, rows: [1, 2, 3, 4].map((at) => fictionalRow(at)) });
    const before = await everything();
    const fileId = await uploadRows({ admin, rows: corrected });
    await takeOver(admin, fileId);
    const after = await everything();
    expect(after).not.toEqual(before);
    expect((await schoolOf("910002")).predecessorId).toBe((await schoolOf("900002")).id);

    expect(await askTakeBack({ actor: admin, fileId })).toBeNull();
    expect(await takeBack(fileId)).toBeNull();
    expect(await everything()).toEqual(before);
    expect(await stateOf(fileId)).toBe("takenBack");
    // The same form posted again.
    expect(await takeBack(fileId)).toBeNull();

    const again = await uploadResultsFile({
      ...{
        actor: admin,
        filename: "results.csv",
        bytes: bytesOf(fictionalCsv(corrected)),
        expectedYear: null,
        now: noon,
      },
    });
    expect(again.known).toBe(false);
  });

  it("of a newer year gives the last word on the schools back", async () => {
    const older = columns.filter((column) => column !== "PTENGMATX26");
    await importRows({ admin, rows: [fictionalRow(1), fictionalRow(2)], header: older });
    const before = await everything();
    const fileId = await importRows({ admin, rows: [fictionalRow(1, { NFTYPE: "ACC" }), fictionalRow(2)] });
    expect(await schoolOf("900002")).toMatchObject({ detailsYear: 2026 });
    expect(await takeBack(fileId)).toBeNull();
    expect(await everything()).toEqual(before);
  });

  it("leaves a school closed that an admin closed since", async () => {
    await importRows({ admin, rows: [fictionalRow(1)] });
    const fileId = await importRows({ admin, rows: [fictionalRow(1, { SCHNAME: "Renamed School", ICLOSE: "1" })] });
    await asService((tx) => tx.school.updateMany({ data: { closedByAdminOn: noon } }));
    expect(await takeBack(fileId)).toBeNull();
    expect(await schoolOf("900001")).toMatchObject({ name: "Fictional Primary School 1", open: false });
  });

  it("puts unpublished runs of its measure aside, which keep the schools that they list", async () => {
    const fileId = await importRows({ admin, rows: [fictionalRow(1), fictionalRow(2)] });
    const listed = await schoolOf("900001");
    const run = await addRun("proposed", fileId, listed.id);
    expect(await takeBack(fileId)).toBeNull();
    expect(await asService((tx) => tx.identificationRun.findUniqueOrThrow({ where: { id: run } }))).toMatchObject({
      state: "discarded",
    });
    expect(await asService((tx) => tx.school.findMany())).toMatchObject([
      { urn: "900001", open: false, detailsOn: null },
    ]);
    expect(await asService((tx) => tx.result.count())).toBe(0);
    // A file that has the school again brings it back.
    await importRows({ admin, rows: [fictionalRow(1)] });
    expect(await schoolOf("900001")).toMatchObject({ id: listed.id, open: true });
    await removeRun();
  });
});

describe("once a file is taken back", () => {
  it("nothing of it is listed or asked any more", async () => {
    const fileId = await importRows({ admin, rows: [fictionalRow(1)] });
    const asked = { actor: admin, fileId, page: 1 };
    expect(await listFileRows({ ...asked, list: "newSchools" })).toMatchObject({ total: 1 });
    expect(await takeBack(fileId)).toBeNull();
    const gone = { status: 404 };
    await expect(listFileRows({ ...asked, list: "newSchools" })).rejects.toMatchObject(gone);
    await expect(listMatchChoices(asked)).rejects.toMatchObject(gone);
    await expect(saveMatchChoices({ actor: admin, fileId, answers: {}, now: noon })).rejects.toMatchObject(gone);
  });

  it("a school of a list that a run lists says nothing of the list, and no choice leads to one that went", async () => {
    const fileId = await listsOf(() => admin).importList([
      giasRow(1, { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2026" }),
      giasRow(2),
    ]);
    await addRun("proposed", fileId, (await schoolOf("900001")).id);
    const { id: schoolId } = await schoolOf("900002");
    await asService((tx) => tx.urnChoice.create({ data: { urn: "900099", schoolId, decidedAt: noon } }));
    expect(await takeBack(fileId)).toBeNull();
    const nothing = { status: null, openedOn: null, closedOn: null, easting: null, listedOn: null, listFileId: null };
    expect(await asService((tx) => tx.school.findMany())).toMatchObject([{ urn: "900001", open: false, ...nothing }]);
    expect(await asService((tx) => tx.urnChoice.count())).toBe(0);
    await removeRun();
  });
});

describe("a file cannot be taken back", () => {
  it("before it is taken over, or by somebody who may not know of it", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1)] });
    expect(await takeBack(fileId)).toMatch(/^Only a file that was taken over/);
    const reviewer = { ...admin, roles: [{ role: "reviewer" as const, councilCode: null, schoolId: null }] };
    await expect(takeBackResultsFile({ actor: reviewer, fileId, now: noon })).rejects.toMatchObject({ status: 404 });
  });

  it("where a later file changed or repeated some of its results, until that one is", async () => {
    const first = await importRows({ admin, rows: [fictionalRow(1), fictionalRow(2)] });
    const other = await importRows({ admin, rows: [fictionalRow(7)] });
    const second = await importRows({ admin, rows: [fictionalRow(1, { PTENGMATX25: "50%" })] });
    const stored = await everything();
    expect(await takeBack(first)).toMatch(/taken over later and is about some of the same schools/);
    expect(await everything()).toEqual(stored);
    expect(await takeBack(other)).toBeNull();
    expect(await takeBack(second)).toBeNull();
    expect(await takeBack(first)).toBeNull();
    expect(await asService((tx) => tx.school.count())).toBe(0);
  });

  it("where something points to a school that only it brought", async () => {
    const fileId = await importRows({ admin, rows: [fictionalRow(1)] });
    const { id } = await schoolOf("900001");
    await asService((tx) =>
      tx.declaredInterest.create({
        data: { personId: admin.personId, schoolId: id, nature: "Governor", declaredAt: noon },
      }),
    );
    expect(await takeBack(fileId)).toMatch(/Fictional Primary School 1 \(a declared interest\)/);
    expect(await stateOf(fileId)).toBe("takenOver");
  });

  it("where a published run rests on it", async () => {
    const fileId = await importRows({ admin, rows: [fictionalRow(1)] });
    await addRun("published", fileId, (await schoolOf("900001")).id);
    expect(await takeBack(fileId)).toBe(
      "This file cannot be taken back: run 1 of Primary floor was published and rests on it.",
    );
    await removeRun();
  });
});

/** A run of a programme of the files' measure that lists one school. */
async function addRun(state: string, fileId: string, schoolId: string): Promise<string> {
  const id = randomUUID();
  await asService(async (tx) => {
    const day = new Date("2027-02-26");
    const programme = await tx.programme.create({
      data: {
        ...{
          name: "Primary floor",
          template: "primary",
          measure: "ks2-l4-em",
          floor: 55,
          latestYear: 2026,
          ruleYears: 1,
        },
        ...{
          concernYears: 4,
          gapPolicy: "break",
          minPublishedYears: 1,
          goalValue: 78,
          goalYear: 2028,
          goalKind: "national",
        },
        ...{ exitYears: 1, cohortSize: 12, smallestCouncil: 5, priorityDueOn: day, standardDueOn: day, graceDays: 5 },
        createdAt: noon,
      },
    });
    const files = [{ id: fileId }];
    const counts = { ruleVersion: 1, rule: {}, files, number: 1, createdAt: noon };
    await tx.identificationRun.create({ data: { id, programmeId: programme.id, state, ...counts } });
    const verdict = { councilCode: "001", eligible: true, flagged: false, firstConcern: false, boundary: false };
    await tx.runSchool.create({ data: { runId: id, schoolId, ...verdict, values: {}, sentence: "At the floor" } });
  });
  return id;
}

/** Runs are kept for ever: a test's own goes with the help of whoever owns the tables. */
async function removeRun(): Promise<void> {
  const { withClient } = await import("~/platform/embedded/connect");
  await withClient(process.env.DATABASE_URL ?? "", async (client) => {
    for (const table of ["run_schools", "run_councils", "identification_runs"])
      await client.query(
        `ALTER TABLE ${table} DISABLE TRIGGER USER; DELETE FROM ${table}; ALTER TABLE ${table} ENABLE TRIGGER USER`,
      );
    await client.query("DELETE FROM programmes");
  });
}
