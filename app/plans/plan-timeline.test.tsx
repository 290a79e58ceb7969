import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PlanReading } from "./plan-reading";
import { action, planOf } from "./plan-findings.fixture";
import { planTimeline } from "./plan-timeline";

const dates = { today: "2026-11-24", dueOn: "2027-02-26" };

describe("a plan's timeline", () => {
  test("has its actions in their order, and the days that its reader may know", () => {
    const timeline = planTimeline(planOf(), dates);
    expect(timeline?.rows.map(({ name }) => name)).toEqual(["1. Maths", "2. English"]);
    expect(timeline?.description).toBe("2 actions, from 11 January 2027 to 14 July 2028.");
    expect(timeline?.marks.map(({ date, name }) => `${name} ${date}`)).toEqual([
      "Today 2026-11-24",
      "Plan due 2027-02-26",
      "Target 2027 2027-08-31",
      "Target 2028 2028-08-31",
    ]);
    expect(timeline?.words).toBe(
      "The lines are today (24 November 2026), the day the plan is due (26 February 2027) and the end of each school year that has a target (31 August).",
    );
  });

  test("is not drawn up to today once all of it is over, and not at all without actions", () => {
    const over = planTimeline(planOf(), { ...dates, today: "2031-01-01" });
    expect(over?.marks.map(({ name }) => name)).not.toContain("Today");
    expect(over?.words).not.toContain("2031");
    expect(planTimeline(planOf({ actions: [] }), dates)).toBeNull();
  });

  test("has no day but the council's own for a guest", () => {
    expect(planTimeline(planOf(), null)).toMatchObject({ marks: [], words: "" });
    const page = renderToStaticMarkup(<PlanReading content={planOf()} dates={null} />);
    expect(page).toContain("Timeline of the actions");
    expect(page).not.toMatch(/Today|due|26 Feb/);
    expect(renderToStaticMarkup(<PlanReading content={planOf()} dates={dates} />)).toMatch(/Plan due/);
  });
});

test("a plan of before actions said what they are for reads as one that does not say it", () => {
  const { causes: _causes, targetYear: _year, ...before } = action;
  const { comparable: _gains, ...setting } = planOf().setting;
  const page = renderToStaticMarkup(
    <PlanReading content={{ ...planOf({ actions: [before] }), setting }} dates={null} />,
  );
  expect(page.match(/Not said/g)).toHaveLength(2);
  expect(page).not.toMatch(/undefined|NaN/);
});
