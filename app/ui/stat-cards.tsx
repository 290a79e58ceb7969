import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface Stat {
  value: ReactNode;
  label: string;
  /** Where the figure's list is. */
  href?: string;
  /** A mark at the card's edge; the label must say the same in words. */
  tone?: "done" | "late" | "waiting";
}

export function StatCards({ stats }: { stats: Stat[] }) {
  return (
    <dl className="app-stats">
      {stats.map(({ value, label: name, href, tone }) => (
        <div key={name} className={classNames("app-stats__card", tone && `app-stats__card--${tone}`)}>
          <dt className="app-stats__label">
            {href ? (
              <a className="govuk-link" href={href}>
                {name}
              </a>
            ) : (
              name
            )}
          </dt>
          <dd className="app-stats__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
