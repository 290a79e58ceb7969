import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { addJobInBulk } from "~/platform/add-job.server";
import { applyResultsFile } from "./apply-results-file.server";
import { takeOverResultsFile } from "./take-over-results-file.server";
import { checkResultsFile } from "./check-results-file.server";
import { compareResults } from "./compare-results.server";
import { discardResultsFile } from "./discard-results-file.server";
import { bytesOf, columns, fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import type { FileSummary } from "./file-summary";
import { importResultsFile } from "./import-results-file.server";
import {
  asService,
  closeResultsDatabase,
  emptyResultsDatabase,
  importRows,
  noon,
  openResultsDatabase,
  schoolOf,
  storedResults,
  takeOver,
  uploadRows,
} from "./results-database.fixture";
import { uploadResultsFile } from "./upload-results-file.server";

vi.mock("~/platform/add-job.server", { spy: true });
vi.mock("./compare-results.server", { spy: true });

let admin: PersonActor;

beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
});
afterAll(closeResultsDatabase);
beforeEach(emptyResultsDatabase);

const fileOf = (fileId: string) => asService((tx) => tx.resultsFile.findUniqueOrThrow({ where: { id: fileId } }));
const summaryOf = async (fileId: string) => (await fileOf(fileId)).summary as FileSummary;

describe("a results file", () => {
  it("counts nothing until it is taken over, then stores every school and year", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1), fictionalRow(2, { PTENGMATX24: "SUPP" })] });
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", rowsRead: 2, measures: ["ks2-l4-em"] });
    expect(await summaryOf(fileId)).toMatchObject({ newSchools: 2, newResults: 8, changedResults: 0, year: 2026 });
    expect(await storedResults()).toEqual([]);

    expect(await takeOverResultsFile({ actor: admin, fileId, now: noon })).toBe(true);
    await applyResultsFile({ fileId });
    expect(await fileOf(fileId)).toMatchObject({
      state: "takenOver",
      takenOverById: admin.personId,
      takenOverAt: noon,
    });
    expect(await storedResults()).toEqual([
      "0012001 900001 2023 60",
      "0012001 900001 2024 60",
      "0012001 900001 2025 60",
      "0012001 900001 2026 60",
      "0012002 900002 2023 60",
      "0012002 900002 2024 SUPP",
      "0012002 900002 2025 60",
      "0012002 900002 2026 60",
    ]);
  });

  it("of the same bytes is not kept twice, before it is taken over or after", async () => {
    const bytes = bytesOf(fictionalCsv([fictionalRow(1)]));
    const upload = () => uploadResultsFile({ actor: admin, filename: "a.csv", bytes, expectedYear: null, now: noon });
    const answers = await Promise.all([upload(), upload(), upload()]);
    expect(new Set(answers.map(({ fileId }) => fileId)).size).toBe(1);
    expect(answers.filter(({ known }) => !known)).toHaveLength(1);
    const fileId = answers[0]?.fileId ?? "";
    await checkResultsFile({ fileId });
    await takeOverResultsFile({ actor: admin, fileId, now: noon });
    await applyResultsFile({ fileId });
    expect(await upload()).toEqual({ fileId, known: true });
    expect(await importResultsFile({ filename: "b.csv", bytes, expectedYear: null, now: noon })).toEqual({
      outcome: "known",
      fileId,
    });
    expect(await storedResults()).toHaveLength(4);

    // Whoever expects another year is told so, although the bytes are known.
    const other = await uploadResultsFile({ actor: admin, filename: "a.csv", bytes, expectedYear: 2025, now: noon });
    expect(other.known).toBe(false);
    await checkResultsFile({ fileId: other.fileId });
    expect(await fileOf(other.fileId)).toMatchObject({
      state: "refused",
      errors: { errors: [{ message: expect.stringContaining("The file is for 2026, not 2025") }] },
    });
  });

  it("that corrects another lists exactly what it changes, before and after", async () => {
    await importRows({ admin, rows: [fictionalRow(1), fictionalRow(2)] });
    const corrected = [fictionalRow(1, { PTENGMATX25: "46.3%" }), fictionalRow(2, { PTENGMATX23: "SUPP" })];
    const summary = await summaryOf(await uploadRows({ admin, rows: corrected }));
    expect(summary).toMatchObject({ newSchools: 0, newResults: 0, unchangedResults: 6, changedResults: 2 });
    expect(summary.changes.map(({ laestab, year, before, after }) => [laestab, year, before, after])).toEqual([
      ["0012001", 2025, "60%", "46.3%"],
      ["0012002", 2023, "60%", "no figure (SUPP)"],
    ]);
  });

  it("that still lists a school as open does not open one that an admin closed", async () => {
    await importRows({ admin, rows: [fictionalRow(1), fictionalRow(2)] });
    const { id } = await schoolOf("900001");
    await asService((tx) =>
      tx.school.update({ where: { id }, data: { open: false, closedByAdminOn: new Date("2026-11-24T00:00:00Z") } }),
    );
    await importRows({ admin, rows: [1, 2].map((number) => fictionalRow(number, { PTENGMATX25: "46.3%" })) });
    expect(await schoolOf("900001")).toMatchObject({ open: false });
    expect(await schoolOf("900002")).toMatchObject({ open: true });
  });

  it("that a job broke off is let go of with a sentence, stores nothing and can be uploaded again", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1)] });
    await takeOverResultsFile({ actor: admin, fileId, now: noon });
    expect((await fileOf(fileId)).state).toBe("takingOver");
    // The last step of the transaction, so that there is something to undo.
    vi.mocked(addJobInBulk).mockRejectedValueOnce(new Error("Connection lost"));
    await expect(applyResultsFile({ fileId })).rejects.toThrow("Connection lost");
    expect(await fileOf(fileId)).toMatchObject({
      state: "refused",
      takenOverById: null,
      errors: { count: 1, errors: [{ message: expect.stringContaining("Nothing of it was stored") }] },
    });
    expect(await storedResults()).toEqual([]);
    // The job's next try finds a file that is not its any more.
    await applyResultsFile({ fileId });
    await importRows({ admin, rows: [fictionalRow(1)] });
    expect(await storedResults()).toHaveLength(4);
  });

  it("that cannot be read because of a fault does not stay with the worker", async () => {
    const bytes = bytesOf(fictionalCsv([fictionalRow(1)]));
    const asked = { actor: admin, filename: "a.csv", bytes, expectedYear: null, now: noon };
    const { fileId } = await uploadResultsFile(asked);
    vi.mocked(compareResults).mockRejectedValueOnce(new Error("Connection lost"));
    await expect(checkResultsFile({ fileId })).rejects.toThrow("Connection lost");
    expect(await fileOf(fileId)).toMatchObject({
      state: "refused",
      errors: { errors: [{ message: expect.stringContaining("could not be read because of a fault") }] },
    });
    const again = await uploadResultsFile(asked);
    expect(again.known).toBe(false);
    await checkResultsFile({ fileId: again.fileId });
    expect((await fileOf(again.fileId)).state).toBe("checked");
  });

  it("that is damaged is refused with line and column, and nothing of it is stored", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1), fictionalRow(2, { PTENGMATX24: "abc" })] });
    const file = await fileOf(fileId);
    expect(file.state).toBe("refused");
    expect(file.errors).toMatchObject({ count: 1, errors: [{ line: 3, column: "PTENGMATX24", found: "abc" }] });
    expect(await takeOverResultsFile({ actor: admin, fileId, now: noon })).toBe(false);
    await applyResultsFile({ fileId });
    expect(await storedResults()).toEqual([]);
  });

  it("that is damaged leaves no file behind on the command line", async () => {
    const bytes = bytesOf(fictionalCsv([fictionalRow(1, { LEA: "999" })]));
    const imported = await importResultsFile({ filename: "a.csv", bytes, expectedYear: null, now: noon });
    expect(imported).toMatchObject({ outcome: "refused", errors: [{ line: 2, column: "LEA", found: "999" }] });
    expect(await asService((tx) => tx.resultsFile.count())).toBe(0);
  });

  it("goes back to be looked at where another was taken over since it was checked", async () => {
    const first = await uploadRows({ admin, rows: [fictionalRow(1, { PTENGMATX25: "50%" })] });
    const second = await uploadRows({ admin, rows: [fictionalRow(1, { PTENGMATX25: "51%" })] });
    await Promise.all([first, second].map((fileId) => takeOverResultsFile({ actor: admin, fileId, now: noon })));
    await Promise.all([first, second].map((fileId) => applyResultsFile({ fileId })));
    const states = await Promise.all([first, second].map(async (fileId) => (await fileOf(fileId)).state));
    expect(states.sort()).toEqual(["checked", "takenOver"]);
    const waiting = (await fileOf(first)).state === "checked" ? first : second;
    expect(await summaryOf(waiting)).toMatchObject({ changedMeanwhile: true, changedResults: 1, newSchools: 0 });
    expect((await storedResults())[2]).toBe(`0012001 900001 2025 ${waiting === first ? 51 : 50}`);

    await takeOverResultsFile({ actor: admin, fileId: waiting, now: noon });
    await applyResultsFile({ fileId: waiting });
    expect((await storedResults())[2]).toBe(`0012001 900001 2025 ${waiting === first ? 50 : 51}`);
  });

  it("is compared again before it is taken over only where what is stored has changed since", async () => {
    await importRows({ admin, rows: [fictionalRow(1)] });
    const rows = [fictionalRow(1, { PTENGMATX25: "51%" })];
    const fileId = await uploadRows({ admin, rows });
    vi.mocked(compareResults).mockClear();
    await takeOver(admin, fileId);
    expect(compareResults).not.toHaveBeenCalled();
    expect((await fileOf(fileId)).state).toBe("takenOver");

    const other = await uploadRows({ admin, rows: [fictionalRow(1, { PTENGMATX25: "52%", ICLOSE: "1" })] });
    vi.mocked(compareResults).mockClear();
    await asService((tx) => tx.school.updateMany({ data: { open: false, closedByAdminOn: noon } }));
    await takeOver(admin, other);
    expect(compareResults).toHaveBeenCalledOnce();
    // That the file closes the school is not true any more: an admin has.
    expect(await fileOf(other)).toMatchObject({
      state: "checked",
      summary: { changedMeanwhile: true, changedSchools: 0 },
    });
  });

  it("keeps results from being of a school or a file that is not there, and both from going while they have some", async () => {
    await importRows({ admin, rows: [fictionalRow(1)] });
    const result = await asService((tx) => tx.result.findFirstOrThrow());
    const add = (changes: Partial<typeof result>) =>
      asService((tx) => tx.result.create({ data: { ...result, year: 2001, ...changes } }));
    await expect(add({ schoolId: randomUUID() })).rejects.toMatchObject({ code: "P2003" });
    await expect(add({ fileId: randomUUID() })).rejects.toMatchObject({ code: "P2003" });
    await expect(asService((tx) => tx.school.deleteMany())).rejects.toMatchObject({ code: "P2003" });
    await expect(asService((tx) => tx.resultsFile.deleteMany())).rejects.toMatchObject({ code: "P2003" });
  });

  it("can be put aside until it is taken over", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1)] });
    expect(await discardResultsFile({ actor: admin, fileId })).toBe(true);
    expect(await takeOverResultsFile({ actor: admin, fileId, now: noon })).toBe(false);
    const other = await importRows({ admin, rows: [fictionalRow(1)] });
    expect(await discardResultsFile({ actor: admin, fileId: other })).toBe(false);
  });

  it("is for admins: to anybody else it does not exist", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1)] });
    const reviewer = { ...admin, roles: [{ role: "reviewer" as const, councilCode: null, schoolId: null }] };
    await expect(takeOverResultsFile({ actor: reviewer, fileId, now: noon })).rejects.toMatchObject({ status: 404 });
    await expect(discardResultsFile({ actor: reviewer, fileId })).rejects.toMatchObject({ status: 404 });
  });
});

describe("schools", () => {
  const olderColumns = columns.filter((column) => column !== "PTENGMATX26");

  it("keep what the newest file says of them when an older one is taken over later", async () => {
    await importRows({ admin, rows: [fictionalRow(1, { SCHNAME: "New Name", ICLOSE: "1" })] });
    await importRows({ admin, rows: [fictionalRow(1, { SCHNAME: "Old Name" })], header: olderColumns });
    expect(await schoolOf("900001")).toMatchObject({ name: "New Name", open: false, detailsYear: 2026 });
  });

  it("that convert keep their history, whichever file names the successor", async () => {
    await importRows({ admin, rows: [fictionalRow(1, { ICLOSE: "1" })], header: olderColumns });
    const academy = fictionalRow(1, { URN: "910001", NFTYPE: "ACC" });
    const fileId = await importRows({ admin, rows: [academy] });
    expect(await summaryOf(fileId)).toMatchObject({ continued: 1, newSchools: 1 });
    const [before, after] = [await schoolOf("900001"), await schoolOf("910001")];
    expect(after.predecessorId).toBe(before.id);
    await importRows({ admin, rows: [{ ...academy, URN: "920001", PTENGMATX26: "61%", PTENGMATX: "61%" }] });
    // Two files of the same year: which of the two came first is not known, so nothing is linked.
    expect((await schoolOf("920001")).predecessorId).toBeNull();
  });

  it("are linked too where the older file arrives last", async () => {
    await importRows({ admin, rows: [fictionalRow(1, { URN: "910001", NFTYPE: "ACC" })] });
    await importRows({ admin, rows: [fictionalRow(1)], header: olderColumns });
    expect((await schoolOf("910001")).predecessorId).toBe((await schoolOf("900001")).id);
  });

  it("are linked by the URN that a file says they became", async () => {
    const header = [...columns, "URN_AC"];
    const closed = { ...fictionalRow(1, { ICLOSE: "1" }), URN_AC: "910009" };
    const academy = fictionalRow(9, { URN: "910009", NFTYPE: "AC" });
    await importRows({ admin, rows: [closed, academy], header });
    expect((await schoolOf("910009")).predecessorId).toBe((await schoolOf("900001")).id);
  });

  it("of several that became one are continued by nobody until a person says whose history counts", async () => {
    const header = [...columns, "URN_AC"];
    const closed = [1, 2].map((number) => ({ ...fictionalRow(number, { ICLOSE: "1" }), URN_AC: "910009" }));
    const merged = fictionalRow(9, { URN: "910009", NFTYPE: "AC" });
    await importRows({ admin, rows: [...closed, merged], header });
    const stored = await asService((tx) => tx.school.findUniqueOrThrow({ where: { urn: "910009" } }));
    expect(stored.predecessorId).toBeNull();
  });

  it("that two rows could both be about are refused rather than chosen", async () => {
    const rows = [fictionalRow(1, { URN: "" })];
    await importRows({ admin, rows });
    const both = [fictionalRow(1, { ICLOSE: "1" }), fictionalRow(1, { URN: "910001" })];
    const fileId = await uploadRows({ admin, rows: both });
    expect(await fileOf(fileId)).toMatchObject({ state: "refused", errors: { errors: [{ line: 3 }] } });
  });
});
