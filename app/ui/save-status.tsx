import type { AutosaveState } from "./autosaved";
import { classNames } from "./class-names";
import { formatTime } from "./format-date";

/** What a writer has to act on, or to know before they go; "" where all is well. */
function problemOf(state: AutosaveState): string {
  switch (state.outcome) {
    case "conflict":
      return `Not saved: ${state.byName} saved another text at ${formatTime(state.at)}. Save to see both and choose.`;
    case "notSaved":
      return `Not saved: ${state.reason}.`;
    case "offline":
      return "Not saved: the service cannot be reached. It is tried again every few seconds. Keep this page open.";
    case "signedOut":
      return "Not saved: you have been signed out. Sign in again in another tab, then save here.";
    default:
      return "";
  }
}

function wordsOf(state: AutosaveState): string {
  if (state.outcome === "saving") return "Saving…";
  if (state.outcome === "saved") return `Saved at ${formatTime(state.at)}`;
  return "What you write is saved as you go";
}

/** Where a form that saves by itself says how it stands, at the foot of the window for as long as the form is longer. */
export function SaveStatus({ state }: { state: AutosaveState | null }) {
  if (!state) return null;
  const problem = problemOf(state);
  return (
    <div className={classNames("app-save-status", problem && "app-save-status--problem")}>
      {/* Told aloud only where something is wrong: "saved" every few seconds would talk over whoever listens. */}
      <p key={problem} className="app-save-status__words" role={problem ? "alert" : undefined}>
        {problem || wordsOf(state)}
      </p>
    </div>
  );
}
