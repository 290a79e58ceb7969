import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type LabelSize = "s" | "m" | "l" | "xl";

interface LabelProps {
  htmlFor: string;
  children: ReactNode;
  size?: LabelSize;
  asHeading?: boolean;
  hidden?: boolean;
  className?: string;
}

export function Label({ htmlFor, children, size, asHeading, hidden, className }: LabelProps) {
  const label = (
    <label
      className={classNames(
        "govuk-label",
        size && `govuk-label--${size}`,
        hidden && "govuk-visually-hidden",
        className,
      )}
      htmlFor={htmlFor}
    >
      {children}
    </label>
  );
  return asHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
