import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts, type TextPiece } from "./compare-texts";

const textOf = (pieces: TextPiece[], without: TextPiece["kind"]) =>
  pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");
const marked = (before: string, after: string) =>
  compareTexts(before, after)
    .pieces.map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `{-${text}-}`))
    .join("");

const vocabulary = ["maths", "tuition", "pupils", "is", "12", "a", ".", ",", " ", "  ", "\n", "\n\n", "’s", "é", "🙂"];
const prose = fc.array(fc.constantFrom(...vocabulary), { maxLength: 60 }).map((parts) => parts.join(""));
const anyText = fc.oneof(prose, fc.string({ unit: "grapheme", maxLength: 80 }));

describe("the difference of two texts", () => {
  it("gives both texts back", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const { pieces } = compareTexts(before, after);
        expect(textOf(pieces, "added")).toBe(before);
        expect(textOf(pieces, "removed")).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it("marks nothing where nothing changed, and never has two pieces of a kind in a row", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(compareTexts(before, before).pieces.every(({ kind }) => kind === "same")).toBe(true);
        const kinds = compareTexts(before, after).pieces.map(({ kind }) => kind);
        expect(kinds.every((kind, at) => kind !== kinds[at + 1])).toBe(true);
      }),
    );
  });

  it.each([
    ["Tuition for 12 pupils.", "Tuition for 18 pupils.", "Tuition for {-12-}{+18+} pupils."],
    ["We plan.", "We plan here.", "We plan{+ here+}."],
    ["Maths first. English next.", "English next.", "{-Maths first. -}English next."],
    ["", "New text", "{+New text+}"],
    ["One line", "One\nline", "One{- -}{+\n+}line"],
    ["The council pays.", "The school’s budget pays.", "The {-council-}{+school’s budget+} pays."],
  ])("marks words: %s → %s", (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it("falls back to paragraphs where texts of 20,000 characters have nothing in common, in good time", () => {
    const sentence = (word: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${word}${at} und${at}`).join(" ");
    const kept = "This paragraph stands as it was.\n";
    const before = `${sentence("alt", 1_300)}\n${kept}`.padEnd(20_000, "x");
    const after = `${sentence("neu", 1_300)}\n${kept}`.padEnd(20_000, "y");
    const began = performance.now();
    const difference = compareTexts(before, after);
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(difference.by).toBe("paragraphs");
    expect(difference.pieces.some(({ kind, text }) => kind === "same" && text.includes(kept))).toBe(true);
  });

  it("compares long texts with many small changes by words", () => {
    const before = Array.from({ length: 3_000 }, (_, at) => `word${at % 500}`).join(" ");
    const after = before.replaceAll("word77 ", "other ").replaceAll("word401 ", "");
    expect(compareTexts(before, after).by).toBe("words");
  });
});
