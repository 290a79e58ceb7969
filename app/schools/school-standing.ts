import { formatDate } from "~/ui/format-date";

/** What a list of schools says of a school. */
export type SchoolStatus = "open" | "closed" | "proposedToClose" | "proposedToOpen";

/** A school that is to close is open until it has; one that is to open is not open yet. */
export const isOpenStatus = (status: SchoolStatus): boolean => status === "open" || status === "proposedToClose";

export type Standing = {
  open: boolean;
  /** As the newest list says; null where no list has had the school. */
  status: string | null;
  /** Dates such as "2016-11-01". */
  openedOn: string | null;
  closedOn: string | null;
  closedByAdminOn: string | null;
};

/** "Open since 1 September 2016", "Closed on 31 August 2016", "Open, to close on 31 August 2027". */
export function describeStanding({ open, status, openedOn, closedOn, closedByAdminOn }: Standing): string {
  if (open) {
    const since = openedOn ? `Open since ${formatDate(openedOn)}` : "Open";
    if (status !== "proposedToClose") return since;
    return closedOn ? `${since}, to close on ${formatDate(closedOn)}` : `${since}, proposed to close`;
  }
  if (closedByAdminOn) return `Closed, as the Department recorded on ${formatDate(closedByAdminOn)}`;
  if (status === "proposedToOpen") return openedOn ? `To open on ${formatDate(openedOn)}` : "Proposed to open";
  return closedOn ? `Closed on ${formatDate(closedOn)}` : "Closed";
}
