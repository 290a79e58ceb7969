import type { ReactNode } from "react";
import { ActionLink } from "./action-link";
import type { Action } from "./action-link";
import { classNames } from "./class-names";

export interface SummaryRow {
  key: string;
  /** Tells rows apart where several have the same key. */
  id?: string;
  value: ReactNode;
  actions?: Action[];
}

interface SummaryListProps {
  rows: SummaryRow[];
  noBorder?: boolean;
  /** The title of the card around the list, added to each action's name. */
  cardTitle?: string;
}

export function SummaryList({ rows, noBorder, cardTitle }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length);
  return (
    <dl className={classNames("govuk-summary-list", noBorder && "govuk-summary-list--no-border")}>
      {rows.map(({ key, id = key, value, actions = [] }) => (
        <div
          key={id}
          className={classNames(
            "govuk-summary-list__row",
            anyActions && actions.length === 0 && "govuk-summary-list__row--no-actions",
          )}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {actions.length === 1 && actions[0] && (
            <dd className="govuk-summary-list__actions">
              <ActionLink {...actions[0]} cardTitle={cardTitle} />
            </dd>
          )}
          {actions.length > 1 && (
            <dd className="govuk-summary-list__actions">
              <ul className="govuk-summary-list__actions-list">
                {actions.map((action) => (
                  <li key={action.text} className="govuk-summary-list__actions-list-item">
                    <ActionLink {...action} cardTitle={cardTitle} />
                  </li>
                ))}
              </ul>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
