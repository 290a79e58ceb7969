import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getHistory } from "~/audit/get-history.server";
import { verifyLog } from "~/audit/verify-log.server";
import { grantExtension } from "~/deadlines/grant-extension.server";
import { requestExtension } from "~/deadlines/request-extension.server";
import { removeFlag } from "~/identification/remove-flag.server";
import { asService, closeResultsDatabase, noon, openResultsDatabase } from "~/identification/results-database.fixture";
import { tellOfEvent } from "~/notifications/tell-of-event.server";
import { StaleForm } from "~/plans/event-refused";
import type { PersonActor } from "~/platform/actor";
import { dateColumn, isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import * as scenes from "~/reviews/review-scene.fixture";
import { changeMembership } from "./change-membership.server";
import { getCohortDecision } from "./get-cohort-decision.server";
import { getCohortsSince } from "./get-cohorts-since.server";
import { getMembershipChange } from "./get-membership-change.server";
import { getPublicationStanding } from "./get-publication-standing.server";
import { confirmAll, importScene, makeProgramme, makeRun } from "./programme.fixture";
import { publishRun } from "./publish-run.server";

let admin: PersonActor;
let lead: PersonActor;
let officer: PersonActor;
let otherLead: PersonActor;
let head: PersonActor;
let programmeId: string;
let runId: string;
let cases: string[];

const reason = "The council asked for more time after a change of its director.";

beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
  await importScene(admin);
  programmeId = await makeProgramme(admin, { cohortSize: 1 });
  runId = await makeRun(admin, programmeId);
  await confirmAll(admin, runId);
  await publishRun({ actor: admin, runId, now: noon });
  lead = await scenes.person("Lena Firth", scenes.inCouncil("lead", "001"));
  officer = await scenes.person("Olive Marsh", scenes.inCouncil("officer", "001"));
  otherLead = await scenes.person("Oscar Dene", scenes.inCouncil("lead", "002"));
  const rows = await asService((tx) =>
    tx.schoolCase.findMany({ where: { programmeId, councilCode: "001" }, orderBy: { school: { laestab: "asc" } } }),
  );
  cases = rows.map(({ id }) => id);
  head = await scenes.person("Hazel Orme", {
    role: "headteacher",
    councilCode: "001",
    schoolId: rows[0]?.schoolId ?? "",
  });
  // Of the council's three cases one is received, and one has an extension.
  const scene = { officer, lead } as scenes.Scene;
  await scenes.headTold(scene, cases[0] ?? "");
  await scenes.submitted(scene, await scenes.drafted(scene, cases[1] ?? ""));
  const extension = { caseId: cases[2] ?? "", dueOn: "2027-03-05", reason: "Illness", now: noon };
  await requestExtension({ actor: officer, ...extension });
  await grantExtension({ actor: admin, ...extension });
});
afterAll(closeResultsDatabase);

const shown = (code = "001") => getMembershipChange({ actor: admin, runId, code, now: noon });
const change = async (given: Partial<Parameters<typeof changeMembership>[0]> = {}) =>
  changeMembership({
    actor: admin,
    runId,
    councilCode: "001",
    to: "standard",
    reason,
    commandId: randomUUID(),
    version: given.version ?? (await shown()).programme.version,
    now: noon,
    ...given,
  });
const dueOn = async (caseId = "") => isoDate((await scenes.caseRow(caseId)).dueOn);

/** Everything that the database lets somebody read; the version that admins' forms are compared with is on no page of theirs. */
const readAll = (actor: PersonActor) =>
  asActor(actor, async (tx: Tx) => {
    const columns = await tx.$queryRaw<{ table: string; columns: string }[]>`
      SELECT c.relname AS table, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND has_column_privilege(c.oid, a.attnum, 'SELECT') AND NOT (c.relname = 'programmes' AND a.attname = 'version')
       GROUP BY 1 ORDER BY 1`;
    const found: Record<string, unknown> = {};
    for (const { table, columns: list } of columns)
      found[table] = await tx.$queryRawUnsafe(
        `SELECT to_jsonb(t) AS row FROM (SELECT ${list} FROM "${table}") t ORDER BY 1::text`,
      );
    return JSON.stringify(found);
  });

describe("a council's cohort after publication", () => {
  it("is previewed with the plans whose date moves and those that keep it", async () => {
    expect(await shown()).toMatchObject({
      from: "priority",
      to: "standard",
      dueOn: "2027-03-19",
      dueAlready: 0,
      kept: 1,
      problem: null,
    });
    expect((await shown()).moved.map(({ caseId, from, extended }) => [caseId, from, extended])).toEqual([
      [cases[0], "2027-02-26", false],
      [cases[2], "2027-03-05", true],
    ]);
    expect((await shown("003")).council).toMatchObject({ rank: null, tied: false });
    // A plan that is due on the other cohort's date already neither moves nor counts as submitted.
    const other = await asService((tx) =>
      tx.schoolCase.findFirstOrThrow({ where: { programmeId, councilCode: "003" } }),
    );
    const dates = (dueOn: string) =>
      asService((tx) =>
        tx.schoolCase.update({
          where: { id: other.id },
          data: { dueOn: dateColumn(dueOn), firstDueOn: dateColumn(dueOn) },
        }),
      );
    await dates("2027-02-26");
    expect(await shown("003")).toMatchObject({ moved: [], dueAlready: 1, kept: 0 });
    await dates("2027-03-19");
    await expect(getMembershipChange({ actor: lead, runId, code: "001", now: noon })).rejects.toMatchObject({
      status: 404,
    });
    await expect(shown("999")).rejects.toMatchObject({ status: 404 });
  });

  it("is changed by an admin alone, not on an old preview, and not to a date that has passed", async () => {
    const version = (await shown()).programme.version;
    await expect(change({ actor: lead, version })).rejects.toMatchObject({ status: 404 });
    await expect(change({ version: version - 1 })).rejects.toThrow(StaleForm);
    await expect(change({ to: "priority" })).rejects.toThrow(StaleForm);
    await expect(change({ now: new Date("2027-03-19T10:00:00Z") })).rejects.toThrow("not after today");
    expect(await dueOn(cases[0])).toBe("2027-02-26");
  });

  it("moves what is owed, keeps what was received, and leaves the run and everybody outside as they were", async () => {
    const outside = async () => [await readAll(otherLead), await readAll(head)];
    const before = await outside();
    const form = { commandId: randomUUID(), version: (await shown()).programme.version };
    expect(await Promise.all([change(form), change(form)])).toEqual([{ moved: 2 }, { moved: 2 }]);
    expect([await dueOn(cases[0]), await dueOn(cases[1]), await dueOn(cases[2])]).toEqual([
      "2027-03-19",
      "2027-02-26",
      "2027-03-19",
    ]);
    expect((await verifyLog()).difference).toBeNull();
    const decided = await asService((tx) => tx.runCouncil.findFirst({ where: { runId, councilCode: "001" } }));
    expect(decided).toMatchObject({ cohort: "priority", cohortReason: null });
    const since = await getCohortsSince({ actor: admin, runId });
    expect(since.standing).toMatchObject({ "001": "standard", "002": "standard" });
    expect(since.changes).toMatchObject([
      { council: "Ashmere", from: "priority", to: "standard", reason, moved: 2, by: "Admin" },
    ]);

    const events = await asService((tx) => tx.event.findMany({ where: { type: "DEADLINE_SET" } }));
    for (const { id } of events) await tellOfEvent({ eventId: id });
    const notices = await asActor(lead, (tx) => tx.notice.findMany({ where: { title: "Due date changed" } }));
    expect(notices.map(({ body }) => body)).toEqual([
      "2 plans are now due on 19 March 2027. The history holds the reason.",
    ]);
    const { entries } = await getHistory({ actor: lead, caseId: cases[0] ?? "" });
    expect(entries[0]).toMatchObject({ title: "Changed the due date to 19 March 2027", words: reason });
    expect(JSON.stringify(entries)).not.toMatch(/cohort|standard|priority/i);
    expect(await asActor(lead, (tx) => tx.cohortChange.count())).toBe(0);
    expect(await outside()).toEqual(before);
  });

  it("goes back, and the number of flags that stand follows a removal while the run keeps its counts", async () => {
    expect(await change({ to: "priority" })).toEqual({ moved: 2 });
    expect(await dueOn(cases[0])).toBe("2027-02-26");
    await removeFlag({ actor: admin, caseId: cases[0] ?? "", reason: "The corrected figure is 58%.", now: noon });
    expect(await scenes.caseRow(cases[0] ?? "")).toMatchObject({ deadlineState: "notRequired" });
    expect((await getCohortsSince({ actor: admin, runId })).removed).toEqual({ "001": 1 });
    expect(await getPublicationStanding({ actor: admin, runId })).toMatchObject({
      schools: 5,
      removed: 1,
      councils: 3,
    });
    expect((await shown()).council).toMatchObject({ flagged: 3 });
  });

  it("is that of the programme's newest published run", async () => {
    const second = await makeRun(admin, programmeId);
    // Who decides the cohorts of the later run is shown those that stand, and why.
    expect((await getCohortDecision({ actor: admin, runId: second })).standing).toEqual({
      "001": { cohort: "priority", reason },
      "002": { cohort: "standard", reason: null },
      "003": { cohort: "standard", reason: null },
    });
    expect((await getCohortDecision({ actor: admin, runId })).standing).toEqual({});
    await confirmAll(admin, second);
    await publishRun({ actor: admin, runId: second, now: new Date(noon.getTime() + 60_000) });
    await expect(shown()).rejects.toMatchObject({ status: 404 });
    expect(await getCohortsSince({ actor: admin, runId })).toMatchObject({ standing: null, changes: [{}, {}] });
    expect((await getCohortsSince({ actor: admin, runId: second })).changes).toEqual([]);
  });
});
