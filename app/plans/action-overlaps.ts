const HOLIDAY = "08";

/** An action's place in the plan's list, from 1, and its first and last day. */
export type Span = { number: number; startsOn: string; endsOn: string };

/** The numbers of these actions in their order. */
export const numbersOf = (spans: readonly Span[]): number[] => spans.map(({ number }) => number).sort((a, b) => a - b);
const goesOn = (day: string) => (span: Span) => span.startsOn <= day && day <= span.endsOn;

/** The most of these that go on at once, and from when to when all of them do; null where there are none. */
export function mostAtOnce(spans: readonly Span[]): { numbers: number[]; from: string; to: string } | null {
  // Their number only grows on a day on which one begins.
  const groups = spans.map(({ startsOn }) => spans.filter(goesOn(startsOn)));
  const most = groups.reduce<Span[]>((best, group) => (group.length > best.length ? group : best), []);
  if (most.length === 0) return null;
  return {
    numbers: numbersOf(most),
    from: most
      .map(({ startsOn }) => startsOn)
      .sort()
      .at(-1)!,
    to: most.map(({ endsOn }) => endsOn).sort()[0]!,
  };
}

/** Groups of two or more of which each overlaps with another of its group. */
export function listOverlapping<Kind extends Span>(spans: readonly Kind[]): Kind[][] {
  const groups: Kind[][] = [];
  let reached = "";
  for (const span of [...spans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (groups.length > 0 && span.startsOn <= reached) groups.at(-1)?.push(span);
    else groups.push([span]);
    if (span.endsOn > reached) reached = span.endsOn;
  }
  return groups.filter((group) => group.length > 1);
}

const nextMonth = (month: string): string => {
  const [year = 0, at = 0] = month.split("-").map(Number);
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, "0")}`;
};

/** The months ("2027-03") between the first day and the last on no day of which anything goes on; August is a holiday. */
export function listIdleMonths(spans: readonly Span[]): string[] {
  const months: string[] = [];
  const last =
    spans
      .map(({ endsOn }) => endsOn.slice(0, 7))
      .sort()
      .at(-1) ?? "";
  for (
    let month = spans.map(({ startsOn }) => startsOn.slice(0, 7)).sort()[0] ?? "9999";
    month < last;
    month = nextMonth(month)
  ) {
    const busy = spans.some(({ startsOn, endsOn }) => startsOn.slice(0, 7) <= month && month <= endsOn.slice(0, 7));
    if (!busy && month.slice(5) !== HOLIDAY) months.push(month);
  }
  return months;
}

/** Months that follow each other, as first and last; a holiday between two does not part them. */
export function joinMonths(months: readonly string[]): [string, string][] {
  const runs: [string, string][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    const after = run && nextMonth(run[1]);
    if (run && after && (month === after || (after.slice(5) === HOLIDAY && month === nextMonth(after)))) run[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}
