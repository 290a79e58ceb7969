import { isoDate } from "~/platform/dates";
import type { Span } from "./support-load";

type Accredited = { state: string; termFrom: Date | null; termTo: Date | null };

/** Whether a support school is accredited for all of the days of a span. */
export const covers = ({ state, termFrom, termTo }: Accredited, { startsOn, endsOn }: Span): boolean =>
  state === "accredited" &&
  termFrom !== null &&
  termTo !== null &&
  isoDate(termFrom) <= startsOn &&
  endsOn <= isoDate(termTo);
