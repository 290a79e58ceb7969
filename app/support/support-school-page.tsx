import { HistoryTimeline } from "~/audit/history-timeline";
import { ServicePage } from "~/people/service-page";
import { formatDate } from "~/ui/format-date";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import type { SupportSchoolDetail } from "./get-support-school.server";
import { LoadFigure } from "./load-figure";
import { supportSchoolRows } from "./support-school-rows";
import { SupportStateTag } from "./support-state-tag";
import { SupportRequestsTable } from "./support-tables";

/** What the person may do with it, the decision on a proposal first. */
function NextSteps({ school: { id, available, state } }: { school: SupportSchoolDetail }) {
  const may = (event: (typeof available)[number]) => available.includes(event);
  const links = [
    may("REFUSE_SUPPORT_SCHOOL") && { href: "refuse", text: "Refuse the proposal" },
    may("END_SUPPORT_SCHOOL") && { href: "end", text: "End the accreditation" },
    state === "accredited" && { href: "conflict", text: "Declare a conflict of interest" },
  ].filter((link) => typeof link === "object");
  return (
    <div className="app-no-print">
      {may("ACCREDIT_SUPPORT_SCHOOL") && <LinkButton href={`/support/${id}/accredit`}>Accredit the school</LinkButton>}
      <ul className="govuk-list">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a className="govuk-link" href={`/support/${id}/${href}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A support school: what it offers, how much of it is taken, and for those who may read them its requests and history. */
export function SupportSchoolPage({ school }: { school: SupportSchoolDetail }) {
  const { name, council, state, load, requests, conflicts, history } = school;
  return (
    <ServicePage back={{ href: "/support", text: "Support schools" }}>
      <PageHeading caption={`Support school, ${council.name}`}>{name}</PageHeading>
      <p className="govuk-body">
        <SupportStateTag state={state} />
      </p>
      <NextSteps school={school} />
      <SummaryList rows={supportSchoolRows(school)} />
      {load.length > 0 && <LoadFigure name={name} load={load} />}
      {requests.length > 0 && (
        <SupportRequestsTable caption="Requests" requests={requests} empty="Nobody has asked for support." />
      )}
      {conflicts.length > 0 && (
        <Table
          caption="Conflicts of interest that you may read"
          captionSize="m"
          wide
          rowHeaders
          columns={[{ label: "School that it must not help" }, { label: "Why", prose: true }, { label: "Declared on" }]}
          rows={conflicts.map(({ id, school: other, reason, declaredOn }) => ({
            key: id,
            cells: [
              other,
              <span key="why" className="app-typed-text">
                {reason}
              </span>,
              formatDate(declaredOn),
            ],
          }))}
        />
      )}
      {history.length > 0 && (
        <>
          <h2 className="govuk-heading-m">History</h2>
          <HistoryTimeline entries={history} headingLevel={3} />
        </>
      )}
    </ServicePage>
  );
}
