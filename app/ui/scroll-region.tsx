import type { ReactNode } from "react";

interface ScrollRegionProps {
  label: string;
  /** The content fits from large screens on, where it may then have a head that stays in view. */
  fits?: boolean;
  role?: "region" | "group";
  children: ReactNode;
}

/** Scrolls sideways by itself, so that the page never does; reachable by keyboard. */
export function ScrollRegion({ label, fits, role = "region", children }: ScrollRegionProps) {
  return (
    <div className={fits ? "app-scroll app-scroll--fits" : "app-scroll"} role={role} aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
