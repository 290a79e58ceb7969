/** A date column's value as "2027-02-26". Date columns come as midnight in UTC, whatever the zone of the process. */
export const isoDate = (column: Date): string => column.toISOString().slice(0, 10);

/** "2027-02-26" as a date column takes it. */
export const dateColumn = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Whole days from one date to another, both "2027-02-26"; negative where the second is the earlier. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
