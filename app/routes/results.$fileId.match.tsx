import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isBeingWorkedOn } from "~/identification/file-state";
import { listMatchChoices } from "~/identification/list-match-choices.server";
import { CHOICES_A_PAGE } from "~/identification/match-choice";
import { MatchChoicesForm } from "~/identification/match-choices-form";
import { recheckFile } from "~/identification/recheck-file.server";
import { saveMatchChoices } from "~/identification/save-match-choices.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import { pageNumber } from "~/platform/page-number";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";

export const handle: PageHandle = { title: "Choose schools" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.match");
  const page = pageNumber(args.request);
  const found = await listMatchChoices({ actor, fileId: args.params.fileId, page });
  if (isBeingWorkedOn(found.file.state)) throw redirect(`/results/${found.file.id}/progress`, 303);
  return { page, ...found };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.match");
  const fileId = requireId(args.params.fileId);
  const form = await readForm(args.request, args.context);
  const given = [...form].filter(([key, value]) => /^(number|urn|later|pair)-/.test(key) && typeof value === "string");
  const answers = Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
  const firstKey = String(form.get("first") ?? "");
  if (given.length === 0)
    return data({ errors: { [firstKey]: "Choose an answer to at least one question" }, answers }, { status: 400 });
  const back = { href: `/results/${fileId}/match`, text: "See what is to be chosen now" };
  const saved = await runAction(actor, back, () => saveMatchChoices({ actor, fileId, answers, now: now() }));
  if (!saved.ok) return data({ errors: saved.errors, answers }, { status: 400 });
  if (saved.undecided > 0)
    return redirectWithNotice(`/results/${fileId}/match`, `Saved. ${formatPlural(saved.undecided, "choice")} to go`);
  await runAction(actor, back, () => recheckFile({ actor, fileId }));
  return redirectWithNotice(`/results/${fileId}`, "The choices are saved");
}

export default function MatchSchools() {
  const { file, choices, total, undecided, page, pages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const from = (page - 1) * CHOICES_A_PAGE;
  return (
    <ServicePage width="narrow" back={{ href: `/results/${file.id}`, text: "The file" }} errors={answer?.errors}>
      <PageHeading caption={<span className="app-typed-text">{file.filename}</span>}>Choose schools</PageHeading>
      {total === 0 ? (
        <p className="govuk-body">There is nothing to choose for this file.</p>
      ) : (
        <>
          <p className="govuk-body">
            {undecided === 0 ? "All are decided." : `${formatPlural(undecided, "choice")} to make.`} Several schools
            could be meant, and the service does not guess. Those that you leave blank stay to be chosen.
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={`/results/${file.id}/match/csv`} download>
              Download what is to be chosen (CSV)
            </a>
          </p>
          <p className="govuk-body">
            {from + 1} to {from + choices.length} of {total}
          </p>
          <MatchChoicesForm choices={choices} typed={answer?.answers} errors={answer?.errors} />
          <Pagination page={page} pages={pages} hrefFor={(to) => `/results/${file.id}/match?page=${to}`} />
        </>
      )}
    </ServicePage>
  );
}
