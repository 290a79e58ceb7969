import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

interface NotificationBannerProps {
  /** One line of text is set as the banner's heading; anything else is shown as given. */
  children: ReactNode;
  success?: boolean;
  title?: string;
  /** Needed where a page has two banners. */
  titleId?: string;
}

export function NotificationBanner(props: NotificationBannerProps) {
  const { children, success, title, titleId = "govuk-notification-banner-title" } = props;
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (success) banner.current?.focus();
  }, [success]);

  return (
    <div
      className={success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner"}
      role={success ? "alert" : "region"}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      ref={banner}
      {...(success && { tabIndex: -1, autoFocus: true })}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title ?? (success ? "Success" : "Important")}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === "string" ? <p className="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
