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
import { getReviewForEvent } from "~/reviews/get-review-for-event.server";
import { refuseApproval } from "~/reviews/refuse-approval.server";
import { refuseApprovalSchema } from "~/reviews/refuse-approval.schema";
import { RefuseApprovalForm } from "~/reviews/refuse-approval-form";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Refuse the approval", scripts: true };

const backTo = (planId: string) => ({ href: `/plans/${planId}/review`, text: "Go to the review" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.refuse-approval");
  const planId = requireId(args.params.planId);
  const asked = { actor, planId, event: "REFUSE_APPROVAL", now: now() } as const;
  return { review: await runAction(actor, backTo(planId), () => getReviewForEvent(asked)), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.refuse-approval");
  const planId = requireId(args.params.planId);
  const parsed = parseForm(refuseApprovalSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(planId), () => refuseApproval({ actor, planId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/plans/${planId}/review`, "Approval refused. The plan’s reviewer looks at it again.");
}

export default function RefuseApproval() {
  return <RefuseApprovalForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
