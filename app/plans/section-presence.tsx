import { formatTime } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import type { Presence } from "./note-presence.server";

const isOrAre = (count: number) => (count === 1 ? "has" : "have");

function namesOf(others: Presence["others"]): string {
  const named = others.map(({ name, since }) => `${name} (since ${formatTime(since)})`);
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

/** Which colleagues have the section open too, and whether one of them has saved another text since it was opened here. */
export function SectionPresence({ presence, version }: { presence: Presence; version: number }) {
  const { others, stored } = presence;
  const newer = stored.version > version && !stored.byThisForm;
  return (
    // There from the start, so that a reader of the screen is told when somebody comes.
    <div role="status">
      {(others.length > 0 || newer) && (
        <InsetText>
          {others.length > 0 && (
            <p className="govuk-body">
              {namesOf(others)} {isOrAre(others.length)} this section open too. Whoever saves second is shown both
              texts, so nothing is lost.
            </p>
          )}
          {newer && (
            <p className="govuk-body">
              {stored.byName ?? "A colleague"} saved another text at {formatTime(stored.at)}. When you save, you see
              both and choose.
            </p>
          )}
        </InsetText>
      )}
    </div>
  );
}
