import { InsetText } from "~/ui/inset-text";
import { NotificationBanner } from "~/ui/notification-banner";
import { describeLevel, describeStep, describeTimeToAnswer } from "./describe-escalation";
import type { CouncilEscalation } from "./list-council-escalations.server";

type EscalationNoticesProps = { escalations: CouncilEscalation[]; isLead: boolean };

function ProposedNotice({ escalation, isLead }: { escalation: CouncilEscalation; isLead: boolean }) {
  const { id, council, programme, level, proposal } = escalation;
  if (!proposal) return null;
  return (
    <NotificationBanner titleId={`escalation-${id}`}>
      <p className="govuk-notification-banner__heading">
        The Department proposes to {describeStep(proposal.level)}.{" "}
        <a className="govuk-notification-banner__link" href={`/escalations/${id}`}>
          {isLead ? "Read why and answer" : "Read why"}
        </a>
      </p>
      <p className="govuk-body">{describeTimeToAnswer(proposal)}</p>
      <p className="govuk-body">
        {council}, {programme}.{level !== "none" && ` ${describeLevel(level)}`}
      </p>
    </NotificationBanner>
  );
}

/** What the Department does about the council's plans, for its home page: nothing where no step was taken. */
export function EscalationNotices({ escalations, isLead }: EscalationNoticesProps) {
  return escalations.map((escalation) =>
    escalation.proposal ? (
      <ProposedNotice key={escalation.id} escalation={escalation} isLead={isLead} />
    ) : (
      <InsetText key={escalation.id}>
        {describeLevel(escalation.level)}{" "}
        <a className="govuk-link" href={`/escalations/${escalation.id}`}>
          Read what led to it
        </a>
        <br />
        {escalation.council}, {escalation.programme}
      </InsetText>
    ),
  );
}
