import { fictionalRow } from "~/identification/fictional-results.fixture";
import { confirmRun } from "~/identification/confirm-run.server";
import { importRows, noon } from "~/identification/results-database.fixture";
import { runIdentification } from "~/identification/run-identification.server";
import { startIdentification } from "~/identification/start-identification.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { confirmCohort } from "./confirm-cohort.server";
import { createProgramme } from "./create-programme.server";
import { programmeSchema } from "./create-programme.schema";
import { listRankedCouncils } from "./list-ranked-councils.server";
import { programmeTemplates } from "./programme-templates";
import { proposeProgramme } from "./propose-programme.server";

type Settings = Parameters<typeof createProgramme>[0]["settings"];

/** The settings that the primary template proposes on the stored results, with changes. */
export async function proposedSettings(admin: PersonActor, changes: Partial<Settings> = {}): Promise<Settings> {
  const [template] = programmeTemplates;
  if (!template) throw new Error("There is no template");
  const typed = await proposeProgramme({ actor: admin, template, now: noon });
  return { ...programmeSchema.parse(typed).settings, ...changes };
}

export async function makeProgramme(admin: PersonActor, changes: Partial<Settings> = {}): Promise<string> {
  const saved = await createProgramme({ actor: admin, settings: await proposedSettings(admin, changes), now: noon });
  if (!saved.ok) throw new Error(JSON.stringify(saved.errors));
  return saved.programmeId;
}

/**
 * Twelve schools in three councils: 001 has 3 of 5 below 55% (one of them in all four years), 002 has 1 of 5 and one
 * exactly at the floor, 003 has 1 of 2.
 */
export const importScene = (admin: PersonActor): Promise<string> => {
  const low = { PTENGMATX26: "50%", PTENGMATX: "50%" };
  const at = (council: string, number: number, changes: Parameters<typeof fictionalRow>[1] = {}) =>
    fictionalRow(Number(council) * 100 + number, { LEA: council, ...changes });
  return importRows({
    admin,
    rows: [
      at("001", 1, { ...low, PTENGMATX23: "51%", PTENGMATX24: "52%", PTENGMATX25: "53%" }),
      at("001", 2, low),
      at("001", 3, low),
      ...[4, 5].map((number) => at("001", number)),
      at("002", 1, low),
      at("002", 2, { PTENGMATX26: "55%", PTENGMATX: "55%" }),
      ...[3, 4, 5].map((number) => at("002", number)),
      at("003", 1, low),
      at("003", 2),
    ],
  });
};

/** A run of the programme's rule, worked at once. */
export async function makeRun(admin: PersonActor, programmeId: string, now = noon): Promise<string> {
  const { runId } = await startIdentification({ actor: admin, programmeId, now });
  await runIdentification({ runId });
  return runId;
}

/** Confirms a run and its proposed cohort, so that it can be published. */
export async function confirmAll(admin: PersonActor, runId: string, now = noon): Promise<void> {
  await confirmRun({ actor: admin, runId, now });
  const councils = await asActor(admin, (tx) => listRankedCouncils(tx, runId));
  const priority = councils.filter(({ proposed }) => proposed).map(({ code }) => code);
  const confirmed = await confirmCohort({ actor: admin, runId, priority, reason: "", now });
  if (!confirmed.ok) throw new Error(confirmed.reason);
}
