import { ruleColumns } from "./describe-rule";
import { type ProgrammeRule, readRule } from "~/identification/rule-version";
import { type Actor, isGuest } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import type { RuleOf } from "./describe-rule";
import { findToldRun } from "./find-told-run.server";
import { type Averages, listAverages } from "./list-averages.server";
import { listResults } from "./list-results.server";
import { listSchoolLine } from "./list-school-line.server";
import type { ResultsOverTime } from "./results-over-time";

/** One year as the run kept it. */
export type ExplainedYear = {
  year: number;
  value: string | null;
  /** The published code in place of a value; "" for a blank. */
  code: string;
  pupils: number | null;
  /** The file that the result came with, and the line of it, where the run knows them. */
  file: string | null;
  line: number | null;
};

export type Explanation = {
  school: { id: string; name: string; urn: string | null; laestab: string; council: string; region: string };
  /** The school under which the run holds it, where that is another one of its line. */
  heldAs: string | null;
  programme: RuleOf & { name: string };
  run: { id: string; number: number; ruleVersion: number; publishedAt: string | null };
  rule: ProgrammeRule;
  eligible: boolean;
  flagged: boolean;
  firstConcern: boolean;
  sentence: string;
  years: ExplainedYear[];
  files: { id: string; filename: string; checksum: string; years: number[] }[];
  /** As they are stored today, which may be more and newer than what the run read. */
  results: ResultsOverTime;
  averages: Averages;
};

type Kept = {
  values: Record<string, string>;
  codes: Record<string, string>;
  /** Not in runs of before. */
  pupils?: Record<string, number>;
  files?: Record<string, string>;
  lines?: Record<string, number>;
};

const notFound = () => new Response("Not found", { status: 404 });

// Columns that every reader's database role may read: no date of the Department's and no cohort is among them.
const ofRun = { id: true, number: true, ruleVersion: true, rule: true, files: true, publishedAt: true } as const;

/** The row of a run that is about a school, or about one that it continues or that continues it. */
async function findRow(tx: Tx, { runId, schoolId }: { runId: string; schoolId: string }) {
  const line = await listSchoolLine(tx, schoolId);
  const rows = await tx.runSchool.findMany({
    where: { runId, schoolId: { in: line.map(({ id }) => id) } },
    include: { school: { select: { name: true, urn: true } } },
  });
  return line.flatMap(({ id }) => rows.filter((row) => row.schoolId === id))[0] ?? null;
}

async function readExplanation(tx: Tx, asked: { runId: string; schoolId: string }): Promise<Explanation> {
  const school = await tx.school.findUnique({ where: { id: asked.schoolId }, include: { council: true } });
  const row = school && (await findRow(tx, asked));
  const run = await tx.identificationRun.findUnique({
    where: { id: asked.runId },
    select: { ...ofRun, programme: { select: ruleColumns } },
  });
  if (!school || !row || !run) throw notFound();
  const { goalValue, ...programme } = run.programme;
  const rule = readRule(run.rule);
  const files = run.files as Explanation["files"];
  const kept = row.values as unknown as Kept;
  const years = [...new Set([...Object.keys(kept.values), ...Object.keys(kept.codes)])]
    .map(Number)
    .sort((a, b) => a - b);
  const nameOf = new Map(files.map(({ id, filename }) => [id, filename]));
  // The rule is the run's own: the programme's settings may have moved on.
  const asRun = { ...rule, floor: Number(rule.floor) };
  const results = await listResults(tx, { school, programme: asRun });
  return {
    school: {
      id: school.id,
      name: school.name,
      urn: school.urn,
      laestab: school.laestab,
      council: school.council.name,
      region: school.council.region,
    },
    heldAs: row.schoolId === school.id ? null : row.school.name + (row.school.urn ? ` (URN ${row.school.urn})` : ""),
    programme: { ...programme, ...asRun, goalValue: Number(goalValue) },
    run: {
      id: run.id,
      number: run.number,
      ruleVersion: run.ruleVersion,
      publishedAt: run.publishedAt?.toISOString() ?? null,
    },
    rule,
    eligible: row.eligible,
    flagged: row.flagged,
    firstConcern: row.firstConcern,
    sentence: row.sentence,
    years: years.map((year) => ({
      year,
      value: kept.values[year] ?? null,
      code: kept.codes[year] ?? "",
      pupils: kept.pupils?.[year] ?? null,
      file: nameOf.get(kept.files?.[year] ?? "") ?? null,
      line: kept.lines?.[year] ?? null,
    })),
    files,
    results,
    averages: await listAverages(tx, {
      measure: rule.measure,
      years: results.school.map(({ year }) => year),
      councilCode: school.councilCode,
    }),
  };
}

/** How a run came to what it says of a school, for admins, of any run. 404 where the run does not have it. */
export async function explainRunSchool(asked: {
  actor: Actor;
  runId: string | undefined;
  schoolId: string | undefined;
}): Promise<Explanation> {
  const [runId, schoolId] = [requireId(asked.runId), requireId(asked.schoolId)];
  return asActor(asked.actor, (tx) => readExplanation(tx, { runId, schoolId }));
}

/** The same of the flag that a case was opened by, for whoever may read the case, headteachers among them. */
export async function explainCaseFlag(asked: {
  actor: Actor;
  caseId: string | undefined;
}): Promise<Explanation & { caseId: string }> {
  const caseId = requireId(asked.caseId);
  return asActor(asked.actor, async (tx) => {
    const found = await tx.schoolCase.findUnique({
      where: { id: caseId },
      select: { id: true, runId: true, schoolId: true },
    });
    if (!found) throw notFound();
    const runId = isGuest(asked.actor) ? await findToldRun(tx, found) : found.runId;
    return { caseId, ...(await readExplanation(tx, { runId, schoolId: found.schoolId })) };
  });
}
