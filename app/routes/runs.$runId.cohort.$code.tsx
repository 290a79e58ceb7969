import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { ChangeMembershipForm } from "~/programmes/change-membership-form";
import { changeMembershipSchema } from "~/programmes/change-membership.schema";
import { changeMembership } from "~/programmes/change-membership.server";
import { getMembershipChange } from "~/programmes/get-membership-change.server";
import { formatPlural } from "~/ui/format-number";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Change a council’s cohort", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.cohort.$code");
  const { runId, code } = args.params;
  return { change: await getMembershipChange({ actor, runId, code, now: now() }), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.cohort.$code");
  const runId = requireId(args.params.runId);
  const councilCode = args.params.code ?? "";
  const parsed = parseForm(changeMembershipSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, reason: String(parsed.values.reason ?? "") }, { status: 400 });
  const back = { href: `/runs/${runId}/cohort`, text: "See the cohorts as they are now" };
  const { moved } = await runAction(actor, back, () =>
    changeMembership({ actor, runId, councilCode, ...parsed.value, now: now() }),
  );
  const dates = moved === 0 ? "No due date moved." : `${formatPlural(moved, "plan")} got a new due date.`;
  return redirectWithNotice(`/runs/${runId}/cohort`, `The cohort is changed. ${dates}`);
}

export default function ChangeCohort() {
  const { change, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ChangeMembershipForm change={change} commandId={commandId} reason={answer?.reason ?? ""} errors={answer?.errors} />
  );
}
