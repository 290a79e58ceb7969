import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addWorkingDays } from "~/deadlines/working-days";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { getReview } from "~/reviews/get-review.server";
import { getReviewForEvent } from "~/reviews/get-review-for-event.server";
import { returnPlan } from "~/reviews/return-plan.server";
import { returnPlanSchema } from "~/reviews/return-plan.schema";
import { ReturnPlanForm } from "~/reviews/return-plan-form";
import { findReturnProblems } from "~/reviews/review-words";
import { formatDate } from "~/ui/format-date";
import { formValues, parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Return the plan", scripts: true };

/** What a council usually has to answer comments, in working days. */
const DAYS_TO_ANSWER = 20;

const backTo = (planId: string) => ({ href: `/plans/${planId}/review`, text: "Go to the review" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.return");
  const planId = requireId(args.params.planId);
  const asked = { actor, planId, event: "RECORD_VERDICT", now: now() } as const;
  const review = await runAction(actor, backTo(planId), () => getReviewForEvent(asked));
  return { review, proposal: addWorkingDays(today(), DAYS_TO_ANSWER), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.return");
  const planId = requireId(args.params.planId);
  const form = await readForm(args.request, args.context);
  const review = await getReview({ actor, planId, now: now() });
  const problems = review.isMine ? findReturnProblems(review.sections) : {};
  const parsed = parseForm(returnPlanSchema({ today: today() }), form);
  if (!parsed.ok || Object.keys(problems).length > 0) {
    const errors = { ...problems, ...(parsed.ok ? {} : parsed.errors) };
    return data({ errors, values: formValues(form) }, { status: 400 });
  }
  await runAction(actor, backTo(planId), () => returnPlan({ actor, planId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/plans/${planId}/review`, `Plan returned; due again ${formatDate(parsed.value.dueOn)}`);
}

export default function Return() {
  return <ReturnPlanForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
