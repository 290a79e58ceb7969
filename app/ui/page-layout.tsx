import type { ReactNode } from "react";
import { BackLink } from "./back-link";
import { Breadcrumbs } from "./breadcrumbs";
import type { Breadcrumb } from "./breadcrumbs";
import { classNames } from "./class-names";
import { PhaseBanner } from "./phase-banner";
import { ServiceFooter } from "./service-footer";
import { ServiceHeader } from "./service-header";
import type { Account } from "./service-header";
import { ServiceNavigation } from "./service-navigation";
import type { NavigationItem } from "./service-navigation";
import { SkipLink } from "./skip-link";

interface PageLayoutProps {
  children: ReactNode;
  serviceName?: string;
  homeHref?: string;
  navigation?: NavigationItem[];
  account?: Account;
  /** A line under the header that says what kind of installation this is. */
  banner?: { tag: string; text: ReactNode };
  /** A back link or breadcrumbs, never both; they stand before the main content, so that the skip link passes them. */
  back?: { href: string; text?: string };
  breadcrumbs?: Breadcrumb[];
  /** "narrow" for forms and reading (two thirds), "normal" for most pages, "wide" for tables of many columns. */
  width?: "narrow" | "normal" | "wide";
  footerLinks?: { text: string; href: string }[];
  footerNote?: ReactNode;
}

const defaultFooterLinks = [
  { text: "Accessibility statement", href: "/accessibility" },
  { text: "Privacy", href: "/privacy" },
];

export function PageLayout(props: PageLayoutProps) {
  const {
    serviceName = "School action plans",
    homeHref = "/",
    navigation = [],
    account,
    banner,
    back,
    breadcrumbs,
  } = props;
  const { width = "normal", footerLinks = defaultFooterLinks, footerNote, children } = props;
  const wide = width === "wide";
  const wideClass = wide && "app-width-container--wide";
  return (
    <>
      <SkipLink />
      <header className="govuk-template__header">
        <ServiceHeader {...{ serviceName, homeHref, account, wide }} />
        {navigation.length > 0 && <ServiceNavigation items={navigation} wide={wide} />}
        {banner && (
          <PhaseBanner tag={banner.tag} className={classNames(wideClass)}>
            {banner.text}
          </PhaseBanner>
        )}
      </header>
      <div className={classNames("govuk-width-container", wideClass)}>
        {back && (
          <nav aria-label="Back">
            <BackLink href={back.href}>{back.text}</BackLink>
          </nav>
        )}
        {breadcrumbs && <Breadcrumbs items={breadcrumbs} collapseOnMobile />}
        <main className="govuk-main-wrapper" id="main-content">
          {width === "narrow" ? (
            <div className="govuk-grid-row">
              <div className="govuk-grid-column-two-thirds">{children}</div>
            </div>
          ) : (
            children
          )}
        </main>
      </div>
      <footer className="govuk-template__footer">
        <ServiceFooter links={footerLinks} note={footerNote} wide={wide} />
      </footer>
    </>
  );
}
