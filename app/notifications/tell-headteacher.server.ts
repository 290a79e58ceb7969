import { randomUUID } from "node:crypto";
import { StaleForm } from "~/plans/event-refused";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { dateColumn } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { WayOfTelling } from "./tell-headteacher.schema";

type TellHeadteacher = {
  actor: PersonActor;
  caseId: string;
  /** The run whose letter was read: what the head was told of. */
  runId: string;
  how: WayOfTelling;
  /** "2026-11-24". */
  toldOn: string;
  /** What was said, where the council wants to keep it. */
  words: string;
  commandId?: string;
  now: Date;
};

/**
 * A council records that it has told the head of a flagged school; from then on the head reads the case in the service.
 * No event of the workflow: it moves neither the plan nor its deadline. Throws StaleForm where the case has ended, or
 * shows the flag of another run than the one whose letter was read.
 */
export async function tellHeadteacher(asked: TellHeadteacher): Promise<void> {
  const { actor, caseId, runId, how, toldOn, words, commandId = null, now } = asked;
  if (!isUuid(caseId)) throw new Response("Not found", { status: 404 });
  await asActor(actor, async (tx) => {
    // A publication that gives the case another run locks it too: it comes before this or waits for it.
    await tx.$queryRaw`SELECT id FROM school_cases WHERE id = ${caseId}::uuid FOR UPDATE`;
    const found = await tx.schoolCase.findUnique({ where: { id: caseId } });
    if (!found || !councilsOf(actor).includes(found.councilCode)) throw new Response("Not found", { status: 404 });
    if (commandId) {
      const where = { caseId_commandId: { caseId, commandId } };
      if (await tx.headTelling.findUnique({ where, select: { id: true } })) return;
    }
    if (found.endedAt) throw new StaleForm("Nothing was recorded: the case has ended, so there is nothing to tell.");
    if (found.runId !== runId)
      throw new StaleForm(
        "Nothing was recorded: a later run has flagged the school again since you opened the letter. Read the new letter, then record what the headteacher was told of it.",
      );
    const id = randomUUID();
    const told = { id, caseId, runId, toldById: actor.personId, toldOn: dateColumn(toldOn), how, words };
    await tx.headTelling.create({ data: { ...told, commandId, recordedAt: now }, select: { id: true } });
    await addJob(tx, "tell-headteacher", { tellingId: id }, `head:${id}`);
  });
}
