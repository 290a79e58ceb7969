import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface ServiceFooterProps {
  links: { text: string; href: string }[];
  note?: ReactNode;
  wide?: boolean;
}

export function ServiceFooter({ links, note, wide }: ServiceFooterProps) {
  return (
    <div className="govuk-footer">
      <div className={classNames("govuk-width-container", wide && "app-width-container--wide")}>
        <div className="govuk-footer__meta">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            <h2 className="govuk-visually-hidden">Support links</h2>
            <ul className="govuk-footer__inline-list">
              {links.map(({ text, href }) => (
                <li key={href} className="govuk-footer__inline-list-item">
                  <a className="govuk-footer__link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
            {note && <div className="govuk-footer__meta-custom">{note}</div>}
          </div>
        </div>
      </div>
    </div>
  );
}
