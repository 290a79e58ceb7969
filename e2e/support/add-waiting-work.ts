import { keepResultsFile } from "../../app/identification/upload-results-file.server";
import { ruleVersion } from "../../app/identification/rule-version";
import type { PersonActor } from "../../app/platform/actor";
import { asActor, asActorInBulk } from "../../app/platform/db.server";
import { draftedProgramme, preparedProgramme } from "../../prisma/scenarios/programmes";
import { dueOn, preparedName, waitingName } from "./world";

type Asked = { admin: PersonActor; latestYear: number; now: Date };

/**
 * What the pages before publication need: a programme that is ready to be published, and a run and a file that wait for
 * a worker. Nobody is asked to work on these two, so that their pages are there for as long as the tests run.
 */
export async function addWaitingWork({ admin, latestYear, now }: Asked): Promise<void> {
  const settings = { admin, template: "secondary", latestYear, cohortSize: 2, dueOn, now } as const;
  const { runId } = await preparedProgramme({ ...settings, name: preparedName });
  const programmeId = await draftedProgramme({ ...settings, name: waitingName });
  await asActor(admin, async (tx) => {
    const { rule } = await tx.identificationRun.findUniqueOrThrow({ where: { id: runId }, select: { rule: true } });
    const asked = { programmeId, number: 1, ruleVersion, rule: rule ?? {}, files: [] };
    return tx.identificationRun.create({
      data: { ...asked, createdById: admin.personId, createdAt: now },
      select: { id: true },
    });
  });
  const bytes = Buffer.from("Nobody reads this file.");
  await asActorInBulk(admin, (client) =>
    keepResultsFile(client, { actor: admin, filename: `${waitingName}.csv`, bytes, expectedYear: null, now }),
  );
}
