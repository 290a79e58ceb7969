import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface Account {
  name: string;
  /** In what capacity the person is signed in. */
  detail?: string;
  href?: string;
  /** The form that signs out. */
  signOut?: ReactNode;
}

interface ServiceHeaderProps {
  serviceName: string;
  homeHref: string;
  account?: Account;
  wide?: boolean;
}

export function ServiceHeader({ serviceName, homeHref, account, wide }: ServiceHeaderProps) {
  return (
    <div className="govuk-generic-header app-header">
      <div
        className={classNames(
          "govuk-generic-header__container govuk-width-container app-header__container",
          wide && "app-width-container--wide",
        )}
      >
        <div className="govuk-generic-header__logo">
          <a href={homeHref} className="govuk-generic-header__homepage-link app-header__home">
            <svg
              className="app-header__mark"
              width="30"
              height="30"
              viewBox="0 0 30 30"
              aria-hidden="true"
              focusable="false"
            >
              <path d="M3 19h6v8H3zM12 13h6v14h-6zM21 5h6v22h-6z" fill="currentColor" />
              <path className="app-header__mark-line" d="M1 15.5h28" strokeWidth="2.5" strokeDasharray="4 2.5" />
            </svg>
            {serviceName}
          </a>
        </div>
        {account && (
          <div className="app-header__account">
            <p className="app-header__person">
              <span className="govuk-visually-hidden">Signed in as </span>
              {account.href ? <a href={account.href}>{account.name}</a> : <span>{account.name}</span>}
              {account.detail && <span className="app-header__detail">{account.detail}</span>}
            </p>
            {account.signOut}
          </div>
        )}
      </div>
    </div>
  );
}
