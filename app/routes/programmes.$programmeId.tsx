import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isWorkingDay } from "~/deadlines/working-days";
import { describeRule } from "~/identification/describe-rule";
import { RunsTable } from "~/identification/runs-table";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { getProgramme } from "~/programmes/get-programme.server";
import { programmeSteps } from "~/programmes/programme-steps";
import { ProgrammeSummary } from "~/programmes/programme-summary";
import { RunIdentification } from "~/programmes/run-identification-form";
import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { TaskList } from "~/ui/task-list";
import { WarningText } from "~/ui/warning-text";

export const handle: PageHandle = { title: "Programme" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId");
  const programme = await getProgramme({ actor, programmeId: args.params.programmeId ?? "" });
  const { priorityDueOn, standardDueOn } = programme.settings;
  const notWorking = [priorityDueOn, standardDueOn].filter((date) => !isWorkingDay(date));
  return { programme, notWorking, commandId: randomUUID() };
}

export default function Programme() {
  const { programme, notWorking, commandId } = useLoaderData<typeof loader>();
  const { id, state, settings, runs, files, newestYear, cases, publishedAt } = programme;
  const results =
    files === 0
      ? "No results of this measure have been taken over"
      : `${formatPlural(files, "file")} of this measure, the newest year is ${newestYear}`;
  const [run] = runs;
  return (
    <ServicePage back={{ href: "/programmes", text: "Programmes" }}>
      <PageHeading caption={state === "published" ? "Published programme" : "Draft programme"}>
        {settings.name}
      </PageHeading>
      {state === "published" && (
        <>
          <p className="govuk-body">
            Published {publishedAt && `on ${formatDate(publishedAt)}`}, with {formatPlural(cases, "case")} so far.
          </p>
          <ul className="govuk-list">
            <li>
              <a className="govuk-link" href={`/board?programme=${id}`}>
                Open the board
              </a>
            </li>
            <li>
              <a className="govuk-link" href={`/programmes/${id}/deadlines`}>
                Change a cohort’s due date
              </a>
            </li>
            <li>
              <a className="govuk-link" href={`/programmes/${id}/cleared`}>
                Open cases that the newest run does not flag
              </a>
            </li>
          </ul>
        </>
      )}
      {newestYear !== null && newestYear !== settings.latestYear && (
        <WarningText>
          {newestYear > settings.latestYear
            ? `There are results of ${newestYear}. This programme’s rule ends with ${settings.latestYear}.`
            : `The rule ends with ${settings.latestYear}, and the newest results are those of ${newestYear}: no school would be eligible.`}
        </WarningText>
      )}
      <h2 className="govuk-heading-m">Steps</h2>
      <TaskList items={programmeSteps({ id, published: state === "published", hasResults: files > 0, run, results })} />
      {files > 0 && <RunIdentification programmeId={id} commandId={commandId} run={run} />}
      <RunsTable runs={runs} />
      <h2 className="govuk-heading-m">Rule</h2>
      {describeRule(settings).map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <h2 className="govuk-heading-m">Settings</h2>
      <ProgrammeSummary settings={settings} notWorking={notWorking} />
      {state === "draft" ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`/programmes/${id}/edit`}>
            Change settings
          </a>
        </p>
      ) : (
        <p className="govuk-body">The settings stand, because the programme has been published.</p>
      )}
    </ServicePage>
  );
}
