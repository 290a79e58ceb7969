import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { getRevision } from "~/plans/get-revision.server";
import { giveAdvice } from "~/plans/give-advice.server";
import { GiveAdviceForm } from "~/plans/give-advice-form";
import { giveAdviceSchema } from "~/plans/give-advice.schema";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Comment on the plan", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "revisions.$revisionId.advise");
  const { id, reference, content } = await getRevision({ actor, revisionId: args.params.revisionId ?? "" });
  const schools = content.setting.schools.map(({ name }) => name).join(", ");
  return { revision: { id, reference, schools }, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "revisions.$revisionId.advise");
  const revisionId = args.params.revisionId ?? "";
  const parsed = parseForm(giveAdviceSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await giveAdvice({ actor, revisionId, ...parsed.value, now: now() });
  return redirectWithNotice(`/revisions/${revisionId}`, "Your comment is added");
}

export default function Advise() {
  const { revision, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = (name: string) => String(answer?.values[name] ?? "");
  const values = { commandId: typed("commandId") || commandId, section: typed("section"), comment: typed("comment") };
  return <GiveAdviceForm revision={revision} typed={values} serverErrors={answer?.errors} />;
}
