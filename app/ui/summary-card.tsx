import type { ReactNode } from "react";
import { ActionLink } from "./action-link";
import type { Action } from "./action-link";

interface SummaryCardProps {
  title: string;
  headingLevel?: 2 | 3 | 4;
  actions?: Action[];
  /** Small forms that change the card, such as a PostForm around a TextButton; shown after the links. */
  forms?: ReactNode[];
  children: ReactNode;
}

export function SummaryCard({ title, headingLevel = 2, actions = [], forms = [], children }: SummaryCardProps) {
  const Heading = `h${headingLevel}` as const;
  const items = [...actions.map((action) => <ActionLink key={action.text} {...action} cardTitle={title} />), ...forms];
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {items.length === 1 && <div className="govuk-summary-card__actions">{items}</div>}
        {items.length > 1 && (
          <ul className="govuk-summary-card__actions">
            {items.map((item, index) => (
              <li key={index} className="govuk-summary-card__action">
                {item}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
}
