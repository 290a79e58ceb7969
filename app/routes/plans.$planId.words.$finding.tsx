import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { AcceptWordsForm } from "~/plans/accept-words-form";
import { acceptWords } from "~/plans/accept-words.server";
import { acceptWordsSchema } from "~/plans/accept-words.schema";
import { getPlan } from "~/plans/get-plan.server";
import { listWordFindings } from "~/plans/list-word-findings.server";
import { requireDraft } from "~/plans/require-draft";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Keep words with a reason", scripts: true };

const backTo = (planId: string) => ({ href: `/plans/${planId}/check`, text: "Check your answers" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.words.$finding");
  const planId = requireId(args.params.planId);
  const plan = await getPlan({ actor, planId, now: now() });
  await runAction(actor, backTo(planId), async () => requireDraft(plan));
  const findings = await listWordFindings({ actor, plan });
  const finding = findings.find(({ key }) => key === args.params.finding);
  if (!finding) throw new Response("Not found", { status: 404 });
  return { planId, school: plan.case.school.name, finding };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.words.$finding");
  const planId = requireId(args.params.planId);
  const key = args.params.finding ?? "";
  const parsed = parseForm(acceptWordsSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const { reason } = parsed.value;
  await runAction(actor, backTo(planId), () => acceptWords({ actor, planId, key, reason, now: now() }));
  return redirectWithNotice(`/plans/${planId}/check`, "Words kept with your reason");
}

export default function KeepWords() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = String(answer?.values.reason ?? loaded.finding.accepted?.reason ?? "");
  return <AcceptWordsForm {...loaded} typed={typed} serverErrors={answer?.errors} />;
}
