import { formatCount } from "./format-number";

export interface StackSegment {
  label: string;
  count: number;
  tone: "done" | "active" | "waiting" | "late" | "none";
}

interface ProgressStackProps {
  /** Unique on the page. */
  id: string;
  /** What the segments are shares of, for example "45 plans". */
  label: string;
  segments: StackSegment[];
  /** The bar alone, for a table whose other cells hold the figures. */
  compact?: boolean;
}

/** Shares of a whole by state, with every figure in words. */
export function ProgressStack({ id, label, segments, compact }: ProgressStackProps) {
  const shown = segments.filter((segment) => segment.count > 0);
  const total = shown.reduce((sum, segment) => sum + segment.count, 0);
  const figures = shown.map((segment) => `${formatCount(segment.count)} ${segment.label}`);
  const shares = shown.map((segment, index) => {
    const before = shown.slice(0, index).reduce((sum, earlier) => sum + earlier.count, 0);
    return { ...segment, x: (100 * before) / total, width: (100 * segment.count) / total };
  });
  return (
    <div className={compact ? "app-stack app-stack--compact" : "app-stack"}>
      <svg
        className="app-stack__bar"
        width="100%"
        height={compact ? 16 : 28}
        role="img"
        aria-label={`${label}: ${figures.join(", ") || "none"}`}
      >
        {shares.some((share) => share.tone === "late") && (
          <pattern id={`${id}-late`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="app-stack__late-ground" width="7" height="7" />
            <rect className="app-chart__hatch" width="2.5" height="7" />
          </pattern>
        )}
        <rect className="app-stack__ground" width="100%" height="100%" />
        {shares.map(({ label: name, tone, x, width }) => (
          <rect
            key={name}
            className={`app-stack__segment app-stack__segment--${tone}`}
            fill={tone === "late" ? `url(#${id}-late)` : undefined}
            x={`${x.toFixed(2)}%`}
            width={`${width.toFixed(2)}%`}
            height="100%"
          />
        ))}
      </svg>
      {!compact && (
        <ul className="app-stack__key" aria-hidden="true">
          {shown.map(({ label: name, count, tone }) => (
            <li key={name}>
              <span className={`app-stack__swatch app-stack__swatch--${tone}`} />
              <strong>{formatCount(count)}</strong> {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
