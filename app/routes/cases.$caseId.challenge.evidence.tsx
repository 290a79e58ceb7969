import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { attachEvidence } from "~/evidence/attach-evidence.server";
import { MAX_EVIDENCE_BYTES } from "~/evidence/attach-evidence.schema";
import { readEvidenceForm } from "~/evidence/read-evidence-form";
import { ChallengeFilesPage } from "~/identification/challenge-files-page";
import { getChallengeFiles } from "~/identification/get-challenge-files.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { readUpload } from "~/people/read-upload.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";

export const handle: PageHandle = { title: "Challenge and its files", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.challenge.evidence");
  const files = await getChallengeFiles({ actor, caseId: requireId(args.params.caseId) });
  return { ...files, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.challenge.evidence");
  const caseId = requireId(args.params.caseId);
  const { challenge } = await getChallengeFiles({ actor, caseId });
  const upload = await readUpload(args.request, args.context, { maxBytes: MAX_EVIDENCE_BYTES });
  const { errors, description, asked, status } = readEvidenceForm(upload);
  if (!asked) return data({ errors, description }, { status });
  const back = { href: `/cases/${caseId}`, text: "Go to the school’s page" };
  const attached = await runAction(actor, back, () =>
    attachEvidence({ actor, owner: { challengeId: challenge.id }, ...asked, now: now() }),
  );
  if (!attached.attached) return data({ errors: { file: attached.problem }, description }, { status: 400 });
  return redirectWithNotice(`/cases/${caseId}/challenge/evidence`, `${attached.filename} attached`);
}

export default function ChallengeEvidence() {
  return <ChallengeFilesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
