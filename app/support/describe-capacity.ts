import { formatDate } from "~/ui/format-date";
import type { Capacity } from "./support-load";

/** "1 of 2 free", "Full until 31 July 2027", "Full in all of its term". */
export const describeCapacity = ({ capacity, free, from }: Capacity, today: string): string =>
  from === null
    ? `0 of ${capacity} free in its term`
    : from <= today
      ? `${free} of ${capacity} free`
      : `0 of ${capacity} free now, ${free} from ${formatDate(from)}`;
