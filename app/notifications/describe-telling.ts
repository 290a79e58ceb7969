import { formatDate } from "~/ui/format-date";
import type { Telling } from "./list-tellings.server";
import { type WayOfTelling, waysOfTelling } from "./tell-headteacher.schema";

/** "told on 24 November 2026, in a meeting", as the rest of a sentence. */
export function describeTelling({ toldOn, how }: Pick<Telling, "toldOn" | "how">): string {
  if (how === "earlier") return "able to read the flag in the service, before it kept who was told";
  return `told on ${formatDate(toldOn)}, ${waysOfTelling[how as WayOfTelling].toLowerCase()}`;
}
