import type { ReactNode } from "react";
import type { ButtonVariant } from "./button";
import { classNames } from "./class-names";

interface LinkButtonProps {
  id?: string;
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  /** The arrow of a "Start now" button. */
  start?: boolean;
  className?: string;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ id, href, children, variant, start, className }: LinkButtonProps) {
  return (
    <a
      id={id}
      href={href}
      role="button"
      draggable="false"
      className={classNames(
        "govuk-button",
        className,
        variant && `govuk-button--${variant}`,
        start && "govuk-button--start",
      )}
      data-module="govuk-button"
    >
      {children}
      {start && (
        <svg
          className="govuk-button__start-icon"
          xmlns="http://www.w3.org/2000/svg"
          width="17.5"
          height="19"
          viewBox="0 0 33 40"
          aria-hidden="true"
          focusable="false"
        >
          <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
        </svg>
      )}
    </a>
  );
}
