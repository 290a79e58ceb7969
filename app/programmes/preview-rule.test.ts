import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareRuns } from "~/identification/compare-runs.server";
import type { ComparedList } from "~/identification/compared-lists";
import { discardRun } from "~/identification/confirm-run.server";
import { fictionalRow } from "~/identification/fictional-results.fixture";
import { listComparableRuns } from "~/identification/list-comparable-runs.server";
import {
  asService,
  closeResultsDatabase,
  importRows,
  noon,
  openResultsDatabase,
} from "~/identification/results-database.fixture";
import type { ProgrammeRule } from "~/identification/rule-version";
import type { PersonActor } from "~/platform/actor";
import { explainCaseFlag, explainRunSchool } from "~/schools/explain-flag.server";
import { getProgramme } from "./get-programme.server";
import { listClearedCases } from "./list-cleared-cases.server";
import type { PreviewList } from "./preview-query";
import { previewRule } from "./preview-rule.server";
import { confirmAll, importScene, makeProgramme, makeRun, proposedSettings } from "./programme.fixture";
import { publishRun } from "./publish-run.server";

type Asked = Parameters<typeof previewRule>[0];

let admin: PersonActor;
let rule: ProgrammeRule;
let programmeId: string;

beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
  await importScene(admin);
  rule = await proposedSettings(admin);
  programmeId = await makeProgramme(admin, { cohortSize: 1 });
});
afterAll(closeResultsDatabase);

// As its page does it: the programme is read once, for this reader.
const previewAs = async (actor: PersonActor, changes: Partial<ProgrammeRule> = {}, asked: Partial<Asked> = {}) => {
  const usual = { list: "come", page: 1, pageSize: 50 } as const;
  const programme = await getProgramme({ actor, programmeId });
  return previewRule({ actor, programme, rule: { ...rule, ...changes }, ...usual, ...asked });
};
const preview = (changes: Partial<ProgrammeRule>, list: PreviewList = "come", page: number | null = 1, pageSize = 50) =>
  previewAs(admin, changes, { list, page, pageSize });
const names = ({ schools }: Awaited<ReturnType<typeof preview>>) => schools.map(({ laestab }) => laestab);
const schoolId = (laestab: string) =>
  asService(async (tx) => (await tx.school.findFirstOrThrow({ where: { laestab } })).id);

describe("a preview of the rule", () => {
  it("holds typed settings against the stored ones, and says of each school why it comes or goes", async () => {
    const higher = await preview({ floor: "55.5" });
    expect(higher).toMatchObject({
      against: { runNumber: null },
      before: { eligible: 12, flagged: 5, firstConcern: 1 },
      after: { eligible: 12, flagged: 6, firstConcern: 1 },
      come: 1,
      go: 0,
      total: 1,
    });
    expect(higher.schools).toMatchObject([
      { laestab: "0022202", before: "At or above 55% in 2026: 55", after: "Below 55.5% in 2026: 55", margin: "-0.5" },
    ]);
    const longer = await preview({ ruleYears: 4 }, "go");
    expect(names(longer)).toEqual(expect.arrayContaining(["0012102", "0012103", "0022201", "0032301"]));
    expect(longer.schools[0]).toMatchObject({
      before: "Below 55% in 2026: 50",
      after: "At or above 55% in 2023, 2024 and 2025: 60, 60, 60",
    });
  });

  it("takes away schools with fewer pupils than asked for, in words", async () => {
    const small = await preview({ minPupils: 31 }, "go");
    expect(small.after).toMatchObject({ eligible: 0, flagged: 0 });
    expect(small.schools[0]?.after).toBe("Not eligible: 30 pupils in 2026, fewer than the 31 needed");
    expect((await preview({ minPupils: 30 })).after).toMatchObject({ eligible: 12, flagged: 5 });
  });

  it("lists the schools near the floor by their distance, page after page", async () => {
    const near = await preview({ floor: "51" }, "near");
    expect(near.schools.map(({ margin }) => margin)).toEqual(["-1", "-1", "-1", "-1", "-1"]);
    const far = await preview({ floor: "53" }, "near");
    expect(far.schools.map(({ margin }) => Number(margin))).toEqual([2]);
    const [first, second] = [
      await preview({ floor: "51" }, "near", 1, 2),
      await preview({ floor: "51" }, "near", 2, 2),
    ];
    expect([first.total, ...names(first), ...names(second)]).toEqual([5, ...names(near).slice(0, 4)]);
    expect((await preview({ floor: "51" }, "near", null, 2)).schools).toHaveLength(5);
  });

  it("lists the schools that come and go by council, then name", async () => {
    expect(names(await preview({ floor: "61" }, "come"))).toEqual([
      ...["0012104", "0012105", "0022202", "0022203", "0022204", "0022205", "0032302"],
    ]);
    expect(names(await preview({ floor: "40" }, "go", 2, 2))).toEqual(["0012103", "0022201"]);
  });

  it("stores nothing, and is nobody's but the admins'", async () => {
    const officer: PersonActor = { ...admin, roles: [{ role: "officer", councilCode: "001", schoolId: null }] };
    await expect(previewAs(officer)).rejects.toMatchObject({ status: 404 });
    expect(await asService((tx) => tx.runSchool.count())).toBe(0);
  });
});

describe("a programme whose results were corrected", () => {
  let [first, second, third] = ["", "", ""];

  beforeAll(async () => {
    first = await makeRun(admin, programmeId);
    await confirmAll(admin, first);
    await publishRun({ actor: admin, runId: first, now: noon });
    await importRows({
      admin,
      rows: [
        // One school is corrected to above the floor, one falls below, one loses its result, one is new.
        fictionalRow(101, {
          LEA: "001",
          PTENGMATX26: "70%",
          PTENGMATX: "70%",
          PTENGMATX23: "51%",
          PTENGMATX24: "52%",
          PTENGMATX25: "53%",
        }),
        fictionalRow(203, { LEA: "002", PTENGMATX26: "10%", PTENGMATX: "10%" }),
        fictionalRow(302, { LEA: "003", PTENGMATX26: "SUPP", PTENGMATX: "SUPP" }),
        fictionalRow(209, { LEA: "002" }),
      ],
    });
    second = await makeRun(admin, programmeId);
  });

  const compare = async (list: ComparedList) => {
    const found = await compareRuns({ actor: admin, one: first, other: second, list, page: 1, pageSize: 50 });
    return {
      counts: found.counts,
      schools: found.schools.map(({ laestab, one, other }) => [
        laestab,
        one?.sentence ?? null,
        other?.sentence ?? null,
      ]),
    };
  };

  it("says in what two runs differ, with both sentences", async () => {
    const { counts, schools } = await compare("flagged");
    expect(counts).toEqual({ flagged: 1, cleared: 1, values: 3, eligibility: 1, added: 1, gone: 0 });
    expect(schools).toEqual([["0022203", "At or above 55% in 2026: 60", "Below 55% in 2026: 10"]]);
    expect((await compare("cleared")).schools).toEqual([
      ["0012101", "Below 55% in 2023, 2024, 2025 and 2026: 51, 52, 53, 50", "At or above 55% in 2026: 70"],
    ]);
    expect((await compare("eligibility")).schools).toEqual([
      ["0032302", "At or above 55% in 2026: 60", "Not eligible: no published result in 2026 (SUPP)"],
    ]);
    expect((await compare("values")).schools.map(([laestab]) => laestab)).toEqual(["0012101", "0022203", "0032302"]);
    expect((await compare("added")).schools).toEqual([["0022209", null, "At or above 55% in 2026: 60"]]);
  });

  it("keeps of every school all years that the rule and the concern name, with codes, pupils and where they stand", async () => {
    const id = await schoolId("0032302");
    const row = await asService((tx) => tx.runSchool.findFirstOrThrow({ where: { runId: second, schoolId: id } }));
    expect(row.values).toMatchObject({
      values: { 2023: "60", 2024: "60", 2025: "60" },
      codes: { 2026: "SUPP" },
      pupils: { 2026: 30 },
      files: { 2023: expect.any(String), 2026: expect.any(String) },
    });
  });

  it("lists the open cases that the newest run does not flag", async () => {
    const { run, cases } = await listClearedCases({ actor: admin, programmeId });
    expect(run).toMatchObject({ id: second });
    expect(cases).toMatchObject([
      {
        laestab: "0012101",
        before: "Below 55% in 2023, 2024, 2025 and 2026: 51, 52, 53, 50",
        after: "At or above 55% in 2026: 70",
      },
    ]);
  });

  it("is explained as each run had it, to its own council, and to its head once told, and to nobody else", async () => {
    const id = await schoolId("0012101");
    const asked = { actor: admin, schoolId: id };
    const old = await explainRunSchool({ ...asked, runId: first });
    expect(old).toMatchObject({
      flagged: true,
      firstConcern: true,
      heldAs: null,
      run: { number: 1, ruleVersion: 1 },
      years: [
        { year: 2023, value: "51" },
        { year: 2024 },
        { year: 2025 },
        { year: 2026, value: "50", pupils: 30, file: "results.csv" },
      ],
    });
    expect(old.averages.region[2026]?.printed).toBe(false);
    expect(await explainRunSchool({ ...asked, runId: second })).toMatchObject({
      flagged: false,
      run: { publishedAt: null },
    });
    const { id: caseId } = await asService((tx) => tx.schoolCase.findFirstOrThrow({ where: { schoolId: id } }));
    const of = (councilCode: string): PersonActor => ({
      ...admin,
      roles: [{ role: "officer", councilCode, schoolId: null }],
    });
    const read = await explainCaseFlag({ actor: of("001"), caseId });
    expect(read).toMatchObject({ sentence: old.sentence, run: { id: first } });
    expect(JSON.stringify(read)).not.toMatch(/2027-02-26|2027-03|dueOn|cohort|priority/i);
    const head: PersonActor = { ...admin, roles: [{ role: "headteacher", councilCode: "001", schoolId: id }] };
    await expect(explainCaseFlag({ actor: head, caseId })).rejects.toMatchObject({ status: 404 });
    await asService((tx) =>
      tx.headTelling.create({ data: { caseId, runId: first, how: "earlier", toldOn: noon, recordedAt: noon } }),
    );
    const asHead = await explainCaseFlag({ actor: head, caseId });
    expect(asHead).toMatchObject({ sentence: old.sentence, files: [{ checksum: expect.any(String) }] });
    expect(JSON.stringify(asHead)).not.toMatch(/2027-02-26|2027-03|dueOn|cohort|priority/i);
    await expect(explainCaseFlag({ actor: of("002"), caseId })).rejects.toMatchObject({ status: 404 });
    await expect(explainRunSchool({ actor: of("001"), schoolId: id, runId: second })).rejects.toMatchObject({
      status: 404,
    });
  });

  it("is compared as one school where it converted between the runs", async () => {
    const before = await schoolId("0012102");
    await asService(async (tx) => {
      const { id: _, urn: __, ...school } = await tx.school.findUniqueOrThrow({ where: { id: before } });
      await tx.school.create({ data: { ...school, urn: "950102", predecessorId: before } });
    });
    third = await makeRun(admin, programmeId);
    const found = await compareRuns({ actor: admin, one: second, other: third, list: "added", page: 1, pageSize: 50 });
    expect(found.counts).toEqual({ flagged: 0, cleared: 0, values: 0, eligibility: 0, added: 0, gone: 0 });
    const [held] = (await asService((tx) => tx.school.findMany({ where: { urn: "950102" } }))).map(({ id }) => id);
    expect(await explainRunSchool({ actor: admin, runId: first, schoolId: held ?? "" })).toMatchObject({
      heldAs: expect.stringContaining("Fictional Primary School"),
      sentence: "Below 55% in 2026: 50",
    });
    expect((await preview({})).against).toEqual({ runNumber: 3 });
    expect(await preview({}, "go")).toMatchObject({ come: 0, go: 0 });
  });

  it("is held against the newest run that was not put aside", async () => {
    await discardRun({ actor: admin, runId: third });
    expect((await preview({})).against).toEqual({ runNumber: 1 });
    expect((await listClearedCases({ actor: admin, programmeId })).run).toMatchObject({ id: first });
  });

  it("can be compared with a run that was put aside, but not with one that was never worked out", async () => {
    const unfinished = await makeProgramme(admin, { name: "Unfinished" });
    const run = { programmeId: unfinished, number: 1, ruleVersion: 1, rule: { measure: rule.measure }, files: [] };
    for (const state of ["failed", "discarded"])
      await asService((tx) =>
        tx.identificationRun.create({ data: { ...run, number: state === "failed" ? 1 : 2, state, createdAt: noon } }),
      );
    const comparable = await listComparableRuns({ actor: admin, runId: second, measure: rule.measure });
    expect(comparable.map(({ id }) => id)).toEqual([third, first]);
  });
});
