import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { declareConflictSchema } from "~/support/declare-conflict.schema";
import { declareConflict } from "~/support/declare-conflict.server";
import { DeclareConflictForm } from "~/support/declare-conflict-form";
import { getSupportSchool } from "~/support/get-support-school.server";
import { formValues, parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Declare a conflict of interest", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.$supportId.conflict");
  const supportSchoolId = requireId(args.params.supportId);
  const { id, name } = await getSupportSchool({ actor, supportSchoolId, now: now() });
  return { school: { id, name }, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "support.$supportId.conflict");
  const supportSchoolId = requireId(args.params.supportId);
  const form = await readForm(args.request, args.context);
  const values = formValues(form);
  const parsed = parseForm(declareConflictSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values }, { status: 400 });
  const result = await declareConflict({ actor, supportSchoolId, ...parsed.value, now: now() });
  if (!result.ok) return data({ errors: { [result.field]: result.message }, values }, { status: 400 });
  return redirectWithNotice(`/support/${supportSchoolId}`, "Conflict of interest declared");
}

export default function DeclareConflict() {
  const { school, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = (name: string) => String(answer?.values[name] ?? "");
  return (
    <DeclareConflictForm
      school={school}
      typed={{ commandId: typed("commandId") || commandId, school: typed("school"), reason: typed("reason") }}
      serverErrors={answer?.errors}
    />
  );
}
