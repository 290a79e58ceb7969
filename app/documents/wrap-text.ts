/** The width of a text in points, in the font that is set. */
export type Measure = (text: string) => number;

// A word that is longer than its line (an address, a row of dots) is broken where it must be.
function breakWord(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && measure(piece + letter) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}

function wrapLine(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  const space = measure(" ");
  for (const word of text.split(" ").filter(Boolean)) {
    const wide = measure(word);
    if (line !== "" && used + space + wide <= width) {
      line += ` ${word}`;
      used += space + wide;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = wide <= width ? [word] : breakWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
    used = measure(line);
  }
  return [...lines, line];
}

/** A text in lines that fit the width; the writer's own line breaks stay. */
export const wrapText = (text: string, width: number, measure: Measure): string[] =>
  text.split("\n").flatMap((line) => wrapLine(line, width, measure));

/** Typed text as one font can set it: whatever the font has no sign for is named by its number, not lost. */
export function settable(text: string, hasSign: (codePoint: number) => boolean): string {
  let clean = "";
  for (const sign of text
    .replace(/\r\n?/g, "\n")
    .replace(/[\t\u00a0\u2000-\u200a\u202f]/g, " ")
    .normalize("NFC")) {
    const codePoint = sign.codePointAt(0) ?? 0;
    if (sign === "\n" || hasSign(codePoint)) clean += sign;
    // Controls, joiners and variation selectors have no form of their own.
    else if (!/[\p{Cc}\p{Cf}\ufe00-\ufe0f]/u.test(sign)) clean += `[U+${codePoint.toString(16).toUpperCase()}]`;
  }
  return clean;
}
