type DatedEvent = { id: string; type: string; payload: Record<string, unknown> };

/** A due date that an event set: `from` is null for the first one. Dates are "2027-02-26". */
export type MovedDate = { from: string | null; to: string };

const settingTypes = ["CASE_OPENED", "RETURN_PLAN", "REOPEN_PLAN", "GRANT_EXTENSION", "DEADLINE_SET"];

/** The due date before and after each event that set one, by the event's id. Events come in the order they happened. */
export function movedDates(events: readonly DatedEvent[]): Map<string, MovedDate> {
  const moved = new Map<string, MovedDate>();
  let current: string | null = null;
  for (const { id, type, payload } of events) {
    if (!settingTypes.includes(type) || typeof payload.dueOn !== "string") continue;
    moved.set(id, { from: current, to: payload.dueOn });
    current = payload.dueOn;
  }
  return moved;
}
