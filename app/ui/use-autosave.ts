import { type RefObject, useEffect, useState } from "react";
import type { AutosaveState } from "./autosaved";
import { Autosaver } from "./autosaver";

/** Saves a form at an address as its writer types. Null until scripts run: without them nothing saves by itself. */
export function useAutosave(form: RefObject<HTMLFormElement>, address: string): AutosaveState | null {
  const [state, tell] = useState<AutosaveState | null>(null);
  useEffect(() => {
    if (!form.current) return undefined;
    return new Autosaver(form.current, { address, tell }).begin();
  }, [form, address]);
  return state;
}
