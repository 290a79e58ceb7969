import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { SpanChart } from "./span-chart";
import { spanScale, stackLabels } from "./span-scale";

describe("a scale of months", () => {
  test("begins with the first month and ends with the last, and has five ticks at most", () => {
    const scale = spanScale(["2027-01-11", "2027-02-28"]);
    expect([scale.at("2027-01-01"), scale.after("2027-02-28")]).toEqual([0, 1]);
    expect(scale.ticks.map(({ label }) => label)).toEqual(["Jan 2027", "Feb 2027"]);
    expect(spanScale(["2026-11-24", "2028-07-14"]).ticks.map(({ label }) => label)).toEqual([
      "Jan 2027",
      "Jul 2027",
      "Jan 2028",
      "Jul 2028",
    ]);
    expect(spanScale(["2027-02-26"]).ticks).toHaveLength(1);
  });

  test("puts days in their order, between the edges, whatever the dates", () => {
    const date = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    const day = date.map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 6 }), (dates) => {
        const scale = spanScale(dates);
        expect(scale.ticks.length).toBeLessThanOrEqual(6);
        const places = [...dates].sort().map(scale.at);
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        for (const one of dates) expect(scale.at(one)).toBeLessThan(scale.after(one));
        for (const one of dates) expect(scale.after(one)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test("labels that would lie on each other stand in rows of their own", () => {
  const labels = [0.1, 0.2, 0.45, 0.5].map((at) => ({ at, width: 0.2 }));
  expect(stackLabels(labels)).toEqual([0, 1, 0, 1]);
  expect(stackLabels([])).toEqual([]);
});

test("a chart of spans is an image with its message, a bar for each row and a line for each mark", () => {
  const html = renderToStaticMarkup(
    <SpanChart
      id="plan"
      title="Work"
      description="Two spans."
      rows={[
        { key: "1", name: "1. One", from: "2027-01-01", to: "2027-02-28" },
        { key: "2", name: "2. Two", from: "2027-04-30", to: "2027-04-30" },
      ]}
      marks={[{ date: "2027-02-28", name: "Limit", kind: "limit" }]}
    />,
  );
  expect(html).toContain('role="img" aria-labelledby="plan-title plan-desc"');
  for (const words of ["1. One", "2. Two", "Limit", "Two spans.", "Jan 2027"]) expect(html).toContain(words);
  expect(html.match(/app-chart__span/g)).toHaveLength(2);
  expect(html).toContain('app-chart__mark--limit" x1="49.18%"');
  expect(html).not.toMatch(/style=|NaN/);
});
