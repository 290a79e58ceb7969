import { HistoryTimeline } from "~/audit/history-timeline";
import { ServicePage } from "~/people/service-page";
import { formatDate, formatDateTime } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import {
  describeStanding,
  describeStep,
  describeTimeToAnswer,
  describeWhatComesNext,
  listSteps,
} from "./describe-escalation";
import type { EscalationDetail } from "./read-escalation.server";

type EscalationPageProps = {
  escalation: EscalationDetail;
  /** Names of the council's leads, for an officer to know who can answer. */
  leads: string[];
};

function Proposal({ proposal }: { proposal: NonNullable<EscalationDetail["proposal"]> }) {
  return (
    <section aria-labelledby="proposal">
      <h2 className="govuk-heading-m" id="proposal">
        The proposed step
      </h2>
      <p className="govuk-body">The Department proposes to {describeStep(proposal.level)}.</p>
      <SummaryList
        rows={[
          {
            key: "Why",
            value: <span className="app-typed-text">{proposal.reason ?? "The reason is no longer held."}</span>,
          },
          { key: "Proposed on", value: formatDate(proposal.proposedOn) },
          { key: "Time to answer", value: describeTimeToAnswer(proposal) },
          {
            key: "What comes next",
            value: describeWhatComesNext(proposal),
          },
          {
            key: "The council’s answer",
            value: proposal.lastAnsweredAt
              ? `Made on ${formatDateTime(proposal.lastAnsweredAt)}. Its words are in the history.`
              : "None yet",
          },
        ]}
      />
    </section>
  );
}

function WhoAnswers({ escalation, leads }: EscalationPageProps) {
  const { id, proposal, mayAnswer, ofOwnCouncil, council } = escalation;
  if (!proposal) return null;
  if (mayAnswer)
    return (
      <LinkButton href={`/escalations/${id}/represent`}>
        {proposal.lastAnsweredAt ? "Make further representations" : "Make representations"}
      </LinkButton>
    );
  if (!ofOwnCouncil) return null;
  return (
    <InsetText>
      A council lead answers on the council’s behalf.{" "}
      {leads.length > 0
        ? `Leads of ${council.name}: ${leads.join(", ")}.`
        : `${council.name} has no lead yet. Ask the Department to name one.`}
    </InsetText>
  );
}

const stepTags = {
  taken: <Tag colour="blue">Taken</Tag>,
  proposed: <Tag colour="orange">Proposed</Tag>,
};

/** Where a council's escalation stands, what is proposed and why, until when the council can answer, and its history. */
export function EscalationPage({ escalation, leads }: EscalationPageProps) {
  const { council, programme, level, proposal, entries, ofOwnCouncil } = escalation;
  const back = ofOwnCouncil
    ? { href: "/schools", text: "Your schools" }
    : { href: `/councils/${council.code}?programme=${programme.id}`, text: `Plans of ${council.name}` };
  return (
    <ServicePage back={back} width="narrow">
      <PageHeading caption={`${council.name}, ${programme.name}`}>Escalation</PageHeading>
      <p className="govuk-body-l">{describeStanding(level, proposal !== null)}</p>
      <p className="govuk-body">
        Where a council does not act, the Department takes one step at a time. The council can answer each step before
        it is decided.
      </p>
      {proposal && <Proposal proposal={proposal} />}
      <WhoAnswers escalation={escalation} leads={leads} />
      <Table
        caption="The steps, in order"
        captionSize="m"
        rowHeaders
        columns={[{ label: "Step" }, { label: "Status" }]}
        rows={listSteps(level, proposal?.level ?? null).map(({ level: key, name, state }) => ({
          key,
          cells: [name, state ? stepTags[state] : "Not taken"],
        }))}
      />
      <h2 className="govuk-heading-m">History</h2>
      <HistoryTimeline entries={entries} headingLevel={3} />
    </ServicePage>
  );
}
