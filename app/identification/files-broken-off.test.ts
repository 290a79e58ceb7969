import { describe, expect, it, vi } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { checkResultsFile } from "./check-results-file.server";
import { compareResults } from "./compare-results.server";
import { bytesOf, fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import { asService, beginEmpty, noon, storedResults, uploadRows } from "./results-database.fixture";
import { storeResults } from "./store-results.server";
import { applyResultsFile } from "./apply-results-file.server";
import { takeOverResultsFile } from "./take-over-results-file.server";
import { uploadResultsFile } from "./upload-results-file.server";

vi.mock("./compare-results.server", { spy: true });
vi.mock("./store-results.server", { spy: true });

let admin: PersonActor;
beginEmpty((opened) => (admin = opened));

const stateOf = async (id: string) =>
  (await asService((tx) => tx.resultsFile.findUniqueOrThrow({ where: { id } }))).state;

/** What PostgreSQL says to one of two transactions that wait for each other, or that saw each other's rows. */
const givenUp = (code: string) => Object.assign(new Error("Given up"), { code });

describe.each(["40P01", "40001"])("a sound file whose transaction the database gives up (%s)", (code) => {
  it("is read at the next try", async () => {
    const bytes = bytesOf(fictionalCsv([fictionalRow(1)]));
    const asked = { actor: admin, filename: "a.csv", bytes, expectedYear: null, now: noon };
    const { fileId } = await uploadResultsFile(asked);
    vi.mocked(compareResults).mockRejectedValueOnce(givenUp(code));
    await expect(checkResultsFile({ fileId })).rejects.toThrow("Given up");
    expect(await stateOf(fileId)).toBe("reading");
    await checkResultsFile({ fileId });
    expect(await stateOf(fileId)).toBe("checked");
  });

  it("is taken over at the next try", async () => {
    const fileId = await uploadRows({ admin, rows: [fictionalRow(1)] });
    await takeOverResultsFile({ actor: admin, fileId, now: noon });
    vi.mocked(storeResults).mockRejectedValueOnce(givenUp(code));
    await expect(applyResultsFile({ fileId })).rejects.toThrow("Given up");
    expect(await stateOf(fileId)).toBe("takingOver");
    expect(await storedResults()).toEqual([]);
    await applyResultsFile({ fileId });
    expect(await storedResults()).toHaveLength(4);
  });
});
