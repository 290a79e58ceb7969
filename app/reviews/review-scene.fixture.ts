import { randomUUID } from "node:crypto";
import { tellHeadteacher } from "~/notifications/tell-headteacher.server";
import { addAction } from "~/plans/add-action.server";
import type { ActionKind } from "~/plans/action-kinds";
import { openCase } from "~/plans/open-case.server";
import type { SectionContent } from "~/plans/plan-content";
import { planFingerprint } from "~/plans/plan-fingerprint.server";
import { readPlan } from "~/plans/read-plan.server";
import { saveSection } from "~/plans/save-section.server";
import { startPlan } from "~/plans/start-plan.server";
import { submitPlan } from "~/plans/submit-plan.server";
import { type HeldRole, type PersonActor, system } from "~/platform/actor";
import { dateColumn } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import { recordVerdict } from "./record-verdict.server";
import { startReview } from "./start-review.server";

/** Instants of the story: each thing that happens has its day. */
export const day = (date: string) => new Date(`${date}T10:00:00Z`);
export const TODAY = day("2026-11-24");
export const DUE = "2027-02-26";

const seeded = <T>(work: (tx: Tx) => Promise<T>) => asActor(system("scene"), work);

export async function person(name: string, ...roles: HeldRole[]): Promise<PersonActor> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}.${randomUUID().slice(0, 8)}@example.org`;
  const grants = { create: roles.map((role) => ({ ...role, grantedAt: day("2026-09-01") })) };
  const { id } = await seeded((tx) =>
    tx.person.create({ data: { name, email, grants, createdAt: day("2026-09-01") }, select: { id: true } }),
  );
  return { kind: "person", personId: id, name, email, roles };
}

export const inDepartment = (role: "reviewer" | "admin"): HeldRole => ({ role, councilCode: null, schoolId: null });
export const inCouncil = (role: "officer" | "lead" | "adviser", councilCode: string): HeldRole => ({
  role,
  councilCode,
  schoolId: null,
});

const programme = {
  name: "Primary floor standard 2026",
  template: "primary",
  measure: "ks2-l4-em",
  floor: 55,
  latestYear: 2026,
  ruleYears: 1,
  concernYears: 4,
  gapPolicy: "break",
  minPublishedYears: 3,
  goalValue: 78,
  goalYear: 2028,
  goalKind: "national",
  exitYears: 1,
  cohortSize: 12,
  smallestCouncil: 5,
  priorityDueOn: dateColumn(DUE),
  standardDueOn: dateColumn("2027-03-19"),
  graceDays: 10,
  state: "published",
};

/** A published programme with its run, and the people of two councils and the Department. */
export async function openScene() {
  const { programmeId, runId } = await seeded(async (tx) => {
    for (const [code, name] of [
      ["001", "Ashmere"],
      ["002", "Brackenfold"],
    ] as const)
      await tx.council.upsert({ where: { code }, create: { code, name, region: "North Vale" }, update: {} });
    const made = await tx.programme.create({ data: { ...programme, createdAt: TODAY, publishedAt: TODAY } });
    const run = await tx.identificationRun.create({
      data: {
        programmeId: made.id,
        number: 1,
        ruleVersion: 1,
        rule: {},
        files: [],
        state: "published",
        createdAt: TODAY,
        publishedAt: TODAY,
      },
    });
    return { programmeId: made.id, runId: run.id };
  });
  return {
    programmeId,
    runId,
    officer: await person("Olive Marsh", inCouncil("officer", "001")),
    lead: await person("Lena Firth", inCouncil("lead", "001")),
    otherLead: await person("Oscar Dene", inCouncil("lead", "002")),
    reviewer: await person("Rowan Vale", inDepartment("reviewer")),
    second: await person("Sorrel Pike", inDepartment("reviewer")),
    admin: await person("Alder Combe", inDepartment("admin")),
  };
}
export type Scene = Awaited<ReturnType<typeof openScene>>;

let schools = 0;
export const makeSchool = (name: string, councilCode = "001") => {
  schools += 1;
  const number = String(2100 + schools);
  return seeded((tx) =>
    tx.school.create({
      data: {
        urn: String(900100 + schools),
        laestab: `${councilCode}${number}`,
        name,
        councilCode,
        phase: "primary",
        type: "Community school",
        mainstream: true,
      },
    }),
  );
};

export async function identified(scene: Scene, name = "Heron Lane Primary School", dueOn = DUE): Promise<string> {
  const { programmeId, runId } = scene;
  const school = await makeSchool(name);
  return seeded((tx) =>
    openCase(tx, { actor: system("scene"), programmeId, runId, school, dueOn, previousCaseId: null, now: TODAY }),
  );
}

/** The council has told the head of the case's school, who reads the case from then on. */
export async function headTold(scene: Scene, caseId: string): Promise<void> {
  const { runId } = await caseRow(caseId);
  const told = { how: "meeting", toldOn: "2026-11-24", words: "", now: TODAY } as const;
  await tellHeadteacher({ actor: scene.lead, caseId, runId, ...told });
}

export const completeSections: Record<SectionKey, SectionContent> = {
  position: {
    standing: "Results in maths fell in three of four years; reading held.",
    intake: "210 pupils, a third of whom joined after the start of year 3.",
    improving: "Attendance rose from 92 % to 94 % after the spring term.",
  },
  causes: {
    causes: ["maths", "turnover"],
    "evidence-maths": "Lesson observations in autumn found no shared approach to fractions.",
    "evidence-turnover": "Five of eleven teachers left in two years.",
  },
  actions: { together: "Maths support begins first, so that the new leader can build on it." },
  targets: { "target-2027": "58", "target-2028": "66", basis: "The pupils’ own progress since year 2." },
  governance: {
    "governors-day": "12",
    "governors-month": "11",
    "governors-year": "2026",
    governorsSaid: "Governors asked for a monthly report.",
    parents: "A meeting was held on 16 November and a letter sent.",
    headAbsent: "The headteacher is away until January.",
  },
  cost: { otherCosts: "1,200", otherCostsFor: "Cover for training", savings: "0", savingsFrom: "", funding: "Council" },
  risks: { "risk-1": "The maths lead leaves.", "mitigation-1": "A second teacher is trained from the start." },
};

/** Writes a section of a draft as the officer, whatever its version. */
export async function write(
  scene: Scene,
  planId: string,
  section: SectionKey,
  content: SectionContent,
  reply?: string,
) {
  const where = { planId_key: { planId, key: section } };
  const { version } = await seeded((tx) => tx.planSection.findUniqueOrThrow({ where }));
  const asked = { actor: scene.officer, planId, section, version, content, complete: true, now: TODAY };
  await saveSection({ ...asked, ...(reply !== undefined && { reply }) });
}

/** A complete draft with one action of this kind. */
export async function drafted(scene: Scene, caseId: string, kind: ActionKind = "maths"): Promise<string> {
  const planId = await startPlan({ actor: scene.officer, caseId, now: TODAY });
  const action = {
    kind,
    what: "A maths leader from a nearby school works with each class",
    who: "Deputy head",
    startsOn: "2027-01-11",
    endsOn: "2027-07-16",
    costPence: 1_850_000,
    funding: "Council",
    milestone: "Every class has had six lessons by Easter",
    measureOfSuccess: "Two thirds of year 6 at the expected level in the spring check",
  };
  await addAction({ actor: scene.officer, planId, action, commandId: randomUUID(), now: TODAY });
  for (const key of sectionKeys) await write(scene, planId, key, completeSections[key]);
  return planId;
}

/** The plan as it stands, sent to the Department by the lead. */
export async function submitted(scene: Scene, planId: string, now = TODAY): Promise<string> {
  const seen = await asActor(scene.lead, async (tx) => planFingerprint((await readPlan(tx, planId)).content));
  const outcome = await submitPlan({ actor: scene.lead, planId, seen, commandId: randomUUID(), now });
  if (!outcome.submitted) throw new Error(`Not submitted: ${JSON.stringify(outcome)}`);
  return outcome.reference;
}

/** A plan under review by the scene's first reviewer. */
export async function inReview(scene: Scene, name?: string, kind?: ActionKind) {
  const caseId = await identified(scene, name);
  const planId = await drafted(scene, caseId, kind);
  await submitted(scene, planId);
  await startReview({ actor: scene.reviewer, planId, now: TODAY });
  return { caseId, planId };
}

/** Every section accepted, but for those that get this comment. */
export async function decided(scene: Scene, planId: string, comments: Partial<Record<SectionKey, string>> = {}) {
  for (const section of sectionKeys) {
    const comment = comments[section] ?? null;
    const verdict = comment ? "comment" : "accepted";
    await recordVerdict({ actor: scene.reviewer, planId, section, verdict, comment, now: TODAY });
  }
}

export const caseRow = (caseId: string) => seeded((tx) => tx.schoolCase.findUniqueOrThrow({ where: { id: caseId } }));
export const eventsOf = (caseId: string) =>
  seeded((tx) => tx.event.findMany({ where: { caseId }, orderBy: { sequence: "asc" }, include: { words: true } }));
export const asService = seeded;

/** What became of an operation: "done", the status of an answer, or why the workflow refused. */
export async function outcomeOf(operation: Promise<unknown>): Promise<string | number> {
  try {
    await operation;
    return "done";
  } catch (error) {
    if (error instanceof Response) return error.status;
    if (error instanceof Error && "reason" in error) return String(error.reason);
    throw error;
  }
}
