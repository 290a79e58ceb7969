import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { accreditSupportSchoolSchema, type AccreditTyped } from "~/support/accredit-support-school.schema";
import { accreditSupportSchool } from "~/support/accredit-support-school.server";
import { AccreditSupportSchoolForm } from "~/support/accredit-support-school-form";
import { getSupportSchoolFor } from "~/support/get-support-school.server";
import { typedDate } from "~/ui/date-field";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Accredit a support school", scripts: true };

const backTo = (id: string) => ({ href: `/support/${id}`, text: "Go to the support school" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.$supportId.accredit");
  const supportSchoolId = requireId(args.params.supportId);
  const asked = { actor, supportSchoolId, event: "ACCREDIT_SUPPORT_SCHOOL" as const, now: now() };
  const school = await runAction(actor, backTo(supportSchoolId), () => getSupportSchoolFor(asked));
  return { school, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "support.$supportId.accredit");
  const supportSchoolId = requireId(args.params.supportId);
  const parsed = parseForm(accreditSupportSchoolSchema(today()), await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const asked = { actor, supportSchoolId, ...parsed.value, now: now() };
  await runAction(actor, backTo(supportSchoolId), () => accreditSupportSchool(asked));
  return redirectWithNotice(`/support/${supportSchoolId}`, "Support school accredited");
}

export default function Accredit() {
  const { school, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const boxes = (name: "termFrom" | "termTo") => {
    const { day, month, year } = typedDate(answer?.values ?? {}, name);
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
  };
  const key = String(answer?.values.commandId ?? commandId);
  const typed = { commandId: key, ...boxes("termFrom"), ...boxes("termTo") } as AccreditTyped;
  return <AccreditSupportSchoolForm school={school} typed={typed} serverErrors={answer?.errors} />;
}
