import { chooseProgramme, listPublishedProgrammes, type ProgrammeChoice } from "~/deadlines/get-board.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** The published programmes, the newest first, and among them the one asked for, else the newest. 404 for another. */
export const choosePublishedProgramme = (asked: {
  actor: Actor;
  programmeId: string | null;
}): Promise<{ programmes: ProgrammeChoice[]; programme: ProgrammeChoice | null }> =>
  asActor(asked.actor, async (tx) => {
    const programmes = await listPublishedProgrammes(tx);
    return { programmes, programme: chooseProgramme(programmes, asked.programmeId) };
  });
