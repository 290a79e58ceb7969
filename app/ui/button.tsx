import type { ComponentPropsWithoutRef } from "react";
import { classNames } from "./class-names";

export type ButtonVariant = "secondary" | "warning" | "inverse";

export interface ButtonProps extends ComponentPropsWithoutRef<"button"> {
  variant?: ButtonVariant;
  preventDoubleClick?: boolean;
}

export function Button({ variant, preventDoubleClick, className, disabled, type = "submit", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames("govuk-button", variant && `govuk-button--${variant}`, className)}
      data-module="govuk-button"
      data-prevent-double-click={preventDoubleClick}
      disabled={disabled}
      aria-disabled={disabled ? true : undefined}
      {...rest}
    />
  );
}
