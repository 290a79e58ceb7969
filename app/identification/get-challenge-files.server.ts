import { type Actor, councilsOf } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { type OpenChallenge, readChallenge } from "./get-challenge.server";

export type ChallengeFiles = {
  caseId: string;
  schoolName: string;
  challenge: OpenChallenge;
  /** The reader's own council made it, and nobody has decided on it. */
  mayAttach: boolean;
};

/** The newest challenge of a case with its files, for the council that made it and for admins; 404 where there is none. */
export async function getChallengeFiles({ actor, caseId }: { actor: Actor; caseId: string }): Promise<ChallengeFiles> {
  if (!isUuid(caseId)) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    const row = await tx.challenge.findFirst({
      where: { caseId },
      orderBy: { madeAt: "desc" },
      include: { case: { select: { councilCode: true, school: { select: { name: true } } } } },
    });
    if (!row) throw new Response("Not found", { status: 404 });
    return {
      caseId,
      schoolName: row.case.school.name,
      challenge: await readChallenge(tx, row),
      mayAttach: row.state === "open" && councilsOf(actor).includes(row.case.councilCode),
    };
  });
}
