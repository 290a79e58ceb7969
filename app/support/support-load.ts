/** Support that was accepted, as everybody may know it: for how long and how much, not for whom. Dates are "2027-01-08". */
export type Taken = {
  kind: "place" | "teacher";
  subject: string | null;
  days: number | null;
  startsOn: string;
  endsOn: string;
};

export type Span = { startsOn: string; endsOn: string };

/** What a request takes: one place, or days a week of a teacher. */
export type Wanted = { kind: "place" } | { kind: "teacher"; subject: string };

const amountOf = ({ kind, days }: Taken) => (kind === "place" ? 1 : (days ?? 0));
const concerns = (taken: Taken, wanted: Wanted) =>
  taken.kind === wanted.kind && (wanted.kind === "place" || taken.subject === wanted.subject);

/** The most that is taken on any one day of a span, its last day included. */
export function mostTaken(all: readonly Taken[], wanted: Wanted, { startsOn, endsOn }: Span): number {
  const held = all.filter((taken) => concerns(taken, wanted) && taken.startsOn <= endsOn && taken.endsOn >= startsOn);
  // What is taken rises only where a support begins, so those days and the span's first are all that can hold the most.
  const days = [startsOn, ...held.map((taken) => taken.startsOn).filter((day) => day > startsOn)];
  const on = (day: string) => held.filter((taken) => taken.startsOn <= day && taken.endsOn >= day);
  return Math.max(...days.map((day) => on(day).reduce((sum, taken) => sum + amountOf(taken), 0)));
}

const dayAfter = (day: string) => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

export type Capacity = {
  capacity: number;
  /** Places that are free from `from` until the term's end. */
  free: number;
  /** The first day from which a place is free until the term's end; null where there is none in the term. */
  from: string | null;
};

/** How many places are free from today, or from the first later day on which one is, until the accreditation ends. */
export function findCapacity(
  all: readonly Taken[],
  { capacity, term, today }: { capacity: number; term: { from: string; to: string }; today: string },
): Capacity {
  const first = term.from > today ? term.from : today;
  const starts = [first, ...all.map(({ endsOn }) => dayAfter(endsOn)).filter((day) => day > first)].sort();
  for (const from of starts.filter((day) => day < term.to)) {
    const free = capacity - mostTaken(all, { kind: "place" }, { startsOn: from, endsOn: term.to });
    if (free > 0) return { capacity, free, from };
  }
  return { capacity, free: 0, from: null };
}

/** The terms of a school year on which a load is shown: each as its first day, its last day and its name. */
export function listTerms(today: string, count: number): (Span & { name: string; short: string })[] {
  const year = Number(today.slice(0, 4));
  const terms = [year - 1, year, year + 1, year + 2, year + 3].flatMap((at) => [
    { startsOn: `${at}-01-01`, endsOn: `${at}-04-15`, name: `Spring ${at}`, short: `Spr ${String(at).slice(2)}` },
    { startsOn: `${at}-04-16`, endsOn: `${at}-08-31`, name: `Summer ${at}`, short: `Sum ${String(at).slice(2)}` },
    { startsOn: `${at}-09-01`, endsOn: `${at}-12-31`, name: `Autumn ${at}`, short: `Aut ${String(at).slice(2)}` },
  ]);
  const now = terms.findIndex(({ endsOn }) => endsOn >= today);
  return terms.slice(Math.max(0, now - 1), Math.max(0, now - 1) + count);
}
