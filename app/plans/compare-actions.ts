import { formatDate } from "~/ui/format-date";
import { formatPounds } from "~/ui/format-number";
import { actionKindName } from "./action-kinds";
import { compareTexts, type TextDifference } from "./compare-texts";
import type { PlanActionContent } from "./plan-content";
import { type CauseKey, causeNames } from "./section-schemas";

/** A field that says something else: words inside a text, or a value that stood and one that stands. */
export type FieldDifference = { field: string; label: string } & (
  { kind: "text"; difference: TextDifference } | { kind: "value"; before: string; after: string }
);

export type ActionDifference = {
  id: string;
  kind: string;
  change: "added" | "removed" | "changed" | "moved";
  /** Its number in the list, from 1; null where it was not there. */
  before: number | null;
  after: number | null;
  /** Whether it stands elsewhere among the actions that were there before. */
  moved: boolean;
  /** What differs; of an action that was added or removed, all of it. */
  fields: FieldDifference[];
};

// A request is named by the support school's name.
type ActionField = Exclude<keyof PlanActionContent, "id" | "supportRequestId">;
type Shown = { label: string; show?: (held: never) => string };

const value = <Field extends ActionField>(label: string, show: (held: PlanActionContent[Field]) => string): Shown => ({
  label,
  show,
});

// Every field that an action has, so that no change of one is passed over. Without `show` it is a text, compared by words.
const shownFields = {
  kind: value<"kind">("Kind of support", actionKindName),
  what: { label: "What will be done" },
  who: { label: "Who will do it" },
  startsOn: value<"startsOn">("Start date", formatDate),
  endsOn: value<"endsOn">("End date", formatDate),
  costPence: value<"costPence">("Cost", (pence) => formatPounds(pence / 100)),
  funding: { label: "Where the money comes from" },
  milestone: { label: "Milestone" },
  measureOfSuccess: { label: "Measure of success" },
  causes: value<"causes">("Causes it answers", (causes = []) =>
    causes.map((key) => causeNames[key as CauseKey] ?? key).join(", "),
  ),
  supportSchool: value<"supportSchool">("Support school", (name) => name ?? ""),
  targetYear: value<"targetYear">("Target it is meant to move", (year) => String(year ?? "")),
} satisfies Record<ActionField, Shown>;

export const actionFieldLabel = (field: string): string =>
  Object.hasOwn(shownFields, field) ? shownFields[field as ActionField].label : field;

function show(field: string, shown: Shown, action: PlanActionContent | null): string {
  const held = action?.[field as ActionField];
  if (held === undefined || held === null || held === "") return "";
  return shown.show ? shown.show(held as never) : String(held);
}

function compareFields(before: PlanActionContent | null, after: PlanActionContent | null): FieldDifference[] {
  return Object.entries<Shown>(shownFields).flatMap(([field, shown]): FieldDifference[] => {
    const [was, is] = [show(field, shown, before), show(field, shown, after)];
    if (was === is) return [];
    const named = { field, label: shown.label };
    if (shown.show) return [{ ...named, kind: "value", before: was, after: is }];
    return [{ ...named, kind: "text", difference: compareTexts(was, is) }];
  });
}

/** The largest set of places that already stand in order: whatever is outside it has moved, and nothing else. */
function placesInOrder(places: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const [at, place] of places.entries()) {
    const before = best.slice(0, at).filter((chain) => (chain.at(-1) ?? -1) < place);
    const longest = before.reduce<number[]>((found, chain) => (chain.length > found.length ? chain : found), []);
    best.push([...longest, place]);
  }
  return new Set(best.reduce<number[]>((found, chain) => (chain.length > found.length ? chain : found), []));
}

/** What became of a plan's actions, matched by id: in the new order, those that were removed last. */
export function compareActions(before: PlanActionContent[], after: PlanActionContent[]): ActionDifference[] {
  const placeOf = (list: PlanActionContent[], id: string) => list.findIndex((action) => action.id === id);
  const kept = after.flatMap(({ id }) => (placeOf(before, id) < 0 ? [] : [placeOf(before, id)]));
  const inOrder = placesInOrder(kept);
  const there = after.flatMap((action, index): ActionDifference[] => {
    const was = placeOf(before, action.id);
    const fields = compareFields(before[was] ?? null, action);
    const moved = was >= 0 && !inOrder.has(was);
    if (was >= 0 && !moved && fields.length === 0) return [];
    const change = was < 0 ? "added" : fields.length > 0 ? "changed" : "moved";
    const numbers = { before: was < 0 ? null : was + 1, after: index + 1 };
    return [{ id: action.id, kind: action.kind, change, ...numbers, moved, fields }];
  });
  const gone = before.flatMap((action, index): ActionDifference[] =>
    placeOf(after, action.id) >= 0
      ? []
      : [
          {
            ...{ id: action.id, kind: action.kind, change: "removed", before: index + 1, after: null, moved: false },
            fields: compareFields(action, null),
          },
        ],
  );
  return [...there, ...gone];
}
