import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCohortDeadlines } from "~/deadlines/cohort-deadlines.server";
import { CohortDates } from "~/deadlines/cohort-dates";
import { PreviewCohortDeadlineForm } from "~/deadlines/preview-cohort-deadline-form";
import { previewCohortDeadline } from "~/deadlines/preview-cohort-deadline";
import { SetCohortDeadlineForm } from "~/deadlines/set-cohort-deadline-form";
import { setCohortDeadlineSchema } from "~/deadlines/set-cohort-deadline.schema";
import { setCohortDeadline } from "~/deadlines/set-cohort-deadline.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { formatDate } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Change a cohort’s due date", scripts: true };

const addressOf = (programmeId: string | undefined) => `/programmes/${programmeId}/deadlines`;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.deadlines");
  const deadlines = await getCohortDeadlines({ actor, programmeId: args.params.programmeId ?? "" });
  const values = Object.fromEntries(new URL(args.request.url).searchParams);
  const preview = previewCohortDeadline({ ...deadlines, values, today: today() });
  const { id, name, dueOn } = deadlines.programme;
  const owing = { priority: 0, standard: 0 };
  for (const { cohort } of deadlines.owing) owing[cohort] += 1;
  return { programme: { id, name, dueOn }, owing, values, ...preview, commandId: randomUUID() };
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
  if (!set.ok) return data({ errors: { dueOn: set.message }, reason }, { status: 400 });
  return redirectWithNotice(addressOf(programmeId), `The ${cohort} cohort’s plans are now due on ${formatDate(dueOn)}`);
}

export default function CohortDeadlines() {
  const { programme, owing, values, errors, preview, commandId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const serverErrors = answered?.errors ?? {};
  return (
    <ServicePage
      back={{ href: `/board?programme=${programme.id}`, text: "Back to the board" }}
      errors={{ ...errors, ...serverErrors }}
      errorTargets={{ dueOn: "dueOn-day", cohort: "cohort" }}
      width="narrow"
    >
      <PageHeading caption={programme.name}>Change a cohort’s due date</PageHeading>
      <CohortDates dueOn={programme.dueOn} owing={owing} />
      <p className="govuk-body">
        A new date reaches the plans whose first submission is still owed. Plans that were submitted, returned or
        approved keep the dates they have.
      </p>
      <PreviewCohortDeadlineForm
        action={addressOf(programme.id)}
        errors={{ ...errors, ...serverErrors }}
        values={values}
      />
      {preview && (
        <SetCohortDeadlineForm
          key={`${preview.cohort} ${preview.to}`}
          {...{ preview, commandId, serverErrors }}
          reason={answered?.reason ?? ""}
        />
      )}
    </ServicePage>
  );
}
