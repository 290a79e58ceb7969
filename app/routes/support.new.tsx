import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { listProposable } from "~/support/list-proposable.server";
import { emptyProposal, proposeSupportSchoolSchema, type ProposalTyped } from "~/support/propose-support-school.schema";
import { proposeSupportSchool } from "~/support/propose-support-school.server";
import { ProposeSupportSchoolForm } from "~/support/propose-support-school-form";
import { formValues, parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Propose a support school", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.new");
  return { schools: await listProposable({ actor }), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "support.new");
  const form = await readForm(args.request, args.context);
  const values = { ...emptyProposal, ...formValues(form) } as ProposalTyped;
  const parsed = parseForm(proposeSupportSchoolSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values }, { status: 400 });
  const asked = { actor, proposal: parsed.value, now: now() };
  const back = { href: "/support", text: "Go to support schools" };
  const result = await runAction(actor, back, () => proposeSupportSchool(asked));
  if (!result.ok) return data({ errors: { [result.field]: result.message }, values }, { status: 400 });
  return redirectWithNotice(`/support/${result.id}`, "Support school proposed to the Department");
}

export default function ProposeSupportSchool() {
  const { schools, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.values ?? { ...emptyProposal, commandId };
  return <ProposeSupportSchoolForm schools={schools} typed={typed} serverErrors={answer?.errors} />;
}
