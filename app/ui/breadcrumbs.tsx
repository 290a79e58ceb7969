export interface Breadcrumb {
  text: string;
  /** Left out for the page that the reader is on. */
  href?: string;
}

export function Breadcrumbs({ items, collapseOnMobile }: { items: Breadcrumb[]; collapseOnMobile?: boolean }) {
  return (
    <nav
      className={collapseOnMobile ? "govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" : "govuk-breadcrumbs"}
      aria-label="Breadcrumb"
    >
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ text, href }) => (
          <li key={text} className="govuk-breadcrumbs__list-item" aria-current={href ? undefined : "page"}>
            {href ? (
              <a className="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
