import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type TagColour = "grey" | "green" | "teal" | "blue" | "purple" | "magenta" | "red" | "orange" | "yellow";

export interface TagProps {
  children: ReactNode;
  colour?: TagColour;
  className?: string;
}

export function Tag({ children, colour, className }: TagProps) {
  return <strong className={classNames("govuk-tag", colour && `govuk-tag--${colour}`, className)}>{children}</strong>;
}
