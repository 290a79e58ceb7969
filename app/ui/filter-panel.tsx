import type { ReactNode } from "react";
import { Button } from "./button";

interface FilterPanelProps {
  /** The address of the page itself: filters are sent in its query. */
  action: string;
  title?: string;
  /** The filters now in force, each with the address of the page without it. */
  selected?: { text: string; removeHref: string }[];
  clearHref?: string;
  applyLabel?: string;
  /** Query values to keep that are not filters, such as the order of the rows. */
  keep?: Record<string, string>;
  children: ReactNode;
}

/** A form that works by GET alone, so that a filtered page has an address and needs no script. */
export function FilterPanel(props: FilterPanelProps) {
  const {
    action,
    title = "Filter",
    selected = [],
    clearHref,
    applyLabel = "Apply filters",
    keep = {},
    children,
  } = props;
  return (
    <form className="app-filter" method="get" action={action} aria-labelledby="filter-title">
      <h2 className="govuk-heading-m app-filter__title" id="filter-title">
        {title}
      </h2>
      {selected.length > 0 && (
        <div className="app-filter__selected">
          <h3 className="govuk-heading-s">Selected filters</h3>
          <ul className="app-filter__tags">
            {selected.map(({ text, removeHref }) => (
              <li key={text}>
                <a className="app-filter__tag" href={removeHref}>
                  <span className="govuk-visually-hidden">Remove filter: </span>
                  {text}
                  <span aria-hidden="true"> ×</span>
                </a>
              </li>
            ))}
          </ul>
          {clearHref && (
            <p className="govuk-body">
              <a className="govuk-link" href={clearHref}>
                Clear filters
              </a>
            </p>
          )}
        </div>
      )}
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="app-filter__fields">{children}</div>
      <Button className="app-filter__apply">{applyLabel}</Button>
    </form>
  );
}
