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
 * No event of the workflow: it moves neither the plan nor its deadline. Throws StaleForm where the case has ended.
 */
export async function tellHeadteacher(asked: TellHeadteacher): Promise<void> {
  const { actor, caseId, how, toldOn, words, commandId = null, now } = asked;
  await asActor(actor, async (tx) => {
    const found = isUuid(caseId) ? await tx.schoolCase.findUnique({ where: { id: caseId } }) : null;
    if (!found || !councilsOf(actor).includes(found.councilCode)) throw new Response("Not found", { status: 404 });
    if (found.endedAt) throw new StaleForm("Nothing was recorded: the case has ended, so there is nothing to tell.");
    const id = randomUUID();
    const told = { id, caseId, runId: found.runId, toldById: actor.personId, toldOn: dateColumn(toldOn), how, words };
    const { count } = await tx.headTelling.createMany({
      data: [{ ...told, commandId, recordedAt: now }],
      skipDuplicates: true,
    });
    if (count === 1) await addJob(tx, "tell-headteacher", { tellingId: id }, `head:${id}`);
  });
}
