import { ServicePage } from "~/people/service-page";
import { formatDateShort } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { StatCards } from "~/ui/stat-cards";
import { Table } from "~/ui/table";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { Decisions } from "./list-decisions.server";

type Row = Decisions["challenges"][number] | Decisions["extensions"][number] | Decisions["attention"][number];

const School = ({ row }: { row: Row }) => (
  <a className="govuk-link" href={`/cases/${row.caseId}`}>
    {row.schoolName}
  </a>
);

const Since = ({ row }: { row: Row }) => (
  <>
    {formatDateShort(row.since)}
    <div>{row.daysWaiting === 0 ? "Today" : `${formatPlural(row.daysWaiting, "day")} ago`}</div>
  </>
);

const Steps = ({ row, steps }: { row: Row; steps: [text: string, path: string][] }) => (
  <>
    {steps.map(([text, path]) => (
      <div key={path}>
        <a className="govuk-link" href={`/cases/${row.caseId}/${path}`}>
          {text}
          <VisuallyHidden> of {row.schoolName}</VisuallyHidden>
        </a>
      </div>
    ))}
  </>
);

const decide = { label: <VisuallyHidden>Decide</VisuallyHidden>, nowrap: true };

export function DecisionsPage({ challenges, extensions, attention }: Decisions) {
  return (
    <ServicePage>
      <PageHeading>Decisions</PageHeading>
      <p className="govuk-body">What waits for an admin, the oldest first.</p>
      <StatCards
        stats={[
          {
            value: challenges.length,
            label: "Challenges",
            href: "#challenges",
            tone: challenges.length > 0 ? "waiting" : undefined,
          },
          {
            value: extensions.length,
            label: "Extensions",
            href: "#extensions",
            tone: extensions.length > 0 ? "waiting" : undefined,
          },
          {
            value: attention.length,
            label: "New results",
            href: "#results",
            tone: attention.length > 0 ? "waiting" : undefined,
          },
        ]}
      />
      <section id="challenges">
        <Table
          caption="Challenges to a flag"
          captionSize="m"
          rowHeaders
          wide
          columns={[
            { label: "School" },
            { label: "Council" },
            { label: "About" },
            { label: "Made", nowrap: true },
            { label: "Plan due", nowrap: true },
            decide,
          ]}
          rows={challenges.map((row) => ({
            key: row.caseId,
            cells: [
              <School key="school" row={row} />,
              row.councilName,
              row.ground,
              <Since key="since" row={row} />,
              formatDateShort(row.dueOn),
              <Steps
                key="steps"
                row={row}
                steps={[
                  ["Uphold flag", "uphold"],
                  ["Remove flag", "remove-flag"],
                ]}
              />,
            ],
          }))}
          empty="No challenge waits for a decision."
        />
      </section>
      <section id="extensions">
        <Table
          caption="Requests for an extension"
          captionSize="m"
          rowHeaders
          wide
          columns={[
            { label: "School" },
            { label: "Council" },
            { label: "Plan due", nowrap: true },
            { label: "Date asked for", nowrap: true },
            { label: "Asked", nowrap: true },
            decide,
          ]}
          rows={extensions.map((row) => ({
            key: row.caseId,
            cells: [
              <School key="school" row={row} />,
              row.councilName,
              formatDateShort(row.dueOn),
              formatDateShort(row.requestedDueOn),
              <Since key="since" row={row} />,
              <Steps
                key="steps"
                row={row}
                steps={[
                  ["Grant extension", "extension/grant"],
                  ["Refuse extension", "extension/refuse"],
                ]}
              />,
            ],
          }))}
          empty="No request waits for a decision."
        />
      </section>
      <section id="results">
        <Table
          caption="New results to look at"
          captionSize="m"
          rowHeaders
          wide
          columns={[
            { label: "School" },
            { label: "Council" },
            { label: "Results of" },
            { label: "Exit rule" },
            { label: "Plan due", nowrap: true },
            decide,
          ]}
          rows={attention.map((row) => ({
            key: row.caseId,
            cells: [
              <School key="school" row={row} />,
              row.councilName,
              row.year,
              row.exitRuleMet ? "Met" : "Not met",
              formatDateShort(row.dueOn),
              <Steps key="steps" row={row} steps={[["Remove flag", "remove-flag"]]} />,
            ],
          }))}
          empty="No results came in for a case whose plan is not approved."
        />
      </section>
    </ServicePage>
  );
}
