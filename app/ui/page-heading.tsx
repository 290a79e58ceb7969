import type { ReactNode } from "react";

interface PageHeadingProps {
  children: ReactNode;
  /** A smaller line above, part of the heading's name: what the page belongs to. */
  caption?: ReactNode;
  size?: "m" | "l" | "xl";
}

export function PageHeading({ children, caption, size = "l" }: PageHeadingProps) {
  return (
    <h1 className={`govuk-heading-${size}`}>
      {caption && <span className={`govuk-caption-${size}`}>{caption} </span>}
      {children}
    </h1>
  );
}
