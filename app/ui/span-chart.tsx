import { spanScale, stackLabels } from "./span-scale";

type MarkKind = "now" | "limit" | "mark";

export interface SpanChartProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence or two: the whole message for somebody who does not see it. */
  description: string;
  /** From the first day to the last, dates such as "2027-02-26"; thirty characters or so for a name. */
  rows: { key: string; name: string; from: string; to: string }[];
  /** Days that the rows are read against, a word or two each. */
  marks?: { date: string; name: string; kind: MarkKind }[];
}

const ROW = 46;
const BAR = 16;
const LINE = 20;
const LEFT = 1;
const RIGHT = 99;
/** What a character takes of a narrow screen's width. */
const CHARACTER = 0.024;
/** More ticks than this have every other label left out on narrow screens. */
const NARROW_TICKS = 3;
/** Nearer to an edge than this, words stand inside of their line. */
const EDGE = 0.1;

const across = (share: number): string => `${(LEFT + share * (RIGHT - LEFT)).toFixed(2)}%`;
const anchorOf = (share: number) => (share < EDGE ? "start" : share > 1 - EDGE ? "end" : "middle");
/** The middle of words that stand at a line, wherever they are anchored. */
const middleOf = (share: number, width: number) =>
  ({ start: share + width / 2, end: share - width / 2, middle: share })[anchorOf(share)];

/** Spans of time as bars, one below the other, from the first day of a month to the last of another. */
export function SpanChart({ id, title, description, rows, marks = [] }: SpanChartProps) {
  const scale = spanScale([...rows.flatMap(({ from, to }) => [from, to]), ...marks.map(({ date }) => date)]);
  const placed = [...marks]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map((mark) => ({ ...mark, share: mark.kind === "limit" ? scale.after(mark.date) : scale.at(mark.date) }));
  const levels = stackLabels(
    placed.map(({ share, name }) => {
      const width = (name.length + 1) * CHARACTER;
      return { at: middleOf(share, width), width };
    }),
  );
  const top = (Math.max(-1, ...levels) + 1) * LINE + 6;
  const bottom = top + rows.length * ROW + 6;
  return (
    <svg className="app-chart" width="100%" height={bottom + 28} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {scale.ticks.map(({ date, label }, index) => (
        <g key={date}>
          <line
            className="app-chart__grid"
            x1={across(scale.at(date))}
            x2={across(scale.at(date))}
            y1={top}
            y2={bottom}
          />
          <text
            className={
              scale.ticks.length > NARROW_TICKS && index % 2 === 1
                ? "app-chart__tick app-chart__tick--spare"
                : "app-chart__tick"
            }
            x={across(scale.at(date))}
            y={bottom + 20}
            textAnchor={anchorOf(scale.at(date))}
          >
            {label}
          </text>
        </g>
      ))}
      <line className="app-chart__grid" x1={across(0)} x2={across(1)} y1={bottom} y2={bottom} />
      {placed.map(({ date, name, kind, share }, index) => (
        <g key={`${date} ${name}`}>
          <line
            className={`app-chart__mark app-chart__mark--${kind}`}
            x1={across(share)}
            x2={across(share)}
            y1={((levels[index] ?? 0) + 1) * LINE}
            y2={bottom}
          />
          <text
            className={`app-chart__label app-chart__label--${kind}`}
            x={across(share)}
            y={((levels[index] ?? 0) + 1) * LINE - 5}
            textAnchor={anchorOf(share)}
          >
            {name}
          </text>
        </g>
      ))}
      {rows.map(({ key, name, from, to }, index) => {
        const y = top + index * ROW;
        const [begins, ends] = [scale.at(from), scale.after(to)];
        return (
          <g key={key}>
            <text className="app-chart__row" x={across(0)} y={y + 16}>
              {name}
            </text>
            <rect
              className="app-chart__span"
              x={across(begins)}
              width={`${((ends - begins) * (RIGHT - LEFT)).toFixed(2)}%`}
              y={y + 23}
              height={BAR}
            />
          </g>
        );
      })}
    </svg>
  );
}
