import { emptyPhrases } from "./empty-phrases";
import { findPersonalData } from "./find-personal-data";
import type { FoundWords, WordFinding } from "./word-finding";
import { wordsThatCondemn } from "./words-that-condemn";

const why = {
  condemns: "These words judge a school, a person or pupils. A plan says what was seen and what will be done.",
  empty: "This fits any plan. A reader learns nothing of who does what, by when.",
};

const ruleOf =
  (kind: "condemns" | "empty") =>
  ({ pattern, suggestion }: { pattern: string; suggestion: string }) => ({
    kind,
    // Alternatives and single words only, nothing repeated inside a repetition: a long text takes no longer than its length.
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}-])(?:${pattern.replaceAll("[- ]", "[-\\s]").replaceAll(" ", "\\s{1,3}")})(?![\\p{L}\\p{N}])`,
      "giu",
    ),
    suggestion,
  });

const rules = [...wordsThatCondemn.map(ruleOf("condemns")), ...emptyPhrases.map(ruleOf("empty"))];

const findPhrases = (text: string): FoundWords[] =>
  rules.flatMap(({ kind, expression, suggestion }) =>
    [...text.matchAll(expression)].map((match) => ({
      ...{ kind, start: match.index, words: match[0], suggestion },
      why: why[kind],
    })),
  );

/** Where each sentence of a text begins and ends: at a line break, or at a full stop with a space behind it. */
function splitSentences(text: string): { start: number; end: number }[] {
  const ends = [...text.matchAll(/[.!?]["'”’)]?(?=\s)|\n/g)].map(({ index, 0: mark }) => index + mark.length);
  return [...new Set([...ends, text.length])].map((end, at, all) => ({ start: all[at - 1] ?? 0, end }));
}

/**
 * The words of a text that condemn, that could tell who somebody is, or that say nothing, in their order. Nothing is
 * judged but the text itself: the same text always gives the same findings.
 */
export function checkWords(text: string): WordFinding[] {
  if (text.trim() === "") return [];
  const sentences = splitSentences(text);
  const sentenceAt = (start: number) => sentences.find(({ end }) => start < end) ?? { start: 0, end: text.length };
  const spans = [...findPhrases(text), ...findPersonalData(text, (start) => sentenceAt(start))];
  spans.sort((a, b) => a.start - b.start || b.words.length - a.words.length);
  let reached = -1;
  const findings: WordFinding[] = [];
  for (const { start, ...span } of spans) {
    // Of words that overlap the first and longest is told: "failed school" is one finding.
    if (start < reached) continue;
    reached = start + span.words.length;
    const around = sentenceAt(start);
    const whole = text.slice(around.start, around.end);
    const sentence = whole.trim();
    const at = start - around.start - (whole.length - whole.trimStart().length);
    findings.push({ ...span, sentence, at });
  }
  return findings;
}
