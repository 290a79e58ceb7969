import { formatDate, formatMonth } from "~/ui/format-date";
import { formatPounds } from "~/ui/format-number";
import { formatList } from "~/ui/format-list";
import { joinMonths, listIdleMonths, listOverlapping, mostAtOnce, numbersOf, type Span } from "./action-overlaps";
import { actionKindName } from "./action-kinds";
import { namedIn, type PlanActionContent, type PlanContent } from "./plan-content";
import type { PlanFinding } from "./plan-finding";
import { lastDayOf } from "./plan-timeline";
import { saysNothing } from "./says-nothing";
import { type CauseKey, causeInWords, causeNames } from "./section-schemas";

/** So many actions of one owner at the same time are worth a look. */
const MANY_AT_ONCE = 3;

type Numbered = PlanActionContent & Span;

const causeWords = (key: string) => (Object.hasOwn(causeNames, key) ? causeInWords(key as CauseKey) : key);
const actionsInWords = (numbers: readonly number[]) =>
  numbers.length === 1 ? `Action ${numbers[0]}` : `Actions ${formatList(numbers.map(String))}`;
const change = ({ id, number }: Numbered) => ({ path: `actions/${id}`, text: `Change action ${number}` });
const add = { path: "actions/new", text: "Add an action" };
const list = { path: "sections/actions", text: "Change the actions" };

function groupBy(actions: readonly Numbered[], keyOf: (action: Numbered) => string): Numbered[][] {
  const groups = new Map<string, Numbered[]>();
  for (const action of actions) groups.set(keyOf(action), [...(groups.get(keyOf(action)) ?? []), action]);
  return [...groups.values()];
}

/** What one action lacks, and where its dates miss the target that it is for. */
function findInAction(action: Numbered, { causes, targetYears }: ReturnType<typeof namedIn>): PlanFinding[] {
  const { number, startsOn, endsOn, targetYear } = action;
  const last = Math.max(...targetYears);
  const found: string[] = [];
  if (action.costPence > 0 && saysNothing(action.funding))
    found.push(`costs ${formatPounds(action.costPence / 100)} and does not say where the money comes from`);
  if (saysNothing(action.milestone)) found.push("has no milestone");
  if (targetYear !== undefined && !targetYears.includes(targetYear))
    found.push(`is meant to move the target for ${targetYear}, and the plan has no target for that year`);
  else if (targetYear !== undefined && startsOn > lastDayOf(targetYear))
    found.push(
      `starts on ${formatDate(startsOn)}, after the school year ${targetYear} whose target it is meant to move`,
    );
  else if (targetYears.length > 0 && startsOn > lastDayOf(last))
    found.push(`starts on ${formatDate(startsOn)}, after the last year with a target, ${last}`);
  else if (targetYears.length > 0 && endsOn > lastDayOf(last))
    found.push(`goes on until ${formatDate(endsOn)}, after the last year with a target, ${last}`);
  const foreign = causes.length === 0 ? [] : (action.causes ?? []).filter((key) => !causes.includes(key));
  if (foreign.length > 0)
    found.push(`answers ${formatList(foreign.map(causeWords))}, which section 2 does not name as a cause`);
  return found.map((words) => ({ sentence: `Action ${number} ${words}.`, mend: change(action) }));
}

/** Causes and targets that no action answers, once some action says what it is for; else that none does. */
function findUnanswered(actions: readonly Numbered[], named: ReturnType<typeof namedIn>): PlanFinding[] {
  const withoutCause = actions.filter(({ causes = [] }) => causes.length === 0);
  const withoutTarget = actions.filter(({ targetYear }) => targetYear === undefined);
  const unsaid = (without: Numbered[], what: string): PlanFinding[] => {
    const [first] = without;
    if (!first) return [];
    const verb = without.length === 1 ? "does" : "do";
    return [
      {
        sentence: `${actionsInWords(without.map(({ number }) => number))} ${verb} not say ${what}.`,
        mend: change(first),
      },
    ];
  };
  const unanswered =
    withoutCause.length === actions.length
      ? []
      : named.causes.filter((key) => !actions.some(({ causes = [] }) => causes.includes(key)));
  const unmoved =
    withoutTarget.length === actions.length
      ? []
      : named.targetYears.filter((year) => !actions.some(({ targetYear }) => targetYear === year));
  return [
    ...unsaid(withoutCause, withoutCause.length === 1 ? "which cause it answers" : "which causes they answer"),
    ...unsaid(
      withoutTarget,
      withoutTarget.length === 1 ? "which target it is meant to move" : "which targets they are meant to move",
    ),
    ...unanswered.map((key) => ({ sentence: `No action answers the cause “${causeWords(key)}”.`, mend: add })),
    ...unmoved.map((year) => ({ sentence: `No action is meant to move the target for ${year}.`, mend: add })),
  ];
}

function findOverlaps(actions: readonly Numbered[]): PlanFinding[] {
  const period = ({ from, to }: { from: string; to: string }) =>
    from === to ? `on ${formatDate(from)}` : `from ${formatDate(from)} to ${formatDate(to)}`;
  const owners = groupBy(actions, ({ who }) => who.trim().toLowerCase().replace(/\s+/g, " ")).flatMap((own) => {
    const most = mostAtOnce(own);
    if (!most || most.numbers.length < MANY_AT_ONCE || !own[0]) return [];
    const { numbers } = most;
    const sentence = `“${own[0].who.trim()}” has ${numbers.length} actions at once ${period(most)}: ${formatList(numbers.map(String))}.`;
    return [{ sentence, mend: list }];
  });
  const kinds = groupBy(actions, ({ kind }) => kind).flatMap((same) =>
    listOverlapping(same).map((group) => {
      const pair = group.length === 2 && mostAtOnce(group);
      const kind = kindInWords(group[0]?.kind ?? "");
      const sentence = `${actionsInWords(numbersOf(group))} are of the same kind, ${kind}, and overlap${pair ? ` ${period(pair)}` : ""}.`;
      return { sentence, mend: list };
    }),
  );
  return [...owners, ...kinds];
}

const kindInWords = (kind: string) => (kind === "english" ? "English" : actionKindName(kind).toLowerCase());

function findIdleMonths(actions: readonly Numbered[]): PlanFinding[] {
  return joinMonths(listIdleMonths(actions)).map(([from, to]) => ({
    sentence: `Nothing goes on ${from === to ? `in ${formatMonth(from)}` : `from ${formatMonth(from)} to ${formatMonth(to)}`}.`,
    mend: list,
  }));
}

/** What there is to look at again in a plan's actions. */
export function findInActions(content: PlanContent): PlanFinding[] {
  const actions = content.actions.map((action, index): Numbered => ({ ...action, number: index + 1 }));
  const named = namedIn(content);
  if (actions.length === 0) return [];
  return [
    ...actions.flatMap((action) => findInAction(action, named)),
    ...findUnanswered(actions, named),
    ...findOverlaps(actions),
    ...findIdleMonths(actions),
  ];
}
