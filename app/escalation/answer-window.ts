import { dateColumn, isoDate } from "~/platform/dates";

const DAY = 86_400_000;

/**
 * The last day that a council has for its answer. The step may be confirmed from the day its notice ends on, so only the
 * day before is the council's to the end.
 */
export const lastDayToAnswer = (noticeEndsOn: string): string =>
  isoDate(new Date(dateColumn(noticeEndsOn).getTime() - DAY));
