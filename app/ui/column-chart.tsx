import { ChartGrid } from "./chart-grid";
import { niceScale } from "./chart-scale";

interface ColumnChartProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence or two: the whole message for somebody who does not see it. */
  description: string;
  /** What stands under each group of columns; eight characters or so. */
  groups: string[];
  /** Up to three, each with a value for every group; null is a value that is not known, and `note` stands in its place. */
  series: { name: string; values: (number | null)[] }[];
  note?: string;
  /** A line before this group. */
  divider?: { before: number; label: string };
  unit?: "%" | "";
}

const HEIGHT = 282;
const TOP = 40;
const BOTTOM = 240;
const LEFT = 11;
const RIGHT = 99;
/** How much of a group's width its columns take. */
const FILLED = 0.82;
/** More groups than this have every other label left out on narrow screens. */
const NARROW_GROUPS = 4;
const kinds = ["main", "first", "second"] as const;

/** Columns side by side in groups, with a key above. */
export function ColumnChart(props: ColumnChartProps) {
  const { id, title, description, groups, note = "–", divider, unit = "%" } = props;
  const series = props.series.slice(0, kinds.length).map((item, at) => ({ ...item, kind: kinds[at] ?? "main" }));
  const known = series.flatMap(({ values }) => values).filter((value) => value !== null);
  const { max, ticks } = niceScale([0, ...known], 0, unit === "%" ? 100 : Infinity);
  const groupWidth = (RIGHT - LEFT) / groups.length;
  const width = (groupWidth * FILLED) / series.length;
  const groupAt = (group: number) => LEFT + group * groupWidth;
  const columnAt = (group: number, at: number) => groupAt(group) + (groupWidth * (1 - FILLED)) / 2 + at * width;
  const y = (value: number) => Math.round(BOTTOM - (value / max) * (BOTTOM - TOP));
  const fillOf = (kind: string) => (kind === "main" ? undefined : `url(#${id}-${kind})`);
  const percent = (value: number) => `${value.toFixed(2)}%`;

  return (
    <>
      {series.length > 1 && (
        <ul className="app-chart-key">
          {series.map(({ name, kind }) => (
            <li key={kind}>
              <svg className="app-chart-key__swatch" width="22" height="14" aria-hidden="true" focusable="false">
                <rect
                  className={`app-chart__column app-chart__column--${kind}`}
                  fill={fillOf(kind)}
                  width="22"
                  height="14"
                />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <svg className="app-chart" width="100%" height={HEIGHT} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <defs>
          <pattern id={`${id}-first`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="app-chart__bar-ground" width="6" height="6" />
            <rect className="app-chart__hatch" width="2" height="6" />
          </pattern>
          <pattern id={`${id}-second`} width="5" height="5" patternUnits="userSpaceOnUse">
            <rect className="app-chart__dot-ground" width="5" height="5" />
            <circle className="app-chart__dot" cx="2.5" cy="2.5" r="1.3" />
          </pattern>
        </defs>
        <ChartGrid ticks={ticks} y={y} left={LEFT} right={RIGHT} unit={unit} />
        {groups.map((group, at) => (
          <g key={group}>
            {series.map(({ kind, values }, index) => {
              const value = values[at] ?? null;
              const left = columnAt(at, index);
              return value === null ? (
                <text
                  key={kind}
                  className="app-chart__tick"
                  x={percent(left + width / 2)}
                  y={BOTTOM - 5}
                  textAnchor="middle"
                >
                  {note}
                </text>
              ) : (
                <rect
                  key={kind}
                  className={`app-chart__column app-chart__column--${kind}`}
                  fill={fillOf(kind)}
                  x={percent(left)}
                  width={percent(width)}
                  y={y(value)}
                  height={BOTTOM - y(value)}
                />
              );
            })}
            <text
              className={
                groups.length > NARROW_GROUPS && at % 2 === 1
                  ? "app-chart__tick app-chart__tick--spare"
                  : "app-chart__tick"
              }
              x={percent(groupAt(at) + groupWidth / 2)}
              y={BOTTOM + 24}
              textAnchor="middle"
            >
              {group}
            </text>
          </g>
        ))}
        <line className="app-chart__grid" x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={BOTTOM} y2={BOTTOM} />
        {divider && (
          <g>
            <line
              className="app-chart__threshold"
              x1={percent(groupAt(divider.before))}
              x2={percent(groupAt(divider.before))}
              y1={TOP - 24}
              y2={BOTTOM}
            />
            <text
              className="app-chart__label app-chart__label--threshold"
              x={percent(groupAt(divider.before) + 1.5)}
              y={TOP - 14}
            >
              {divider.label}
            </text>
          </g>
        )}
      </svg>
    </>
  );
}
