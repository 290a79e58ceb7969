import { describeTelling } from "./describe-telling";
import type { Telling } from "./list-tellings.server";

type HeadToldProps = {
  caseId: string;
  tellings: Telling[];
  /** The reader belongs to the school's council. */
  own: boolean;
  /** They lead it. */
  isLead: boolean;
  ended: boolean;
};

/** Whether the head of a case's school was told, and for its council the way to do it. */
export function HeadTold({ caseId, tellings, own, isLead, ended }: HeadToldProps) {
  const [latest] = tellings;
  if (!latest && ended) return null;
  const told = latest && `The headteacher was ${describeTelling(latest)}.`;
  const words = !latest
    ? "The headteacher has not been told yet."
    : latest.current
      ? told
      : `${told} The school has been flagged again since, and the headteacher has not been told of that.`;
  const link = latest?.current ? "Letter to the headteacher" : "Tell the headteacher";
  return (
    <>
      <h2 className="govuk-heading-m">Headteacher</h2>
      <p className="govuk-body">
        {words}{" "}
        {own && !ended && (
          <a className="govuk-link app-no-print" href={`/cases/${caseId}/headteacher`}>
            {link}
          </a>
        )}
      </p>
      {isLead && !ended && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/cases/${caseId}/invite`}>
            Invite the headteacher to this service
          </a>
        </p>
      )}
    </>
  );
}
