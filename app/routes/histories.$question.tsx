import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DecideHistoryForm } from "~/identification/decide-history-form";
import { decideWaitingHistorySchema } from "~/identification/decide-waiting-history.schema";
import { decideWaitingHistory } from "~/identification/decide-waiting-history.server";
import { HistoryComparison } from "~/identification/history-comparison";
import { getHistoryQuestion } from "~/identification/list-waiting-histories.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { formatDateTime } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import { formValues, parseForm } from "~/ui/parse-form";
import { SummaryList } from "~/ui/summary-list";

export const handle: PageHandle = { title: "Decide whose results go on" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "histories.$question");
  return getHistoryQuestion({ actor, key: args.params.question ?? "" });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "histories.$question");
  const key = args.params.question ?? "";
  const form = await readForm(args.request, args.context);
  const parsed = parseForm(decideWaitingHistorySchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const back = { href: `/histories/${key}`, text: "See what is to be decided now" };
  const problem = await runAction(actor, back, () => decideWaitingHistory({ actor, key, ...parsed.value, now: now() }));
  if (problem) return data({ errors: { answer: problem }, values: formValues(form) }, { status: 400 });
  return redirectWithNotice("/histories", "The decision is saved. It counts from the next identification run on.");
}

export default function DecideHistory() {
  const question = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { schools, decisions, waits } = question;
  return (
    <ServicePage width="wide" back={{ href: "/histories", text: "Histories to decide" }} errors={answer?.errors}>
      <PageHeading caption={schools[0]?.name}>Decide whose results go on</PageHeading>
      <p className="govuk-body">
        {waits
          ? "The floor rule takes a year’s result from the school that this one continues, where it has none of its own. Published runs stay as they are."
          : "This is decided. You can decide anew: the next identification run follows it, and published runs stay as they are."}
      </p>
      <HistoryComparison question={question} />
      {decisions.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Decisions so far</h2>
          <SummaryList
            rows={decisions.map(({ at, by, words, reason }) => ({
              key: `${formatDateTime(at)}, ${by}`,
              value: `${words}. ${reason ?? "No reason was asked for."}`,
            }))}
          />
        </>
      )}
      <DecideHistoryForm question={question} answer={answer} />
    </ServicePage>
  );
}
