import type { WordFinding } from "./word-finding";

/** As much of a long sentence as tells where the words stand. */
const AROUND = 160;

/** The sentence in which words were found, with the words marked. */
export function MarkedSentence({ sentence, at, words }: Pick<WordFinding, "sentence" | "at" | "words">) {
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + words.length)];
  return (
    <span className="app-typed-text">
      {before.length > AROUND ? `…${before.slice(-AROUND)}` : before}
      <mark>{words}</mark>
      {after.length > AROUND ? `${after.slice(0, AROUND)}…` : after}
    </span>
  );
}
