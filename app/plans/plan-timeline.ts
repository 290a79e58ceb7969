import { formatDate } from "~/ui/format-date";
import { formatList } from "~/ui/format-list";
import { formatPlural } from "~/ui/format-number";
import { actionKindName } from "./action-kinds";
import type { PlanActionContent, PlanContent } from "./plan-content";

/** The days that a timeline is read against. Only for readers who may know the Department's date: no guest's page has them. */
export type PlanDates = { today: string; dueOn: string };

export type TimelineMark = { date: string; name: string; kind: "now" | "limit" | "mark" };
export type PlanTimeline = {
  description: string;
  rows: { key: string; name: string; from: string; to: string }[];
  marks: TimelineMark[];
  /** What the lines are, in words; "" where there are none. */
  words: string;
};

/** The last day of the school year that results of this year belong to. */
export const lastDayOf = (year: number): string => `${year}-08-31`;

export const actionName = ({ kind }: PlanActionContent, index: number): string =>
  `${index + 1}. ${actionKindName(kind)}`;

function listMarks({ actions, setting }: PlanContent, { today, dueOn }: PlanDates): TimelineMark[] {
  const fixed: TimelineMark[] = [
    { date: dueOn, name: "Plan due", kind: "limit" },
    ...setting.targetYears.map((year): TimelineMark => ({
      date: lastDayOf(year),
      name: `Target ${year}`,
      kind: "mark",
    })),
  ];
  const days = [...fixed.map(({ date }) => date), ...actions.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn])];
  // A plan that is long over is not drawn up to today.
  const over = days.every((day) => day < today);
  return over ? fixed : [{ date: today, name: "Today", kind: "now" }, ...fixed];
}

/** A plan's actions over time; null where it has none. */
export function planTimeline(content: PlanContent, dates: PlanDates | null): PlanTimeline | null {
  const { actions } = content;
  const [first, ...others] = actions;
  if (!first) return null;
  const starts = others.reduce((day, { startsOn }) => (startsOn < day ? startsOn : day), first.startsOn);
  const ends = others.reduce((day, { endsOn }) => (endsOn > day ? endsOn : day), first.endsOn);
  const marks = dates ? listMarks(content, dates) : [];
  const today = marks.find(({ kind }) => kind === "now");
  const lines = dates && [
    ...(today ? [`today (${formatDate(today.date)})`] : []),
    `the day the plan is due (${formatDate(dates.dueOn)})`,
    "the end of each school year that has a target (31 August)",
  ];
  return {
    description: `${formatPlural(actions.length, "action")}, from ${formatDate(starts)} to ${formatDate(ends)}.`,
    rows: actions.map((action, index) => ({
      key: action.id,
      name: actionName(action, index),
      from: action.startsOn,
      to: action.endsOn,
    })),
    marks,
    words: lines ? `The lines are ${formatList(lines)}.` : "",
  };
}
