import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type PersonActor, system } from "~/platform/actor";
import { describeFileProgress } from "./describe-progress";
import { bytesOf, fictionalCouncils, fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import { getFileProgress } from "./get-results-file.server";
import { noteProgress } from "./note-progress.server";
import { readResultsText } from "./read-results-file";
import { asService, closeResultsDatabase, openResultsDatabase, uploadRows } from "./results-database.fixture";

let admin: PersonActor;
beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
});
afterAll(closeResultsDatabase);
afterEach(() => vi.useRealTimers());

describe("while a file is read", () => {
  it("the reader gives way every thousand rows, twice: when it cuts them and when it checks them", () => {
    const text = fictionalCsv(Array.from({ length: 3500 }, (_, at) => fictionalRow(at + 1)));
    const turns = readResultsText({ text, encoding: "utf-8", filename: "a.csv", councilCodes: fictionalCouncils });
    let count = 0;
    while (!turns.next().done) count += 1;
    expect(count).toBe(3 + 3 + 1);
    expect(bytesOf(text).length).toBeGreaterThan(200_000);
  });

  it("its rows, share and rate are noted twice a second, for the page that waits", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1)] });
    await asService((tx) => tx.resultsFile.update({ where: { id: fileId }, data: { state: "reading", rowsRead: 0 } }));
    vi.useFakeTimers({ toFake: ["performance"] });
    const onProgress = noteProgress(system("test"), fileId);
    onProgress({ share: 0.1, rows: 2000 });
    vi.advanceTimersByTime(600);
    onProgress({ share: 0.5, rows: 12_000 });
    onProgress({ share: 0.6, rows: 14_000 });
    const progress = () => getFileProgress({ actor: admin, fileId });
    await vi.waitFor(async () => expect(await progress()).toMatchObject({ rowsRead: 12_000, readRate: 20_000 }));
    expect(describeFileProgress(await progress())).toEqual({
      ...{ done: false, text: "12,000 rows read, 20,000 a second", share: 0.5 },
    });
  });

  it.each([
    ["waiting", 0, 0, "Waiting for its turn"],
    ["reading", 0, 0, "Reading the rows"],
    ["reading", 17_000, 1, "17,000 rows read, 30,000 a second. Comparing them with what is stored"],
    ["takingOver", 1, 1, "Storing the results of 1 school"],
    ["checked", 1, 1, "Done"],
  ])("the page says of one that is %s with %i rows: %s", (state, rowsRead, readShare, text) => {
    expect(describeFileProgress({ kind: "results", state, rowsRead, readShare, readRate: 30_000 }).text).toBe(text);
  });

  it("the page says of a list of schools that schools are stored, not results", () => {
    const list = { kind: "schools", state: "takingOver", rowsRead: 2_000, readShare: 1, readRate: 30_000 };
    expect(describeFileProgress(list).text).toBe("Storing 2,000 schools");
  });
});
