import { describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { listRow } from "./fictional-list.fixture";
import { fictionalRow } from "./fictional-results.fixture";
import { checkResultsFile } from "./check-results-file.server";
import { recheckFile } from "./recheck-file.server";
import { asService, beginEmpty, importRows, noon, schoolOf, takeOver } from "./results-database.fixture";
import { fileOf, listsOf } from "./school-lists.fixture";
import { takeOverResultsFile } from "./take-over-results-file.server";

let admin: PersonActor;
beginEmpty((opened) => (admin = opened));

const { checkList, takeOverList, choicesOf, choose } = listsOf(() => admin);

describe("stored schools without a URN", () => {
  const withoutUrn = [...Object.keys(fictionalRow(1))].filter((column) => column !== "URN");
  const stored = () => importRows({ admin, rows: [fictionalRow(1, { URN: "" })], header: withoutUrn });
  const urnLess = () => asService((tx) => tx.school.findMany({ where: { urn: null } }));

  it.each([
    // The last results are of 2026: of the school year that ended on 31 August 2026.
    { opens: "20260831", closes: "20260831", undecided: 2 },
    { opens: "20260901", closes: "20260831", undecided: 0 },
    { opens: "20260901", closes: "20250901", undecided: 0 },
    { opens: "20260831", closes: "20250831", undecided: 0, kept: "900099" },
  ])("are no school that opened or closed too far from their last results: $opens, $closes", async (dates) => {
    await stored();
    const fileId = await checkList([
      listRow(1, { ICLOSE: "2", OPENDATE: "19500901", CLOSEDATE: dates.closes }),
      listRow(1, { OPENDATE: dates.opens, URN: "900099" }),
    ]);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", undecided: dates.undecided });
    if (dates.undecided > 0) return;
    await takeOverList(fileId);
    expect(await urnLess()).toEqual([]);
    const { id } = await schoolOf(dates.kept ?? "900001");
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
    await takeOverList(fileId);
    expect((await schoolOf("900099")).id).toBe(school?.id);
    expect(await schoolOf("900001")).toMatchObject({ predecessorId: null });
  });

  it("cannot be the answer for two rows, in one form or in two", async () => {
    await stored();
    const fileId = await checkList([listRow(1), listRow(1, { URN: "900099" })]);
    const id = (await urnLess())[0]?.id ?? "";
    const already = { ok: false, errors: { "urn-900099": "Chosen for URN 900001 already" } };
    expect(await choose(fileId, { "urn-900001": id, "urn-900099": id })).toMatchObject(already);
    expect(await choose(fileId, { "urn-900001": id })).toMatchObject({ ok: true });
    expect(await choose(fileId, { "urn-900099": id })).toMatchObject(already);
    // The other way round, in whatever order the form has them.
    expect(await choose(fileId, { "urn-900099": id, "urn-900001": "none" })).toMatchObject({ ok: true });
  });

  it("wait for a person where earlier answers for two rows are the same school", async () => {
    await stored();
    const schoolId = (await urnLess())[0]?.id ?? null;
    await asService((tx) =>
      tx.urnChoice.createMany({
        data: ["900001", "900099"].map((urn) => ({ urn, schoolId, decidedAt: noon })),
      }),
    );
    const fileId = await checkList([listRow(1), listRow(1, { URN: "900099" })]);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", undecided: 2 });
    expect(await choicesOf(fileId)).toMatchObject({ undecided: 2, choices: [{ decided: null }, { decided: null }] });
    await choose(fileId, { "urn-900001": "none" });
    await recheckFile({ actor: admin, fileId });
    await checkResultsFile({ fileId });
    await takeOverList(fileId);
    expect((await schoolOf("900099")).id).toBe(schoolId);
    expect((await schoolOf("900001")).id).not.toBe(schoolId);
  });

  it("are compared again where somebody chose otherwise since the list was checked", async () => {
    await stored();
    const fileId = await checkList([listRow(1), listRow(1, { URN: "900099" })]);
    const id = (await urnLess())[0]?.id ?? "";
    await choose(fileId, { "urn-900001": id, "urn-900099": "none" });
    await recheckFile({ actor: admin, fileId });
    await checkResultsFile({ fileId });
    expect(await choose(fileId, { "urn-900001": "none", "urn-900099": id })).toMatchObject({ ok: true });
    await takeOver(admin, fileId);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", undecided: 0 });
    expect(await urnLess()).toHaveLength(1);
  });
});
