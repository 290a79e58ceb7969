import { HistoryTimeline } from "~/audit/history-timeline";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { formatDate } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { SummaryList } from "~/ui/summary-list";
import { WarningText } from "~/ui/warning-text";
import type { SupportRequestDetail } from "./get-support-request.server";
import { daysAWeek } from "./half-days";
import { SupportStateTag } from "./support-state-tag";

type RequestPageProps = { request: SupportRequestDetail; commandId: string };

const freeOf = ({ kind, free }: SupportRequestDetail) =>
  kind === "teacher" ? `${daysAWeek(free)} of this teacher` : free === 1 ? "1 place" : `${free} places`;

function Answer({ request, commandId }: RequestPageProps) {
  const { id, available, free, takes, supporting } = request;
  const may = (event: (typeof available)[number]) => available.includes(event);
  const home = `/support/requests/${id}`;
  return (
    <div className="app-no-print">
      {may("ACCEPT_REQUEST") && free < takes && (
        <WarningText>The request cannot be accepted as it is: {freeOf(request)} free on all of its days.</WarningText>
      )}
      <ButtonGroup>
        {may("ACCEPT_REQUEST") && free >= takes && (
          <PostForm action={`${home}/accept`} commandId={commandId} reloadDocument>
            <Button preventDoubleClick>Accept request</Button>
          </PostForm>
        )}
        {may("WITHDRAW_REQUEST") && (
          <PostForm action={`${home}/withdraw`} commandId={commandId} reloadDocument>
            <Button variant="secondary" preventDoubleClick>
              Withdraw request
            </Button>
          </PostForm>
        )}
        {may("DECLINE_REQUEST") && (
          <a className="govuk-link" href={`${home}/decline`}>
            Decline the request
          </a>
        )}
        {may("END_SUPPORT") && (
          <a className="govuk-link" href={`${home}/end`}>
            End the support
          </a>
        )}
      </ButtonGroup>
      {request.state === "asked" && !may("ACCEPT_REQUEST") && (
        <p className="govuk-body">{supporting} accepts or declines the request.</p>
      )}
    </div>
  );
}

/** A request for support, as the two councils and the Department read it. */
export function SupportRequestPage({ request, commandId }: RequestPageProps) {
  const { support, school, caseId, asking, supporting, wanted, startsOn, endsOn, endedOn, message, state } = request;
  return (
    <ServicePage back={{ href: "/support", text: "Support schools" }}>
      <PageHeading caption={`Request of ${asking}`}>
        {support.name} for {school}
      </PageHeading>
      <p className="govuk-body">
        <SupportStateTag state={state} />
      </p>
      <Answer request={request} commandId={commandId} />
      <SummaryList
        rows={[
          {
            key: "Support school",
            value: (
              <>
                <a className="govuk-link" href={`/support/${support.id}`}>
                  {support.name}
                </a>
                , {supporting}
              </>
            ),
          },
          {
            key: "For",
            value: caseId ? (
              <a className="govuk-link" href={`/cases/${caseId}`}>
                {school}
              </a>
            ) : (
              `${school}, ${asking}`
            ),
          },
          { key: "Asks for", value: wanted.charAt(0).toUpperCase() + wanted.slice(1) },
          { key: "From", value: formatDate(startsOn) },
          { key: "To", value: formatDate(endsOn) },
          ...(endedOn ? [{ key: "Ended on", value: formatDate(endedOn) }] : []),
          ...(state === "asked" ? [{ key: "Free on all of its days", value: freeOf(request) }] : []),
          { key: "What is needed", value: <span className="app-typed-text">{message}</span> },
        ]}
      />
      <h2 className="govuk-heading-m">History</h2>
      <HistoryTimeline entries={request.history} headingLevel={3} />
    </ServicePage>
  );
}
