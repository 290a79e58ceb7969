import { diffArrays } from "diff";

export type TextPiece = { kind: "same" | "added" | "removed"; text: string };

/** What became of a text. The pieces that were not added give the old text, those that were not removed the new one. */
export type TextDifference = {
  /** Words where that can be worked out in good time; else whole paragraphs. */
  by: "words" | "paragraphs";
  pieces: TextPiece[];
};

// The work grows with the square of the edits: two unrelated texts of 20,000 characters would take seconds by words.
const MOST_WORDS_CHANGED = 1_200;
const MOST_PARAGRAPHS_CHANGED = 1_000;

/** Words and single marks, each with the space that follows it. Several times as fast as Intl.Segmenter. */
const splitWords = (text: string): string[] =>
  text.match(/(?:[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}])\s*|\s+/gu) ?? [];

const splitParagraphs = (text: string): string[] => text.match(/[^\n]*\n+|[^\n]+$/g) ?? [];

/** Gathers pieces; between two that stay the same there is at most one removed and one added. */
function gatherer() {
  const pieces: TextPiece[] = [];
  let [removed, added] = ["", ""];
  const close = () => {
    // The space that ends both is no change: "12 " to "18 " is one of the figure alone.
    const [, space = ""] = removed && added ? (/(\s*)$/.exec(removed) ?? []) : [];
    const shared = space !== "" && added.endsWith(space) && added !== space && removed !== space ? space.length : 0;
    const [was, is] = [removed.slice(0, removed.length - shared), added.slice(0, added.length - shared)];
    if (was) pieces.push({ kind: "removed", text: was });
    if (is) pieces.push({ kind: "added", text: is });
    if (shared) pieces.push({ kind: "same", text: space });
    [removed, added] = ["", ""];
  };
  return {
    change: (before: string, after: string) => {
      removed += before;
      added += after;
    },
    same: (text: string) => {
      if (!text) return;
      close();
      const last = pieces.at(-1);
      if (last?.kind === "same") last.text += text;
      else pieces.push({ kind: "same", text });
    },
    all: () => {
      close();
      return pieces;
    },
  };
}

function compareTokens(before: string[], after: string[], most: number): TextPiece[] | null {
  // Numbers are compared faster than words. A word is the same whatever space is behind it.
  const numbers = new Map<string, number>();
  const numberOf = (token: string) => {
    const word = token.trimEnd();
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const found = diffArrays(before.map(numberOf), after.map(numberOf), { maxEditLength: most });
  if (!found) return null;
  const pieces = gatherer();
  let [at, to] = [0, 0];
  for (const { count, added, removed } of found) {
    for (let step = 0; step < count; step += 1) {
      const [was, is] = [before[at] ?? "", after[to] ?? ""];
      if (!added) at += 1;
      if (!removed) to += 1;
      if (added) pieces.change("", is);
      else if (removed) pieces.change(was, "");
      else if (was === is) pieces.same(was);
      else {
        // The same word with another space or line break behind it.
        const word = is.trimEnd();
        pieces.same(word);
        pieces.change(was.slice(word.length), is.slice(word.length));
      }
    }
  }
  return pieces.all();
}

/** The difference of two texts word by word; where they have little in common, paragraph by paragraph. */
export function compareTexts(before: string, after: string): TextDifference {
  const byWords = compareTokens(splitWords(before), splitWords(after), MOST_WORDS_CHANGED);
  if (byWords) return { by: "words", pieces: byWords };
  const byParagraphs = compareTokens(splitParagraphs(before), splitParagraphs(after), MOST_PARAGRAPHS_CHANGED);
  if (byParagraphs) return { by: "paragraphs", pieces: byParagraphs };
  const whole = gatherer();
  whole.change(before, after);
  return { by: "paragraphs", pieces: whole.all() };
}
