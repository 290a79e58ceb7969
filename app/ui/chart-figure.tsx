import type { ReactNode } from "react";

interface ChartFigureProps {
  title: string;
  chart: ReactNode;
  /** The same figures as a table, always shown: the chart is never the only way to them. */
  table: ReactNode;
  /** Where the figures come from. */
  source?: ReactNode;
}

export function ChartFigure({ title, chart, table, source }: ChartFigureProps) {
  return (
    <figure className="app-figure">
      <figcaption className="app-figure__title">{title}</figcaption>
      {chart}
      {table}
      {source && <p className="app-figure__source">{source}</p>}
    </figure>
  );
}
