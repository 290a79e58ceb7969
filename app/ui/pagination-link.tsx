import type { ReactNode } from "react";

const arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

interface PaginationLinkProps {
  href: string;
  direction: "prev" | "next";
  /** The block form: arrow first, and a second line that says what lies there. */
  block?: boolean;
  label?: string;
  children: ReactNode;
}

export function PaginationLink({ href, direction, block, label, children }: PaginationLinkProps) {
  const arrow = (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[direction]} />
    </svg>
  );
  const arrowFirst = block || direction === "prev";
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a className="govuk-link govuk-pagination__link" href={href} rel={direction}>
        {arrowFirst && arrow}
        <span
          className={
            block && !label
              ? "govuk-pagination__link-title govuk-pagination__link-title--decorated"
              : "govuk-pagination__link-title"
          }
        >
          {children}
        </span>
        {block && label && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{label}</span>
          </>
        )}
        {!arrowFirst && arrow}
      </a>
    </div>
  );
}
