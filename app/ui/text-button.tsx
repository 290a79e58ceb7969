import type { ComponentPropsWithoutRef } from "react";
import { classNames } from "./class-names";

/** A submit button that looks like a link: for small changes inside lists ("Remove", "Move up", "Sign out"). */
export function TextButton({ className, type = "submit", ...rest }: ComponentPropsWithoutRef<"button">) {
  return <button type={type} className={classNames("app-text-button", className)} {...rest} />;
}
