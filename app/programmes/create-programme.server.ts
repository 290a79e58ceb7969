import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import { type ProgrammeSettings, refusePastDates } from "./create-programme.schema";
import { settingColumns } from "./programme-settings.server";

export type ProgrammeSaved = { ok: true; programmeId: string } | { ok: false; errors: Record<string, string> };

/**
 * Sets up a programme as a draft: nobody but admins knows of it until a run of it is published. `commandId`, the key of
 * the form, becomes its id, so that the same form posted again finds the programme it made.
 */
export async function createProgramme({
  actor,
  settings,
  commandId,
  now,
}: {
  actor: Actor;
  settings: ProgrammeSettings;
  commandId?: string;
  now: Date;
}): Promise<ProgrammeSaved> {
  const errors = refusePastDates(settings, dateInLondon(now));
  if (errors) return { ok: false, errors };
  const id = commandId ?? randomUUID();
  await asActor(actor, (tx) =>
    tx.programme.createMany({
      data: [
        {
          id,
          ...settingColumns(settings),
          createdById: actor.kind === "person" ? actor.personId : null,
          createdAt: now,
        },
      ],
      skipDuplicates: true,
    }),
  );
  return { ok: true, programmeId: id };
}
