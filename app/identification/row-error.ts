/** One thing wrong with a results file. A file with any is refused whole, and nothing of it is stored. */
export interface RowError {
  /** Physical line in the file, counted from 1; null where the problem is the file as a whole. */
  line: number | null;
  /** The column's name in the file's header. */
  column: string | null;
  /** What stands there, shortened. */
  found: string | null;
  message: string;
}

const FOUND_LENGTH = 60;

/** Reading stops here: a file with this many errors is not worth the time of the rest. */
export const MAX_ERRORS = 10_000;

/** What was found, short enough for a message and without characters that would break a line. */
export function shorten(text: string): string {
  const oneLine = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\ufffd");
  return oneLine.length > FOUND_LENGTH ? `${oneLine.slice(0, FOUND_LENGTH)}…` : oneLine;
}

/** "Line 12, column PTENGMATX09: must be a percentage … Found “abc”" for the command line and for error summaries. */
export function describeRowError({ line, column, found, message }: RowError): string {
  const place = [line !== null && `line ${line}`, column !== null && `column ${column}`].filter(Boolean).join(", ");
  const start = place ? `${place.charAt(0).toUpperCase()}${place.slice(1)}: ` : "";
  const body = start ? `${message.charAt(0).toLowerCase()}${message.slice(1)}` : message;
  return `${start}${body}${found === null ? "" : `. Found ${found === "" ? "a blank" : `“${found}”`}`}`;
}

/** Collects errors until there are MAX_ERRORS of them. */
export class ErrorList {
  readonly kept: RowError[] = [];
  count = 0;

  get isFull(): boolean {
    return this.count >= MAX_ERRORS;
  }

  add(line: number | null, column: string | null, found: string | null, message: string): void {
    this.count += 1;
    if (this.kept.length >= MAX_ERRORS) return;
    this.kept.push({ line, column, found: found === null ? null : shorten(found), message });
  }
}
