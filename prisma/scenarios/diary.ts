import { beginDay } from "~/deadlines/begin-day.server";
import { inLondon } from "./london-time";

type Work = (now: Date) => Promise<unknown>;
type Entry = { date: string; time: string; of: string; work: Work };

/** How many of a day's cases move at once: the database and this process then wait less for each other. */
const AT_ONCE = 6;

/**
 * What happened when, noted in any order and lived through in the order of time, so that every log reads as it would
 * have been written. On days that are named the daily job runs first. What is noted of one case on one day happens in
 * the order in which it was noted; different cases move side by side.
 */
export class Diary {
  #entries: Entry[] = [];
  #days = new Set<string>();

  /** Notes for a day ("2027-01-12") and a clock time in England something `of` one case. */
  note(date: string, time: string, of: string, work: Work): void {
    this.#entries.push({ date, time, of, work });
  }

  /** Days on which a deadline's state may move. */
  beginsOn(...days: string[]): void {
    for (const day of days) this.#days.add(day);
  }

  /** Lives through what was noted for the days up to and including `until`, once; later days wait for the next call. */
  async live(until: string): Promise<void> {
    const dates = [...new Set([...this.#days, ...this.#entries.map(({ date }) => date)])].sort();
    for (const date of dates.filter((day) => day <= until)) {
      if (this.#days.has(date)) await beginDay({ now: inLondon(date, "00:01") });
      await liveDay(this.#entries.filter((entry) => entry.date === date));
    }
    this.#entries = this.#entries.filter(({ date }) => date > until);
    this.#days = new Set([...this.#days].filter((date) => date > until));
  }
}

async function liveDay(entries: Entry[]): Promise<void> {
  const cases = [...new Set(entries.map(({ of }) => of))];
  const liveCases = async () => {
    for (let next = cases.shift(); next; next = cases.shift())
      for (const { date, time, of, work } of entries) if (of === next) await work(inLondon(date, time));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, liveCases));
}
