import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "~/audit/verify-log.server";
import type { PersonActor } from "~/platform/actor";
import { confirmAll, importScene, makeProgramme, makeRun } from "~/programmes/programme.fixture";
import { publishRun } from "~/programmes/publish-run.server";
import { meetsExitRule } from "./exit-rule";
import { columns, fictionalRow } from "./fictional-results.fixture";
import { recordResults } from "./record-results.server";
import { asService, closeResultsDatabase, importRows, noon, openResultsDatabase } from "./results-database.fixture";

describe("the exit rule", () => {
  const results = [
    { year: 2025, value: "54.9" },
    { year: 2026, value: "55" },
    { year: 2027, value: "60" },
    { year: 2028, value: null },
  ];
  it.each([
    [2026, 1, true],
    [2026, 2, false],
    [2027, 2, true],
    [2027, 3, false],
    [2028, 1, false],
    [2029, 1, false],
  ])("in %i over %i years: %s", (year, exitYears, met) =>
    expect(meetsExitRule(results, { floor: "55", exitYears, year })).toBe(met),
  );
});

describe("results of a later year", () => {
  let admin: PersonActor;
  beforeAll(async () => {
    ({ admin } = await openResultsDatabase());
  });
  afterAll(closeResultsDatabase);

  it("reach every open case of a school that published one, once", async () => {
    await importScene(admin);
    const programmeId = await makeProgramme(admin, { exitYears: 1 });
    const runId = await makeRun(admin, programmeId);
    await confirmAll(admin, runId);
    await publishRun({ actor: admin, runId, now: noon });

    const header = [...columns.filter((column) => column !== "PTENGMATX26"), "PTENGMATX27"];
    const next = (number: number, value: string) => ({
      ...fictionalRow(number, { LEA: "001", PTENGMATX: value }),
      PTENGMATX27: value,
    });
    const fileId = await importRows({ admin, header, rows: [next(101, "56%"), next(102, "40%"), next(103, "SUPP")] });
    expect(await recordResults({ fileId, now: noon })).toEqual({ recorded: 2 });
    expect(await recordResults({ fileId, now: noon })).toEqual({ recorded: 0 });

    const cases = await asService((tx) =>
      tx.schoolCase.findMany({ where: { councilCode: "001" }, include: { school: true } }),
    );
    const attention = cases.map(({ school, context }) => [
      school.laestab,
      (context as { needsAttention?: unknown }).needsAttention ?? null,
    ]);
    expect(attention.sort()).toEqual([
      ["0012101", { year: 2027, exitRuleMet: true }],
      ["0012102", { year: 2027, exitRuleMet: false }],
      ["0012103", null],
    ]);
    expect(await verifyLog()).toMatchObject({ difference: null });
  });

  it("reach the open case of a school that goes on under another number", async () => {
    const converted = await asService(async (tx) => {
      const { id } = await tx.school.findFirstOrThrow({ where: { laestab: "0012103" } });
      await tx.school.update({ where: { id }, data: { open: false } });
      const first = await tx.school.findFirstOrThrow({ where: { laestab: "0012104" } });
      // Over two conversions: the file knows only the school that there is now.
      await tx.school.update({ where: { id: first.id }, data: { predecessorId: id, open: false } });
      await tx.school.updateMany({ where: { laestab: "0012105" }, data: { predecessorId: first.id } });
      return id;
    });
    const header = [...columns.filter((column) => column !== "PTENGMATX26"), "PTENGMATX27"];
    const row = { ...fictionalRow(105, { LEA: "001", PTENGMATX: "60%" }), PTENGMATX27: "60%" };
    const fileId = await importRows({ admin, header, rows: [row] });
    expect(await recordResults({ fileId, now: noon })).toEqual({ recorded: 1 });
    expect(await recordResults({ fileId, now: noon })).toEqual({ recorded: 0 });
    const found = await asService((tx) => tx.schoolCase.findFirstOrThrow({ where: { schoolId: converted } }));
    expect(found.context).toMatchObject({ needsAttention: { year: 2027, exitRuleMet: true } });
  });
});
