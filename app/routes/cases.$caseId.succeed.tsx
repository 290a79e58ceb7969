import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { getCaseForEvent } from "~/plans/get-case-for-event.server";
import { succeedSchool } from "~/plans/succeed-school.server";
import { succeedSchoolSchema } from "~/plans/succeed-school.schema";
import { SucceedSchoolForm } from "~/plans/succeed-school-form";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import type { FieldErrors } from "~/ui/error-messages";
import { formValues, parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Move the case to the successor school", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.succeed");
  const caseId = requireId(args.params.caseId);
  const asked = { actor, caseId, event: "SUCCEED_SCHOOL", now: now() } as const;
  return { of: await runAction(actor, backTo(caseId), () => getCaseForEvent(asked)), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.succeed");
  const caseId = requireId(args.params.caseId);
  const form = await readForm(args.request, args.context);
  const parsed = parseForm(succeedSchoolSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const moved = await runAction(actor, backTo(caseId), () =>
    succeedSchool({ actor, caseId, ...parsed.value, now: now() }),
  );
  if (!moved.ok) {
    const errors: FieldErrors = { urn: moved.message };
    return data({ errors, values: formValues(form) }, { status: 400 });
  }
  const waits = moved.waits
    ? `. It continues another school already: whose results go on there waits to be decided, under Results files`
    : "";
  return redirectWithNotice(`/cases/${caseId}`, `Case moved to ${moved.name}${waits}`);
}

export default function Succeed() {
  const { of, commandId } = useLoaderData<typeof loader>();
  return <SucceedSchoolForm of={of} commandId={commandId} answer={useActionData<typeof action>()} />;
}
