import type { ReactNode } from "react";

interface ScrollRegionProps {
  label: string;
  /** The content fits from large screens on, where it may then have a head that stays in view. */
  fits?: boolean;
  children: ReactNode;
}

/** Scrolls sideways by itself, so that the page never does; reachable by keyboard. */
export function ScrollRegion({ label, fits, children }: ScrollRegionProps) {
  return (
    <div className={fits ? "app-scroll app-scroll--fits" : "app-scroll"} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
