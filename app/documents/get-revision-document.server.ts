import { getRevision } from "~/plans/get-revision.server";
import type { Actor } from "~/platform/actor";
import type { PlanDocument } from "./document-blocks";
import type { Version } from "./plan-blocks";

/**
 * A submission to take along, for whoever may read it. A withdrawn one is the council's alone, so there is no shareable
 * version of it: 404, as where there is none.
 */
export async function getRevisionDocument(asked: {
  actor: Actor;
  revisionId: string;
  version: Version;
}): Promise<PlanDocument> {
  const { council, programme, content, ...submission } = await getRevision(asked);
  if (asked.version === "shareable" && submission.withdrawnAt) throw new Response("Not found", { status: 404 });
  const { reference, submittedAt, submittedBy, withdrawnAt } = submission;
  return {
    version: asked.version,
    content,
    council: council.name,
    programme: programme.name,
    submission: { reference, submittedAt, submittedBy, withdrawnAt },
    asOf: new Date(submittedAt),
  };
}
