/** A term of the school year, with the days that it is taken to last here: "2026-09-01" to "2026-12-31". */
export type SchoolTerm = { name: string; from: string; to: string };

const TERMS = [
  { name: "Spring", from: "01-01", to: "04-30" },
  { name: "Summer", from: "05-01", to: "08-31" },
  { name: "Autumn", from: "09-01", to: "12-31" },
] as const;

/**
 * The terms from the one that a day lies in to the one that another lies in, both included, the latest first. Each
 * school has its own holidays: terms are taken as thirds of the calendar year, so that every day is in one.
 */
export function listTerms(fromDay: string, toDay: string): SchoolTerm[] {
  const years = Array.from(
    { length: Math.max(0, Number(toDay.slice(0, 4)) - Number(fromDay.slice(0, 4)) + 1) },
    (_, at) => Number(fromDay.slice(0, 4)) + at,
  );
  return years
    .flatMap((year) =>
      TERMS.map(({ name, from, to }) => ({ name: `${name} ${year}`, from: `${year}-${from}`, to: `${year}-${to}` })),
    )
    .filter(({ from, to }) => to >= fromDay && from <= toDay)
    .reverse();
}
