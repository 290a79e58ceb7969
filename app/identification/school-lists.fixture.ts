import { expect } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { checkResultsFile } from "./check-results-file.server";
import { csvOf, listRow } from "./fictional-list.fixture";
import { bytesOf } from "./fictional-results.fixture";
import { listMatchChoices } from "./list-match-choices.server";
import { asService, noon, schoolOf, takeOver } from "./results-database.fixture";
import { saveMatchChoices } from "./save-match-choices.server";
import type { SchoolListSummary } from "./school-list-summary";
import { uploadResultsFile } from "./upload-results-file.server";

export type ListRows = readonly Readonly<Record<string, string>>[];

export const fileOf = (fileId: string) =>
  asService((tx) => tx.resultsFile.findUniqueOrThrow({ where: { id: fileId } }));
export const summaryOf = async (fileId: string) => (await fileOf(fileId)).summary as unknown as SchoolListSummary;

/** Every stored school and link, for what must stay as it is. */
export const everySchool = () =>
  asService(async (tx) => ({
    schools: await tx.school.findMany({ orderBy: { urn: "asc" } }),
    links: await tx.schoolLink.findMany({ orderBy: [{ fromId: "asc" }, { toId: "asc" }] }),
  }));

/** The URN of a school's predecessor. */
export async function predecessorOf(urn: string): Promise<string | null> {
  const { predecessorId } = await schoolOf(urn);
  if (!predecessorId) return null;
  return (await asService((tx) => tx.school.findUniqueOrThrow({ where: { id: predecessorId } }))).urn;
}

/** School `number` of a list of 2016, closed or opened in the summer of 2026, linked with another. */
export const closed = (number: number, other?: number) =>
  listRow(number, { ICLOSE: "2", CLOSEDATE: "20260831", OTHERURN: other ? String(900_000 + other) : " " });
export const opened = (number: number, other?: number) =>
  listRow(number, { OPENDATE: "20260901", OTHERURN: other ? String(900_000 + other) : " " });

/** What an admin does with lists of schools, and the worker for them. */
export function listsOf(admin: () => PersonActor) {
  async function check(rows: ListRows, day = "2026-11-01"): Promise<string> {
    const { fileId } = await uploadResultsFile({
      ...{ actor: admin(), filename: `schools-${day}.csv`, bytes: bytesOf(csvOf(rows)), expectedYear: null, now: noon },
    });
    await checkResultsFile({ fileId });
    return fileId;
  }
  async function takeOverWhole(fileId: string): Promise<void> {
    await takeOver(admin(), fileId);
    expect((await fileOf(fileId)).state).toBe("takenOver");
  }
  return {
    checkList: check,
    takeOverList: takeOverWhole,
    async importList(rows: ListRows, day?: string): Promise<string> {
      const fileId = await check(rows, day);
      await takeOverWhole(fileId);
      return fileId;
    },
    choicesOf: (fileId: string) => listMatchChoices({ actor: admin(), fileId, page: 1 }),
    choose: (fileId: string, answers: Record<string, string>) =>
      saveMatchChoices({ actor: admin(), fileId, answers, now: noon }),
  };
}
