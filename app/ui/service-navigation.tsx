import { classNames } from "./class-names";

export interface NavigationItem {
  text: string;
  href: string;
  /** "page" on the item's own page, "section" on pages below it. */
  current?: "page" | "section";
}

export function ServiceNavigation({ items, wide }: { items: NavigationItem[]; wide?: boolean }) {
  return (
    <div className="govuk-service-navigation" data-module="govuk-service-navigation">
      <div className={classNames("govuk-width-container", wide && "app-width-container--wide")}>
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <ul className="govuk-service-navigation__list" id="navigation">
              {items.map(({ text, href, current }) => (
                <li
                  key={href}
                  className={classNames(
                    "govuk-service-navigation__item",
                    current && "govuk-service-navigation__item--active",
                  )}
                >
                  <a
                    className="govuk-service-navigation__link"
                    href={href}
                    aria-current={current && (current === "page" ? "page" : "true")}
                  >
                    {current ? <strong className="govuk-service-navigation__active-fallback">{text}</strong> : text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}
