import { Logger, runOnce, type TaskList } from "graphile-worker";
import { confirmRun } from "~/identification/confirm-run.server";
import { recordResults } from "~/identification/record-results.server";
import { startIdentification } from "~/identification/start-identification.server";
import { takeOverResultsFile } from "~/identification/take-over-results-file.server";
import { uploadResultsFile } from "~/identification/upload-results-file.server";
import { type PersonActor, system } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { jobs } from "~/platform/jobs.server";
import { confirmCohort } from "~/programmes/confirm-cohort.server";
import { createProgramme } from "~/programmes/create-programme.server";
import { listRankedCouncils } from "~/programmes/list-ranked-councils.server";
import { findTemplate, type ProgrammeTemplate } from "~/programmes/programme-templates";
import { publishRun } from "~/programmes/publish-run.server";
import type { FictionalCouncil } from "./councils";
import type { FileToUpload } from "./results-files";

/** Works every job that waits, as the worker would have at that moment. */
export const workJobs = (now: Date): Promise<void> =>
  runOnce({
    connectionString: env().DATABASE_URL,
    taskList: {
      ...(jobs as TaskList),
      "record-results": async (payload) => {
        await recordResults({ ...(payload as { fileId: string }), now });
      },
    },
    concurrency: 4,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });

/** Councils that the results files name; those that are there already stay as they are. */
export const addCouncils = (councils: readonly FictionalCouncil[]): Promise<void> =>
  asActor(system("scenarios"), async (tx) => {
    await tx.council.createMany({ data: [...councils], skipDuplicates: true });
  });

/** A file through the front door: uploaded, read, checked and taken over. */
export async function importResults(
  { filename, bytes, year }: FileToUpload,
  { admin, now }: { admin: PersonActor; now: Date },
): Promise<string> {
  const { fileId } = await uploadResultsFile({ actor: admin, filename, bytes, expectedYear: year, now });
  await workJobs(now);
  if (!(await takeOverResultsFile({ actor: admin, fileId, now }))) throw new Error(`${filename} was refused.`);
  await workJobs(now);
  return fileId;
}

type NewProgramme = {
  admin: PersonActor;
  template: ProgrammeTemplate["id"];
  name: string;
  latestYear: number;
  /** How many councils are proposed as priority. */
  cohortSize: number;
  dueOn: { priority: string; standard: string };
  now: Date;
};

/** A programme with the settings of its template, which nothing has been done with. */
export async function draftedProgramme(asked: NewProgramme): Promise<string> {
  const { admin, name, latestYear, cohortSize, dueOn, now } = asked;
  const found = findTemplate(asked.template);
  if (!found) throw new Error(`There is no template ${asked.template}.`);
  const { id: template, about: _, goalYearsAhead, floor, goalValue, ...rule } = found;
  const settings = {
    ...rule,
    template,
    name,
    latestYear,
    cohortSize,
    floor: String(floor),
    goalValue: String(goalValue),
    goalYear: latestYear + goalYearsAhead,
    priorityDueOn: dueOn.priority,
    standardDueOn: dueOn.standard,
  };
  const saved = await createProgramme({ actor: admin, settings, now });
  if (!saved.ok) throw new Error(`${name} was refused: ${Object.values(saved.errors).join(" ")}`);
  return saved.programmeId;
}

type Prepared = { programmeId: string; runId: string };

/** A programme with a run of its rule on the stored results and the proposed cohort confirmed: what is left is to publish. */
export async function preparedProgramme(asked: NewProgramme): Promise<Prepared> {
  const { admin: actor, now } = asked;
  const programmeId = await draftedProgramme(asked);
  const { runId } = await startIdentification({ actor, programmeId, now });
  await workJobs(now);
  await confirmRun({ actor, runId, now });
  const councils = await asActor(actor, (tx) => listRankedCouncils(tx, runId));
  const priority = councils.filter(({ proposed }) => proposed).map(({ code }) => code);
  const cohort = await confirmCohort({ actor, runId, priority, reason: "", now });
  if (!cohort.ok) throw new Error(`The cohort of ${asked.name} was refused: ${cohort.reason}`);
  return { programmeId, runId };
}

/** The same, published, with a case for each school flagged. */
export async function publishedProgramme(asked: NewProgramme): Promise<Prepared> {
  const prepared = await preparedProgramme(asked);
  const published = await publishRun({ actor: asked.admin, runId: prepared.runId, now: asked.now });
  if (!published.ok) throw new Error(`${asked.name} was not published: ${published.reason}`);
  return prepared;
}

export type FlaggedCase = {
  caseId: string;
  schoolId: string;
  schoolName: string;
  urn: string | null;
  laestab: string;
  councilCode: string;
  /** "2027-02-26". */
  dueOn: string;
};

/** The open cases of a programme in the order of councils and schools. */
export async function listCases(programmeId: string): Promise<FlaggedCase[]> {
  const rows = await asActor(system("scenarios"), (tx) =>
    tx.schoolCase.findMany({
      where: { programmeId, endedAt: null },
      include: { school: true },
      orderBy: [{ councilCode: "asc" }, { school: { laestab: "asc" } }, { school: { urn: "asc" } }],
    }),
  );
  return rows.map(({ id, school, councilCode, dueOn }) => ({
    caseId: id,
    schoolId: school.id,
    schoolName: school.name,
    urn: school.urn,
    laestab: school.laestab,
    councilCode,
    dueOn: isoDate(dueOn),
  }));
}
