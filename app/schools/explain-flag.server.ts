import { readRule } from "~/identification/rule-version";
import { type Actor, isGuest } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { ruleColumns } from "./describe-rule";
import { type ExplainedFile, type Explanation, readExplainedYears } from "./explanation";
import { findRunRow } from "./find-run-row.server";
import { findToldRun } from "./find-told-run.server";
import { listResultsAndAverages } from "./list-results.server";

const notFound = () => new Response("Not found", { status: 404 });

// Columns that every reader's database role may read: no date of the Department's and no cohort is among them.
const ofRun = { id: true, number: true, ruleVersion: true, rule: true, files: true, publishedAt: true } as const;

async function readExplanation(tx: Tx, asked: { runId: string; schoolId: string }): Promise<Explanation> {
  const school = await tx.school.findUnique({ where: { id: asked.schoolId }, include: { council: true } });
  const row = school && (await findRunRow(tx, asked));
  const run = await tx.identificationRun.findUnique({
    where: { id: asked.runId },
    select: { ...ofRun, programme: { select: ruleColumns } },
  });
  if (!school || !row || !run) throw notFound();
  const { goalValue, ...programme } = run.programme;
  const rule = readRule(run.rule);
  const files = run.files as ExplainedFile[];
  // The rule is the run's own: the programme's settings may have moved on.
  const asRun = { ...rule, floor: Number(rule.floor) };
  const { results, averages } = await listResultsAndAverages(tx, { school, programme: asRun });
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
    years: readExplainedYears(row.values, files),
    files,
    results,
    averages,
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
