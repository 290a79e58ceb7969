const MOST = 20;

/** Days a week as typed ("1.5") in whole half days; null where they are not. */
export function readDays(typed: string): number | null {
  const days = Number(typed.trim());
  return typed.trim() !== "" && Number.isFinite(days) && days > 0 && days <= MOST && Number.isInteger(days * 2)
    ? days
    : null;
}

/** "1 day a week", "2.5 days a week". */
export const daysAWeek = (days: number): string => `${days} ${days === 1 ? "day" : "days"} a week`;
