import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { describeEvidenceSchema } from "~/evidence/attach-evidence.schema";
import { describeEvidence } from "~/evidence/describe-evidence.server";
import { DescribeEvidenceForm } from "~/evidence/describe-evidence-form";
import { getOwnEvidence } from "~/evidence/get-evidence.server";
import { requireUnsubmitted } from "~/evidence/require-unsubmitted";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Change what a file shows", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "evidence.$evidenceId.describe");
  const evidenceId = requireId(args.params.evidenceId);
  const back = { href: `/evidence/${evidenceId}`, text: "Go to the file" };
  return runAction(actor, back, async () => {
    const { id, description, filename, draft } = await getOwnEvidence({ actor, evidenceId });
    requireUnsubmitted(draft.submitted);
    return { id, description, filename };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "evidence.$evidenceId.describe");
  const evidenceId = requireId(args.params.evidenceId);
  const form = await readForm(args.request, args.context);
  const parsed = parseForm(describeEvidenceSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const back = { href: `/evidence/${evidenceId}`, text: "Go to the file" };
  await runAction(actor, back, () => describeEvidence({ actor, evidenceId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/evidence/${evidenceId}`, "Saved");
}

export default function DescribeEvidence() {
  return <DescribeEvidenceForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
