import { ChartGrid } from "./chart-grid";
import type { ReactNode } from "react";
import { niceScale, spreadApart } from "./chart-scale";
import type { Scale } from "./chart-scale";

export interface ChartSeries {
  /** Ten characters or so: it stands beside the end of the line. */
  name: string;
  /** One for each label; null is a gap, and the line is broken there. */
  values: (number | null)[];
  /** What stands in the gap, such as a published code. Shown for the main series only. */
  notes?: (string | null)[];
  /** From this one on the values are what is meant to be, not what was: a broken line with open points. Main series only. */
  plannedFrom?: number;
}

interface LineChartProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence or two: the whole message for somebody who does not see it. */
  description: string;
  labels: string[];
  main: ChartSeries;
  /** Up to two lines to compare with. */
  others?: ChartSeries[];
  threshold?: { value: number; label: string };
  unit?: "%" | "";
  max?: number;
}

const HEIGHT = 300;
const TOP = 26;
const BOTTOM = 246;
/** Across, everything is in per cent of the width, so that text keeps its size from 320 pixels to print. */
const LEFT = 13;
const RIGHT = 70;
/** More labels than this are thinned out on narrow screens. */
const NARROW_LABELS = 4;
/** More values than this do not stand beside each other on narrow screens either. */
const MANY_VALUES = 6;
const kinds = ["main", "first", "second"] as const;

type Kind = (typeof kinds)[number] | "planned";

function Marker({ kind, x, y }: { kind: Kind; x: string; y: number }) {
  const shapes: Record<Kind, ReactNode> = {
    main: <circle r="5.5" />,
    planned: <circle r="5" />,
    first: <rect x="-4.5" y="-4.5" width="9" height="9" />,
    second: <path d="M0-6 5.5 4.5h-11z" />,
  };
  return (
    <svg x={x} y={y} overflow="visible" className={`app-chart__marker app-chart__marker--${kind}`}>
      {shapes[kind]}
    </svg>
  );
}

const kindAt = (kind: Kind, index: number, plannedFrom: number): Kind =>
  kind === "main" && plannedFrom >= 0 && index >= plannedFrom ? "planned" : kind;

export function LineChart(props: LineChartProps) {
  const { id, title, description, labels, main, others = [], threshold, unit = "%" } = props;
  const series = [main, ...others]
    .slice(0, kinds.length)
    .map((item, index) => ({ ...item, kind: kinds[index] ?? "main" }));
  const known = series.flatMap((item) => item.values).filter((value) => value !== null);
  const ceiling = props.max ?? (unit === "%" ? 100 : Infinity);
  const scale: Scale = niceScale(threshold ? [...known, threshold.value] : known, 0, ceiling);

  const x = (index: number) => {
    const share = labels.length > 1 ? index / (labels.length - 1) : 0.5;
    return `${(LEFT + 4 + share * (RIGHT - LEFT - 7)).toFixed(2)}%`;
  };
  const y = (value: number) => Math.round(BOTTOM - ((value - scale.min) / (scale.max - scale.min)) * (BOTTOM - TOP));

  const isSpare = (index: number) => labels.length > NARROW_LABELS && (labels.length - 1 - index) % 2 === 1;
  /** Where the words of a value of the main line stand: above its point, or below where that hides less. */
  const beside = (index: number, value: number) => {
    const at = y(value);
    const points = others.map((item) => item.values[index]).filter((other) => typeof other === "number");
    const neighbours = [main.values[index - 1], main.values[index + 1]].filter((near) => typeof near === "number");
    const hidden = (middle: number) =>
      points.filter((point) => Math.abs(y(point) - middle) < 16).length * 3 +
      neighbours.filter((near) => near !== value && y(near) < at === middle < at).length +
      (threshold && Math.abs(y(threshold.value) - middle) < 9 ? 1 : 0);
    return hidden(at + 18) < hidden(at - 17) ? at + 23 : at - 11;
  };

  const lineEnds = series.map((item) => item.values.findLast((value) => value !== null) ?? scale.min);
  const ends = spreadApart([...lineEnds, threshold?.value ?? scale.min].map(y), 19, TOP - 8, BOTTOM);

  return (
    <svg className="app-chart" width="100%" height={HEIGHT} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <ChartGrid ticks={scale.ticks} y={y} left={LEFT} right={RIGHT} unit={unit} />
      {labels.map((label, index) => (
        <text
          key={label}
          className={isSpare(index) ? "app-chart__tick app-chart__tick--spare" : "app-chart__tick"}
          x={x(index)}
          y={BOTTOM + 44}
          textAnchor="middle"
        >
          {label}
        </text>
      ))}
      {threshold && (
        <line
          className="app-chart__threshold"
          x1={`${LEFT}%`}
          x2={`${RIGHT}%`}
          y1={y(threshold.value)}
          y2={y(threshold.value)}
        />
      )}
      {[...series].reverse().map(({ name, kind, values, plannedFrom = -1 }) => (
        <g key={name}>
          {values.map((value, index) => {
            const before = values[index - 1];
            if (value === null || before === null || before === undefined) return null;
            return (
              <line
                key={index}
                className={`app-chart__line app-chart__line--${kindAt(kind, index, plannedFrom)}`}
                x1={x(index - 1)}
                y1={y(before)}
                x2={x(index)}
                y2={y(value)}
              />
            );
          })}
          {values.map((value, index) =>
            value === null ? null : (
              <Marker key={index} kind={kindAt(kind, index, plannedFrom)} x={x(index)} y={y(value)} />
            ),
          )}
        </g>
      ))}
      {main.values.map((value, index) =>
        value === null ? (
          <g key={index}>
            <line className="app-chart__gap" x1={x(index)} x2={x(index)} y1={TOP} y2={BOTTOM} />
            <text className="app-chart__note" x={x(index)} y={BOTTOM + 22} textAnchor="middle">
              {main.notes?.[index] ?? "No value"}
            </text>
          </g>
        ) : (
          <text
            key={index}
            className={
              labels.length > MANY_VALUES && isSpare(index)
                ? "app-chart__value app-chart__tick--spare"
                : "app-chart__value"
            }
            x={x(index)}
            y={beside(index, value)}
            textAnchor="middle"
          >
            {value}
          </text>
        ),
      )}
      {series.map(({ name, kind }, index) => (
        <text
          key={name}
          className={`app-chart__label app-chart__label--${kind}`}
          x={`${RIGHT + 1}%`}
          y={(ends[index] ?? 0) + 5}
        >
          {name}
        </text>
      ))}
      {threshold && (
        <text
          className="app-chart__label app-chart__label--threshold"
          x={`${RIGHT + 1}%`}
          y={(ends[series.length] ?? 0) + 5}
        >
          {threshold.label}
        </text>
      )}
    </svg>
  );
}
