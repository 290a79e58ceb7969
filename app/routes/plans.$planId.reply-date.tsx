import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { getPlan } from "~/plans/get-plan.server";
import { requireDraft } from "~/plans/require-draft";
import { setReplyDate } from "~/plans/set-reply-date.server";
import { SetReplyDateForm } from "~/plans/set-reply-date-form";
import { setReplyDateSchema } from "~/plans/set-reply-date.schema";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatDate, toDateParts } from "~/ui/format-date";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Headteacher’s reply date", scripts: true };

const backTo = (planId: string) => ({ href: `/plans/${planId}`, text: "Go to the plan" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.reply-date");
  const planId = requireId(args.params.planId);
  const plan = await getPlan({ actor, planId, now: now() });
  await runAction(actor, backTo(planId), async () => requireDraft(plan));
  const { replyByOn, case: found } = plan;
  return { planId, replyByOn, school: found.school.name, dueOn: found.dueOn, today: plan.today };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.reply-date");
  const planId = requireId(args.params.planId);
  const parsed = parseForm(setReplyDateSchema(today()), await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const { replyByOn } = parsed.value;
  await runAction(actor, backTo(planId), () => setReplyDate({ actor, planId, replyByOn }));
  return redirectWithNotice(`/plans/${planId}`, `The headteacher is asked to reply by ${formatDate(replyByOn)}`);
}

export default function ReplyDate() {
  const { replyByOn, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stored = replyByOn ? toDateParts(replyByOn) : { day: "", month: "", year: "" };
  const typed = { "replyBy-day": stored.day, "replyBy-month": stored.month, "replyBy-year": stored.year };
  return <SetReplyDateForm {...page} typed={answer?.values ?? typed} serverErrors={answer?.errors} />;
}
