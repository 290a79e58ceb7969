import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CohortDeadlinesPage } from "~/deadlines/cohort-deadlines-page";
import { getCohortDeadlines } from "~/deadlines/cohort-deadlines.server";
import { previewCohortDeadline } from "~/deadlines/preview-cohort-deadline";
import { setCohortDeadlineSchema } from "~/deadlines/set-cohort-deadline.schema";
import { setCohortDeadline } from "~/deadlines/set-cohort-deadline.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { formatDate } from "~/ui/format-date";
import type { FieldErrors } from "~/ui/error-messages";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Change a cohort’s due date", scripts: true };

const addressOf = (programmeId: string | undefined) => `/programmes/${programmeId}/deadlines`;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.deadlines");
  const deadlines = await getCohortDeadlines({ actor, programmeId: args.params.programmeId ?? "" });
  const values = Object.fromEntries(new URL(args.request.url).searchParams);
  const preview = previewCohortDeadline({ ...deadlines, values, today: today() });
  const { id, name, version, dueOn } = deadlines.programme;
  const owing = { priority: 0, standard: 0 };
  for (const { cohort } of deadlines.owing) owing[cohort] += 1;
  return { programme: { id, name, version, dueOn }, owing, values, ...preview, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.deadlines");
  const programmeId = args.params.programmeId ?? "";
  const parsed = parseForm(setCohortDeadlineSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, reason: String(parsed.values.reason ?? "") }, { status: 400 });
  const { cohort, dueOn, reason } = parsed.value;
  const back = { href: addressOf(programmeId), text: "Go back to the due dates" };
  const set = await runAction(actor, back, () =>
    setCohortDeadline({ actor, programmeId, ...parsed.value, now: now() }),
  );
  if (!set.ok) return data({ errors: { dueOn: set.message } as FieldErrors, reason }, { status: 400 });
  return redirectWithNotice(addressOf(programmeId), `The ${cohort} cohort’s plans are now due on ${formatDate(dueOn)}`);
}

export default function CohortDeadlines() {
  return <CohortDeadlinesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
