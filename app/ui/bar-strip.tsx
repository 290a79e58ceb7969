import { ChartGrid } from "./chart-grid";
import { niceScale } from "./chart-scale";

interface BarStripProps {
  /** Unique on the page. */
  id: string;
  title: string;
  description: string;
  /** Neighbouring intervals of equal width, each with how many fall into it (from ≤ value < to). */
  bins: { from: number; to: number; count: number }[];
  /** Bars below it are marked; it should lie on an edge between two intervals. */
  threshold: { value: number; label: string };
  unit?: "%" | "";
}

const TOP = 34;
const BOTTOM = 196;
const LEFT = 9;
const RIGHT = 98;
const MOST_LABELS = 6;

/** How many fall into each interval, around a threshold. */
export function BarStrip({ id, title, description, bins, threshold, unit = "%" }: BarStripProps) {
  const first = bins[0]?.from ?? 0;
  const last = bins.at(-1)?.to ?? first + 1;
  const { max, ticks } = niceScale([0, ...bins.map((bin) => bin.count)]);
  const across = (value: number) => LEFT + ((value - first) / (last - first)) * (RIGHT - LEFT);
  const y = (count: number) => Math.round(BOTTOM - (count / max) * (BOTTOM - TOP));
  const edges = [...bins.map((bin) => bin.from), last];
  const every = Math.ceil(edges.length / MOST_LABELS);
  const labelsBefore = across(threshold.value) > (LEFT + RIGHT) / 2;

  return (
    <svg className="app-chart" width="100%" height={226} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <defs>
        <pattern id={`${id}-below`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="app-chart__bar-ground" width="6" height="6" />
          <rect className="app-chart__hatch" width="2" height="6" />
        </pattern>
      </defs>
      <ChartGrid ticks={ticks} y={y} left={LEFT} right={RIGHT} />
      {bins.map(({ from, to, count }) => (
        <rect
          key={from}
          className={to <= threshold.value ? "app-chart__bar" : "app-chart__bar app-chart__bar--above"}
          fill={to <= threshold.value ? `url(#${id}-below)` : undefined}
          x={`${across(from).toFixed(2)}%`}
          width={`${(across(to) - across(from)).toFixed(2)}%`}
          y={y(count)}
          height={BOTTOM - y(count)}
        />
      ))}
      {edges.map((edge, index) =>
        index % every === 0 ? (
          <text
            key={edge}
            className="app-chart__tick"
            x={`${across(edge).toFixed(2)}%`}
            y={BOTTOM + 22}
            textAnchor="middle"
          >
            {edge}
            {unit}
          </text>
        ) : null,
      )}
      <line
        className="app-chart__threshold"
        x1={`${across(threshold.value).toFixed(2)}%`}
        x2={`${across(threshold.value).toFixed(2)}%`}
        y1={TOP - 22}
        y2={BOTTOM}
      />
      <text
        className="app-chart__label app-chart__label--threshold"
        x={`${(across(threshold.value) + (labelsBefore ? -1.5 : 1.5)).toFixed(2)}%`}
        y={TOP - 12}
        textAnchor={labelsBefore ? "end" : "start"}
      >
        {threshold.label}
      </text>
    </svg>
  );
}
