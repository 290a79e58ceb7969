import { beginDay } from "~/deadlines/begin-day.server";
import { inLondon } from "./london-time";

type Entry = { date: string; time: string; order: number; work: (now: Date) => Promise<unknown> };

/**
 * What happened when, written down in any order and lived through in the order of time, so that every log reads as it
 * would have been written. On each of the `days` the daily job runs first.
 */
export class Diary {
  #entries: Entry[] = [];
  #days = new Set<string>();

  note(date: string, time: string, work: Entry["work"]): void {
    this.#entries.push({ date, time, work, order: this.#entries.length });
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
      const today = this.#entries
        .filter((entry) => entry.date === date)
        .sort((a, b) => (a.time === b.time ? a.order - b.order : a.time < b.time ? -1 : 1));
      for (const { time, work } of today) await work(inLondon(date, time));
    }
    this.#entries = this.#entries.filter(({ date }) => date > until);
    this.#days = new Set([...this.#days].filter((date) => date > until));
  }
}
