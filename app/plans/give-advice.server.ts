import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { SectionKey } from "~workflows/school-plan/types";

type GiveAdvice = {
  actor: PersonActor;
  revisionId: string;
  section: SectionKey;
  comment: string;
  /** The form's key becomes the comment's id, so that the same form sent again adds nothing. */
  commandId: string;
  now: Date;
};

/**
 * Keeps an adviser's comment on a submitted plan of a council that they were appointed to; 404 for any other revision.
 * The plan itself is not touched: what comes of the advice is the council's to decide.
 */
export async function giveAdvice({ actor, revisionId, section, comment, commandId, now }: GiveAdvice): Promise<void> {
  if (!isUuid(revisionId)) throw new Response("Not found", { status: 404 });
  await asActor(actor, async (tx) => {
    const revision = await tx.revision.findUnique({ where: { id: revisionId }, select: { id: true } });
    if (!revision) throw new Response("Not found", { status: 404 });
    await tx.advice.createMany({
      data: [{ id: commandId, revisionId, section, comment, givenById: actor.personId, givenAt: now }],
      skipDuplicates: true,
    });
  });
}
