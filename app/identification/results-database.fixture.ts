import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type PersonActor, system } from "~/platform/actor";
import type { CreatedDatabase } from "~/platform/create-database";
import { createTestDatabase } from "~/platform/create-test-database";
import { asActor, closeDatabase, type Tx } from "~/platform/db.server";
import { checkResultsFile } from "./check-results-file.server";
import { bytesOf, fictionalCsv, type FictionalRow } from "./fictional-results.fixture";
import { applyResultsFile } from "./apply-results-file.server";
import { takeOverResultsFile } from "./take-over-results-file.server";
import { uploadResultsFile } from "./upload-results-file.server";

let database: CreatedDatabase | undefined;

export const noon = new Date("2026-11-24T12:00:00Z");

export const asService = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asActor(system("test"), work);

/** A database of the test file's own with the fictional councils and an admin. */
export async function openResultsDatabase(): Promise<{ url: string; admin: PersonActor }> {
  database = await createTestDatabase();
  const { url } = database;
  Object.assign(process.env, { DATABASE_URL: url, SESSION_SECRET: randomBytes(32).toString("hex") });
  const personId = randomUUID();
  await asService(async (tx) => {
    const names = { "001": "Ashmere", "002": "Brackenfold", "003": "Calverstone" };
    await tx.council.createMany({
      data: Object.entries(names).map(([code, name]) => ({ code, name, region: "North Vale" })),
    });
    await tx.person.create({
      data: {
        id: personId,
        name: "Admin",
        email: "admin@department.example",
        grants: { create: { role: "admin", grantedAt: noon } },
      },
    });
  });
  const roles = [{ role: "admin" as const, councilCode: null, schoolId: null }];
  return { url, admin: { kind: "person", personId, name: "Admin", email: "admin@department.example", roles } };
}

export async function closeResultsDatabase(): Promise<void> {
  await closeDatabase();
  await database?.drop();
}

type Upload = {
  admin: PersonActor;
  rows: readonly FictionalRow[];
  header?: readonly string[];
  year?: number;
  now?: Date;
};

/** Uploads rows in the layout of the key stage 2 tables and reads them, as the worker would. Returns the file's id. */
export async function uploadRows({ admin, rows, header, year, now = noon }: Upload): Promise<string> {
  const bytes = bytesOf(fictionalCsv(rows, header ? { header } : {}));
  const file = { actor: admin, filename: "results.csv", bytes, expectedYear: year ?? null, now };
  const { fileId } = await uploadResultsFile(file);
  await checkResultsFile({ fileId });
  return fileId;
}

/** The same, and takes the file over. */
export async function importRows(upload: Upload): Promise<string> {
  const fileId = await uploadRows(upload);
  await takeOver(upload.admin, fileId, upload.now);
  return fileId;
}

/** Takes a checked file over, as the worker would. */
export async function takeOver(admin: PersonActor, fileId: string, now = noon): Promise<void> {
  await takeOverResultsFile({ actor: admin, fileId, now });
  await applyResultsFile({ fileId });
}

/** Takes away every school, result and file, so that the next test begins with none. */
export const emptyResultsDatabase = (): Promise<void> =>
  asService(async (tx) => {
    await tx.result.deleteMany();
    await tx.school.updateMany({ data: { predecessorId: null } });
    await tx.school.deleteMany();
    await tx.resultChange.deleteMany();
    await tx.schoolChange.deleteMany();
    await tx.fileSchool.deleteMany();
    await tx.stagedRow.deleteMany();
    await tx.stagedUnmatched.deleteMany();
    await tx.stagedResult.deleteMany();
    await tx.stagedDetail.deleteMany();
    await tx.stagedSuccession.deleteMany();
    await tx.stagedSchool.deleteMany();
    await tx.stagedLink.deleteMany();
    await tx.fileLink.deleteMany();
    await tx.schoolList.deleteMany();
    await tx.laestabChoice.deleteMany();
    await tx.urnChoice.deleteMany();
    await tx.resultsFileContent.deleteMany();
    await tx.resultsFile.deleteMany();
  });

export const schoolOf = (urn: string) => asService((tx) => tx.school.findUniqueOrThrow({ where: { urn } }));

/** Every stored result as "laestab year value-or-code", in order. */
export const storedResults = (): Promise<string[]> =>
  asService(async (tx) => {
    const rows = await tx.result.findMany();
    const schools = await tx.school.findMany({ select: { id: true, laestab: true, urn: true } });
    const nameOf = new Map(schools.map(({ id, laestab, urn }) => [id, `${laestab} ${urn}`]));
    return rows
      .map(({ schoolId, year, value, code }) => `${nameOf.get(schoolId)} ${year} ${value?.toString() ?? code}`)
      .sort();
  });

/** Gives the tests of a file a database of their own, empty of schools and files before each, and tells who its admin is. */
export function beginEmpty(tell: (admin: PersonActor) => void): void {
  beforeAll(async () => tell((await openResultsDatabase()).admin));
  afterAll(closeResultsDatabase);
  beforeEach(emptyResultsDatabase);
}
