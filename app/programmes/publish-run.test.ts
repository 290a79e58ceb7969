import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "~/audit/verify-log.server";
import { confirmRun, discardRun } from "~/identification/confirm-run.server";
import { fictionalRow } from "~/identification/fictional-results.fixture";
import {
  asService,
  closeResultsDatabase,
  importRows,
  noon,
  openResultsDatabase,
} from "~/identification/results-database.fixture";
import { startIdentification } from "~/identification/start-identification.server";
import { tellOfPublication } from "~/notifications/tell-of-publication.server";
import { StaleForm } from "~/plans/event-refused";
import type { PersonActor } from "~/platform/actor";
import { countWaiting } from "~/platform/count-waiting.fixture";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { confirmCohort } from "./confirm-cohort.server";
import { getPublicationPreview } from "./get-publication-preview.server";
import { listRankedCouncils } from "./list-ranked-councils.server";
import { confirmAll, importScene, makeProgramme, makeRun, proposedSettings } from "./programme.fixture";
import { publishRun } from "./publish-run.server";
import { updateProgramme } from "./update-programme.server";

let admin: PersonActor;
let lead: PersonActor;

beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
  lead = { ...admin, roles: [{ role: "lead", councilCode: "001", schoolId: null }] };
  await importScene(admin);
});
afterAll(closeResultsDatabase);

const runOf = (id: string) => asService((tx) => tx.identificationRun.findUniqueOrThrow({ where: { id } }));
const casesOf = (programmeId: string) =>
  asService((tx) => tx.schoolCase.findMany({ where: { programmeId }, include: { school: true } }));
const today = "2026-11-24";

describe("an identification run", () => {
  it("counts what the rule gives, keeps it with its files, and ranks the councils", async () => {
    const runId = await makeRun(admin, await makeProgramme(admin, { cohortSize: 1 }));
    expect(await runOf(runId)).toMatchObject({
      state: "proposed",
      schoolsRead: 12,
      eligible: 12,
      flagged: 5,
      firstConcern: 1,
      boundary: 1,
      files: [{ filename: "results.csv", years: [2023, 2024, 2025, 2026] }],
    });
    const councils = await asActor(admin, (tx) => listRankedCouncils(tx, runId));
    expect(councils.map(({ code, rank, proposed, proportion }) => [code, rank, proposed, proportion])).toEqual([
      ["001", 1, true, 0.6],
      ["002", 2, false, 0.2],
      ["003", null, false, 0.5],
    ]);
  });

  it("is started once by the same form, and puts an unpublished one aside", async () => {
    const programmeId = await makeProgramme(admin);
    const commandId = "6f6f0c1e-6f1e-4f9e-8a53-0f3a5f0d9a11";
    const start = (id?: string) => startIdentification({ actor: admin, programmeId, commandId: id, now: noon });
    const answers = await Promise.all([start(commandId), start(commandId), start(commandId)]);
    expect(new Set(answers.map(({ runId }) => runId))).toEqual(new Set([commandId]));
    const { runId } = await start();
    expect(await runOf(commandId)).toMatchObject({ state: "discarded", number: 1 });
    expect(await runOf(runId)).toMatchObject({ state: "waiting", number: 2 });
    expect(await confirmRun({ actor: admin, runId: commandId, now: noon })).toBe(false);
  });

  it("cannot be confirmed once the settings have changed, and goes with them", async () => {
    const programmeId = await makeProgramme(admin);
    const runId = await makeRun(admin, programmeId);
    const settings = await proposedSettings(admin, { floor: "56" });
    await updateProgramme({ actor: admin, programmeId, settings, version: 1, now: noon });
    expect((await runOf(runId)).state).toBe("discarded");
    expect(await confirmRun({ actor: admin, runId, now: noon })).toBe(false);
    const stale = updateProgramme({ actor: admin, programmeId, settings, version: 1, now: noon });
    await expect(stale).rejects.toThrow("Somebody changed these settings");
  });

  it("is nobody's but the admins'", async () => {
    const runId = await makeRun(admin, await makeProgramme(admin));
    await expect(confirmRun({ actor: lead, runId, now: noon })).rejects.toMatchObject({ status: 404 });
    await expect(discardRun({ actor: lead, runId })).rejects.toMatchObject({ status: 404 });
    await expect(publishRun({ actor: lead, runId, now: noon })).rejects.toMatchObject({ status: 404 });
  });
});

describe("a cohort", () => {
  it("that is not the proposed one needs a reason, which stays with the councils that differ", async () => {
    const programmeId = await makeProgramme(admin, { cohortSize: 1 });
    const runId = await makeRun(admin, programmeId);
    const confirm = (priority: string[], reason = "") =>
      confirmCohort({ actor: admin, runId, priority, reason, now: noon });
    expect(await confirm(["001"])).toEqual({ ok: false, reason: "notConfirmable" });
    await confirmRun({ actor: admin, runId, now: noon });
    expect(await confirm(["002"])).toEqual({ ok: false, reason: "reasonMissing" });
    expect(await confirm(["999"], "Because")).toEqual({ ok: false, reason: "unknownCouncil" });
    expect(await confirm(["002"], "A visit found more.")).toEqual({ ok: true });
    const councils = await asActor(admin, (tx) => listRankedCouncils(tx, runId));
    expect(councils.map(({ code, cohort, cohortReason }) => [code, cohort, cohortReason])).toEqual([
      ["001", "standard", "A visit found more."],
      ["002", "priority", "A visit found more."],
      ["003", "standard", null],
    ]);
    // Nobody outside the Department can learn of it before publication, not even of their own.
    expect(await asActor(lead, (tx) => tx.cohortMembership.count())).toBe(0);
    expect(await asActor(lead, (tx) => tx.runCouncil.count())).toBe(0);
  });
});

describe("publishing", () => {
  it("opens a case for each flagged school with its cohort's date, tells each council once, and verifies", async () => {
    const programmeId = await makeProgramme(admin, { cohortSize: 1 });
    const runId = await makeRun(admin, programmeId);
    expect(await publishRun({ actor: admin, runId, now: noon })).toMatchObject({ ok: false });
    await confirmAll(admin, runId);
    const preview = await getPublicationPreview({ actor: admin, runId, today });
    expect(preview).toMatchObject({ opened: 5, attached: 0, problems: [] });
    expect(preview.cohorts.map(({ cohort, councils, schools }) => [cohort, councils, schools])).toEqual([
      ["priority", 1, 3],
      ["standard", 2, 2],
    ]);
    const answers = await Promise.all([1, 2, 3].map(() => publishRun({ actor: admin, runId, now: noon })));
    expect(answers).toEqual(answers.map(() => ({ ok: true, opened: 5, attached: 0 })));

    const cases = await casesOf(programmeId);
    expect(cases.map(({ school, dueOn }) => `${school.laestab} ${isoDate(dueOn)}`).sort()).toEqual([
      "0012101 2027-02-26",
      "0012102 2027-02-26",
      "0012103 2027-02-26",
      "0022201 2027-03-19",
      "0032301 2027-03-19",
    ]);
    expect(await verifyLog()).toMatchObject({ cases: 5, difference: null });
    expect(await asActor(lead, (tx) => tx.cohortMembership.findMany())).toMatchObject([
      { councilCode: "001", cohort: "priority" },
    ]);

    await tellOfPublication({ runId });
    await tellOfPublication({ runId });
    const notices = await asService((tx) => tx.notice.findMany({ orderBy: { councilCode: "asc" } }));
    expect(notices.map(({ councilCode, title }) => [councilCode, title])).toEqual([
      ["001", "3 schools of Ashmere need a plan"],
      ["002", "1 school of Brackenfold needs a plan"],
      ["003", "1 school of Calverstone needs a plan"],
    ]);
    expect(notices[0]?.body).toContain("due on 26 February 2027");
    expect(notices.map(({ body }) => body).join(" ")).not.toMatch(/priority|standard cohort/i);
  });

  it("a later run keeps open cases, follows ended ones and says which are not flagged any more", async () => {
    const programmeId = await makeProgramme(admin, { cohortSize: 1 });
    const first = await makeRun(admin, programmeId);
    await confirmAll(admin, first);
    await publishRun({ actor: admin, runId: first, now: noon });
    const [ended] = (await casesOf(programmeId)).filter(({ school }) => school.laestab === "0012102");
    await asService((tx) =>
      tx.schoolCase.update({ where: { id: ended?.id ?? "" }, data: { endedAt: noon, planState: "removed" } }),
    );
    const low = { LEA: "002", PTENGMATX26: "10%", PTENGMATX: "10%" };
    const better = { LEA: "001", PTENGMATX26: "70%", PTENGMATX: "70%" };
    // One school falls below, one is corrected to above, and one converts while its case is open.
    await importRows({
      admin,
      rows: [fictionalRow(203, low), fictionalRow(101, better)],
    });
    const open = (await casesOf(programmeId)).find(({ school }) => school.laestab === "0012103");
    await asService(async (tx) => {
      const { id: _, urn: __, ...school } = open!.school;
      await tx.school.create({
        data: { ...school, urn: "950103", predecessorId: open!.schoolId },
      });
    });
    const second = await makeRun(admin, programmeId);
    await confirmAll(admin, second);
    const preview = await getPublicationPreview({ actor: admin, runId: second, today });
    // 001: 102 follows its ended case, 103 goes on at the successor; 002: 201 open, 203 new; 003: 301 open.
    expect(preview).toMatchObject({ opened: 2, attached: 3, following: 1, notFlagged: 1, problems: [] });
    expect(await publishRun({ actor: admin, runId: second, now: noon })).toEqual({ ok: true, opened: 2, attached: 3 });
    const cases = await casesOf(programmeId);
    expect(cases).toHaveLength(7);
    expect(cases.find(({ previousCaseId }) => previousCaseId === ended?.id)?.school.laestab).toBe("0012102");
    expect(cases.filter(({ runId }) => runId === second)).toHaveLength(5);
  });

  it("publishes what was previewed and nothing else", async () => {
    const programmeId = await makeProgramme(admin, { cohortSize: 1 });
    const runId = await makeRun(admin, programmeId);
    await confirmAll(admin, runId);
    const shown = async () => {
      const { run, programme } = await getPublicationPreview({ actor: admin, runId, today });
      return { run: run.version, programme: programme.version };
    };
    const publish = (previewed: Awaited<ReturnType<typeof shown>>) =>
      publishRun({ actor: admin, runId, previewed, now: noon });
    const beforeCohort = await shown();
    const cohort = { actor: admin, runId, priority: ["002"], reason: "A visit found more.", now: noon };
    expect(await confirmCohort(cohort)).toEqual({ ok: true });
    await expect(publish(beforeCohort)).rejects.toThrow(StaleForm);
    const beforeDate = await shown();
    const settings = await proposedSettings(admin, { cohortSize: 1, priorityDueOn: "2027-02-24" });
    await updateProgramme({ actor: admin, programmeId, settings, version: beforeDate.programme, now: noon });
    await expect(publish(beforeDate)).rejects.toThrow("changed since the preview was shown");
    expect((await runOf(runId)).state).toBe("cohortConfirmed");
    expect(await casesOf(programmeId)).toEqual([]);
    const current = await shown();
    expect(await publish(current)).toEqual({ ok: true, opened: 5, attached: 0 });
    expect(await publish(current)).toEqual({ ok: true, opened: 5, attached: 0 });
  });

  it("waits for a case that is being ended, and follows it", async () => {
    const programmeId = await makeProgramme(admin, { cohortSize: 1 });
    const first = await makeRun(admin, programmeId);
    await confirmAll(admin, first);
    await publishRun({ actor: admin, runId: first, now: noon });
    const second = await makeRun(admin, programmeId);
    await confirmAll(admin, second);
    const ending = (await casesOf(programmeId))[0]?.id ?? "";
    let publishing: ReturnType<typeof publishRun> | undefined;
    await asService(async (tx) => {
      await tx.schoolCase.update({ where: { id: ending }, data: { endedAt: noon, planState: "removed" } });
      publishing = publishRun({ actor: admin, runId: second, now: noon });
      await expect.poll(() => countWaiting(tx), { timeout: 10_000 }).toBe(1);
    });
    const counts = await publishing;
    expect(counts).toMatchObject({ ok: true, opened: 1 });
    const cases = await casesOf(programmeId);
    expect(cases.filter(({ previousCaseId }) => previousCaseId === ending)).toHaveLength(1);
    expect(cases.find(({ id }) => id === ending)?.runId).toBe(first);
  });

  it("is refused with the reason while a due date is not after today", async () => {
    const runId = await makeRun(admin, await makeProgramme(admin));
    await confirmAll(admin, runId);
    const later = new Date("2027-02-26T12:00:00Z");
    expect(await publishRun({ actor: admin, runId, now: later })).toEqual({
      ok: false,
      reason: "notPublishable",
      problems: ["The priority due date, 26 February 2027, is not after today. Change it first."],
    });
    expect((await runOf(runId)).state).toBe("cohortConfirmed");
  });
});
