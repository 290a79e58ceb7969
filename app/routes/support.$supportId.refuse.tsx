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
import { refuseSupportSchool } from "~/support/refuse-support-school.server";
import { getSupportSchoolFor } from "~/support/get-support-school.server";
import { reasonSchema } from "~/support/reason.schema";
import { ReasonPage } from "~/support/reason-page";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Refuse a support school", scripts: true };

const homeOf = (id: string) => `/support/${id}`;
const backTo = (id: string) => ({ href: homeOf(id), text: "Go to the support school" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.$supportId.refuse");
  const supportSchoolId = requireId(args.params.supportId);
  const asked = { actor, supportSchoolId, event: "REFUSE_SUPPORT_SCHOOL" as const, now: now() };
  const school = await runAction(actor, backTo(supportSchoolId), () => getSupportSchoolFor(asked));
  return { school, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "support.$supportId.refuse");
  const supportSchoolId = requireId(args.params.supportId);
  const parsed = parseForm(reasonSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const asked = { actor, supportSchoolId, ...parsed.value, now: now() };
  await runAction(actor, backTo(supportSchoolId), () => refuseSupportSchool(asked));
  return redirectWithNotice(homeOf(supportSchoolId), "Proposal refused");
}

export default function RefuseSupportSchool() {
  const { school, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      caption={school.name}
      title="Refuse the proposal"
      home={homeOf(school.id)}
      schema={reasonSchema}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      label="Reason"
      hint="For example, how many specialist teachers it would need. Do not name people."
      button="Refuse proposal"
    >
      <p className="govuk-body">{school.council.name} reads your reason. It can propose the school again.</p>
    </ReasonPage>
  );
}
