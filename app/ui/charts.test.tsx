import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BarStrip } from "./bar-strip";
import { niceScale, spreadApart } from "./chart-scale";
import { ColumnChart } from "./column-chart";
import { LineChart } from "./line-chart";
import { ProgressStack } from "./progress-stack";

describe("line chart", () => {
  const chart = renderToStaticMarkup(
    <LineChart
      id="results"
      title="Results"
      description="Below the line since 2024."
      labels={["2023", "2024", "2025", "2026"]}
      main={{ name: "This one", values: [58, null, 50, 47], notes: [null, "SUPP", null, null] }}
      others={[{ name: "All", values: [70, 71, 72, 73] }]}
      threshold={{ value: 55, label: "Line 55%" }}
    />,
  );
  const count = (pattern: RegExp) => [...chart.matchAll(pattern)].length;

  test("is an image with its title and message", () => {
    expect(chart).toContain('role="img" aria-labelledby="results-title results-desc"');
    expect(chart).toContain('<desc id="results-desc">Below the line since 2024.</desc>');
  });

  test("breaks the line at a gap and says what stands there", () => {
    expect(count(/app-chart__line--main"/g)).toBe(1);
    expect(count(/app-chart__line--first"/g)).toBe(3);
    expect(count(/app-chart__marker--main"/g)).toBe(3);
    expect(chart).toMatch(/app-chart__note"[^>]*>SUPP</);
  });

  test("names each line beside it and carries no style attribute, which the content security policy refuses", () => {
    for (const name of ["This one", "All", "Line 55%"]) expect(chart).toContain(`>${name}</text>`);
    expect(chart).not.toContain("style=");
  });

  test("stands even where nothing is published", () => {
    const empty = (
      <LineChart id="e" title="E" description="None." labels={["2026"]} main={{ name: "A", values: [null] }} />
    );
    expect(renderToStaticMarkup(empty)).not.toContain("NaN");
  });
});

test("a scale has round steps, room for every value and keeps to what is possible", () => {
  expect(niceScale([46, 55, 73], 0, 100)).toEqual({ min: 40, max: 80, ticks: [40, 50, 60, 70, 80] });
  expect(niceScale([0, 100], 0, 100)).toMatchObject({ min: 0, max: 100 });
  expect(niceScale([55], 0, 100).ticks.length).toBeGreaterThan(1);
});

test("labels are moved apart in their order and inside the bounds", () => {
  expect(spreadApart([100, 101, 102], 20, 0, 200)).toEqual([100, 120, 140]);
  expect(spreadApart([198, 199], 20, 0, 200)).toEqual([180, 200]);
  expect(spreadApart([50, 10], 20, 0, 200)).toEqual([50, 10]);
});

test("bars below the threshold are marked by a pattern, those from it on are not", () => {
  const html = renderToStaticMarkup(
    <BarStrip
      id="spread"
      title="Spread"
      description="Three of ten."
      threshold={{ value: 50, label: "Line 50%" }}
      bins={[
        { from: 40, to: 50, count: 3 },
        { from: 50, to: 60, count: 7 },
      ]}
    />,
  );
  expect([...html.matchAll(/url\(#spread-below\)/g)]).toHaveLength(1);
  expect([...html.matchAll(/app-chart__bar--above/g)]).toHaveLength(1);
});

test("a stack says every figure in words and leaves out what is none", () => {
  const html = renderToStaticMarkup(
    <ProgressStack
      id="s"
      label="5 plans"
      segments={[
        { label: "approved", count: 4, tone: "done" },
        { label: "returned", count: 0, tone: "waiting" },
        { label: "overdue", count: 1, tone: "late" },
      ]}
    />,
  );
  expect(html).toContain('aria-label="5 plans: 4 approved, 1 overdue"');
  expect(html).toMatch(/app-stack__segment--done" x="0.00%" width="80.00%"/);
});

test("columns stand in groups, each series with a fill of its own, and say where a value is not known", () => {
  const html = renderToStaticMarkup(
    <ColumnChart
      id="bands"
      title="Bands"
      description="A third below."
      groups={["<50", "50+"]}
      series={[
        { name: "This one", values: [null, 40] },
        { name: "All", values: [30, 70] },
      ]}
      note="c"
      divider={{ before: 1, label: "Line 50%" }}
    />,
  );
  expect([...html.matchAll(/<rect class="app-chart__column app-chart__column--main" x=/g)]).toHaveLength(1);
  expect([
    ...html.matchAll(/<rect class="app-chart__column app-chart__column--first" fill="url\(#bands-first\)" x=/g),
  ]).toHaveLength(2);
  expect(html).toMatch(/text-anchor="middle">c<\/text>/i);
  for (const words of ["This one", "All", "Line 50%", "A third below."]) expect(html).toContain(words);
  expect(html).not.toContain("style=");
});
