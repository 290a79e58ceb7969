type ChartGridProps = {
  ticks: readonly number[];
  /** Where a value stands, in pixels from the top. */
  y: (value: number) => number;
  /** Where the lines begin and end, in per cent of the width. */
  left: number;
  right: number;
  unit?: string;
};

/** The lines across a chart, each with its value before it. */
export function ChartGrid({ ticks, y, left, right, unit }: ChartGridProps) {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="app-chart__grid" x1={`${left}%`} x2={`${right}%`} y1={y(tick)} y2={y(tick)} />
          <text className="app-chart__tick" x={`${left - 1.5}%`} y={y(tick) + 5} textAnchor="end">
            {tick}
            {unit}
          </text>
        </g>
      ))}
    </>
  );
}
