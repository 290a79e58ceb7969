import { formatCount } from "~/ui/format-number";
import { type Figure, shareOf } from "./figures";

/** What stands where a figure is not shown. */
export const NOT_SHOWN = "c";

/** With one decimal always, so that the figures of a column stand below each other. */
export const formatOneDecimal = (percent: number): string => `${percent.toFixed(1)}%`;

export const formatFigure = (figure: Figure): string => (figure === null ? NOT_SHOWN : formatCount(figure));

/** A part of a whole: "14.3% (3 of 21)". */
export function formatPart(part: Figure, whole: Figure): string {
  if (whole === 0) return "No schools";
  const share = shareOf(part, whole);
  if (share === null || part === null || whole === null) return NOT_SHOWN;
  return `${formatOneDecimal(share)} (${formatCount(part)} of ${formatCount(whole)})`;
}

export const formatMean = (mean: Figure, schools: Figure): string =>
  schools === 0 ? "No schools" : mean === null ? NOT_SHOWN : formatOneDecimal(mean);
