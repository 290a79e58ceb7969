import { formatTime } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";

const minute = 60_000;
/** Failures older than this are forgotten, so that no account stays closed. */
export const forgottenAfter = 15 * minute;
const firstWait = minute / 2;

/** How many failures in that time are free of a wait. An address may be that of a whole office. */
export const allowedFailures = { account: 5, address: 50 };

export type Failures = { failures: number; last: Date | null };

/** Until when the next attempt must wait: half a minute after the first failure too many, doubled by each further one. */
export function waitUntil({ failures, last }: Failures, allowed: number, now: Date): Date | null {
  if (failures < allowed || !last) return null;
  const wait = Math.min(firstWait * 2 ** (failures - allowed), forgottenAfter);
  const until = new Date(last.getTime() + wait);
  return until > now ? until : null;
}

/** "Try again in 2 minutes, from 10:42am.": when somebody who has to wait can go on. */
export function waitSentence(until: Date, now: Date): string {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1_000);
  const length = seconds < 60 ? formatPlural(seconds, "second") : formatPlural(Math.ceil(seconds / 60), "minute");
  // To the minute, and never too early.
  const from = new Date(Math.ceil(until.getTime() / minute) * minute);
  return `There were too many attempts with a wrong password. Try again in ${length}, from ${formatTime(from)}`;
}
