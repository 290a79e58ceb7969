import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { StaleForm } from "~/plans/event-refused";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { CohortsDecided } from "~/programmes/cohorts-decided";
import { ConfirmCohortForm } from "~/programmes/confirm-cohort-form";
import { confirmCohortSchema } from "~/programmes/confirm-cohort.schema";
import { confirmCohort } from "~/programmes/confirm-cohort.server";
import { getCohortDecision } from "~/programmes/get-cohort-decision.server";
import { getCohortsSince } from "~/programmes/get-cohorts-since.server";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Decide the cohorts", scripts: true };

const codesOf = (councils: readonly { code: string }[]) => councils.map(({ code }) => code);

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.cohort");
  const decision = await getCohortDecision({ actor, runId: args.params.runId });
  const { councils, run } = decision;
  const proposed = codesOf(councils.filter((council) => council.proposed));
  const chosen = codesOf(councils.filter(({ cohort }) => cohort === "priority"));
  const open = ["confirmed", "cohortConfirmed"].includes(run.state);
  const values = {
    priority: run.state === "confirmed" ? proposed : chosen,
    reason: councils.find(({ cohortReason }) => cohortReason)?.cohortReason ?? "",
  };
  const since = run.state === "published" ? await getCohortsSince({ actor, runId: run.id }) : null;
  return { decision, proposed, values, open, since };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.cohort");
  const form = await readForm(args.request, args.context);
  const { run, councils } = await getCohortDecision({ actor, runId: args.params.runId });
  const typed = { priority: form.getAll("priority").map(String), reason: String(form.get("reason") ?? "") };
  const parsed = parseForm(confirmCohortSchema(codesOf(councils.filter(({ proposed }) => proposed))), form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: typed }, { status: 400 });
  const back = { href: `/runs/${run.id}`, text: "See the run as it is now" };
  const refusal = await runAction(actor, back, async () => {
    const confirmed = await confirmCohort({ actor, runId: run.id, ...parsed.value, now: now() });
    if (confirmed.ok) return null;
    if (confirmed.reason !== "reasonMissing")
      throw new StaleForm(
        "The cohorts of this run can no longer be decided: it was put aside, published, or its councils changed.",
      );
    return { reason: "Enter the reason for a cohort that is not the proposed one" };
  });
  if (refusal) return data({ errors: refusal, values: typed }, { status: 400 });
  return redirectWithNotice(`/runs/${run.id}/publish`, "The cohorts are confirmed");
}

export default function Cohort() {
  const { decision, proposed, values, open, since } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!open) return <CohortsDecided decision={decision} since={since} />;
  return (
    <ConfirmCohortForm
      decision={decision}
      proposed={proposed}
      values={answer?.values ?? values}
      errors={answer?.errors}
    />
  );
}
