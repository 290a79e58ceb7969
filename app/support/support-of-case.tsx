import { formatDateShort } from "~/ui/format-date";
import type { CaseSupport } from "./list-case-support.server";
import { SupportStateTag } from "./support-state-tag";

type SupportOfCaseProps = {
  caseId: string;
  support: CaseSupport[];
  /** The reader belongs to the school's council and the case is open: they can look for more. */
  canAsk: boolean;
};

/** The support that a school gets or has asked for. */
export function SupportOfCase({ caseId, support, canAsk }: SupportOfCaseProps) {
  if (support.length === 0 && !canAsk) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Support from other schools</h2>
      {support.length === 0 && <p className="govuk-body">No support has been asked for.</p>}
      <ul className="govuk-list">
        {support.map(({ id, support: name, wanted, startsOn, endsOn, state }) => (
          <li key={id}>
            <a className="govuk-link" href={`/support/requests/${id}`}>
              {name}
            </a>
            : {wanted}, {formatDateShort(startsOn)} to {formatDateShort(endsOn)} <SupportStateTag state={state} />
          </li>
        ))}
      </ul>
      {canAsk && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/support/cases/${caseId}`}>
            Find a support school
          </a>
        </p>
      )}
    </>
  );
}
