import { formatPercent } from "~/ui/format-number";
import type { ChartBlock, ChartLine } from "./block";
import { COLOURS, type Element, MARGIN, type Pages, type Style } from "./page.server";

export const CHART_HEIGHT = 190;
const label: Style = { font: "regular", size: 8, colour: COLOURS.quiet };
const strong: Style = { font: "bold", size: 8.5, colour: COLOURS.main };
const otherColours = ["#4c2c92", "#00703c"];

type Scale = { x: (at: number) => number; y: (value: number) => number; left: number; right: number };

function drawGrid(pages: Pages, scale: Scale, labels: string[]): void {
  for (const value of [0, 20, 40, 60, 80, 100]) {
    const y = scale.y(value);
    pages.doc.moveTo(scale.left, y).lineTo(scale.right, y).lineWidth(0.4).stroke(COLOURS.line);
    pages.write(`${value}%`, MARGIN.side, y - 5, label);
  }
  labels.forEach((text, at) => pages.write(text, scale.x(at) - 9, scale.y(0) + 6, label));
}

/** Joins the years that have a value; a year without one breaks the line. */
function drawLine({ doc }: Pages, scale: Scale, { values }: ChartLine, colour: string, width: number): void {
  values.forEach((value, at) => {
    const next = values[at + 1];
    if (value === null) return;
    if (next !== null && next !== undefined)
      doc
        .moveTo(scale.x(at), scale.y(value))
        .lineTo(scale.x(at + 1), scale.y(next))
        .lineWidth(width)
        .stroke(colour);
    doc.circle(scale.x(at), scale.y(value), width * 1.4).fill(colour);
  });
}

type Ending = { name: string; value: number; colour: string };

/** Names stand at the ends of their lines, moved apart where they would cover one another. */
function placeNames(scale: Scale, endings: Ending[]): (Ending & { y: number })[] {
  let lowest = -Infinity;
  return endings
    .sort((a, b) => b.value - a.value)
    .map((ending) => {
      const y = Math.max(scale.y(ending.value) - 5, lowest + 11);
      lowest = y;
      return { ...ending, y };
    });
}

/** A chart as vectors, one figure with its alternative text. */
export function drawChart(pages: Pages, parent: Element, chart: ChartBlock): void {
  pages.need(CHART_HEIGHT);
  const [top, height] = [pages.y + 10, CHART_HEIGHT - 46];
  const [left, right] = [MARGIN.side + 34, MARGIN.side + pages.width - 70];
  const inset = chart.labels.length === 1 ? (right - left) / 2 : 24;
  const between = (right - left - 2 * inset) / Math.max(1, chart.labels.length - 1);
  const scale: Scale = {
    left,
    right,
    x: (at) => left + inset + at * between,
    y: (value) => top + height * (1 - value / 100),
  };
  const bbox = [MARGIN.side, pages.y, MARGIN.side + pages.width, pages.y + CHART_HEIGHT - 10];
  const figure = pages.element(parent, "Figure", { alt: chart.alternative, bbox });
  const lastOf = ({ values }: ChartLine) => values.findLast((value) => value !== null) ?? null;
  const lines = [
    ...chart.others.map((line, at) => ({ line, colour: otherColours[at] ?? COLOURS.quiet, width: 1.1 })),
    { line: chart.main, colour: COLOURS.main, width: 2 },
  ];
  const named = lines.flatMap(({ line, colour }): Ending[] => {
    const value = lastOf(line);
    return value === null ? [] : [{ name: line.name, value, colour }];
  });
  const { threshold } = chart;
  // A figure just below the floor would stand on its line.
  const crowded = (value: number) => value < threshold.value && value + 18 > threshold.value;
  pages.mark(figure, "Figure", () => {
    const { doc } = pages;
    drawGrid(pages, scale, chart.labels);
    const floor = scale.y(threshold.value);
    doc.moveTo(left, floor).lineTo(right, floor).lineWidth(1.2).dash(4, { space: 3 }).stroke(COLOURS.floor).undash();
    for (const { line, colour, width } of lines) drawLine(pages, scale, line, colour, width);
    chart.main.values.forEach((value, at) => {
      if (value !== null)
        pages.write(formatPercent(value), scale.x(at) - 9, scale.y(value) + (crowded(value) ? 5 : -16), strong);
    });
    const ending = {
      name: `${threshold.label} ${formatPercent(threshold.value)}`,
      value: threshold.value,
      colour: COLOURS.floor,
    };
    for (const { name, y, colour } of placeNames(scale, [...named, ending]))
      pages.write(name, right + 6, y, { ...label, font: "bold", colour });
  });
  figure.end();
  pages.y += CHART_HEIGHT;
}
