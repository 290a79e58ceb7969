import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { giveReply } from "~/plans/give-reply.server";
import { GiveReplyForm } from "~/plans/give-reply-form";
import { giveReplySchema } from "~/plans/give-reply.schema";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { getOwnSchool } from "~/schools/get-own-school.server";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Reply to the plan", scripts: true };

const back = { href: "/your-school", text: "Go to your school" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "your-school.reply");
  const asked = new URL(args.request.url).searchParams.get("plan");
  const { school, cases } = await getOwnSchool({ actor, now: now() });
  const own = cases.find(({ planId, canReply }) => canReply && (asked === null || planId === asked));
  if (!own?.planId) return redirect("/your-school");
  const { reply, planId } = own;
  return { school: school.name, planId, typed: { stance: reply?.stance ?? "", comment: reply?.comment ?? "" } };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "your-school.reply");
  const form = await readForm(args.request, args.context);
  const parsed = parseForm(giveReplySchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const planId = String(form.get("plan") ?? "");
  await runAction(actor, back, () => giveReply({ actor, planId, ...parsed.value, now: now() }));
  return redirectWithNotice("/your-school", "Your reply is saved and your council can read it");
}

export default function YourReply() {
  const { school, planId, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer && {
    stance: String(answer.values.stance ?? ""),
    comment: String(answer.values.comment ?? ""),
  };
  return <GiveReplyForm school={school} planId={planId} typed={values ?? typed} serverErrors={answer?.errors} />;
}
