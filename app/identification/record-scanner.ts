const QUOTE = 0x22;
const LINE_BREAK = 0x0a;
const SPACE = 0x20;

/**
 * Goes through the records of a CSV (RFC 4180) with \n as its line break and notes where their cells stand, without
 * cutting any out: of a hundred columns a dozen are read. A quotation mark inside a cell that does not begin with one
 * is text.
 */
export class RecordScanner {
  /** Physical line on which the record begins, counted from 1. */
  line = 1;
  /** Where the record begins, and where its line break stands. */
  start = 0;
  end = 0;
  /** How many cells the record has. */
  count = 0;
  /** Just after a quotation mark that opens a cell and is not closed as it should be; -1 where there is none. */
  wrongQuote = -1;

  readonly #text: string;
  readonly #separator: number;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #next = 0;
  #nextLine = 1;

  /** Cells up to `columns` can be read; more are only counted. */
  constructor(text: string, separator: string, columns: number) {
    this.#text = text;
    this.#separator = separator.charCodeAt(0);
    this.#starts = new Int32Array(columns);
    this.#ends = new Int32Array(columns);
  }

  /** Goes to the next record. False where there is none. */
  next(): boolean {
    const text = this.#text;
    const separator = this.#separator;
    const columns = this.#starts.length;
    if (this.#next >= text.length) return false;
    this.start = this.#next;
    this.line = this.#nextLine;
    this.wrongQuote = -1;
    let [at, count] = [this.start, 0];
    for (;;) {
      const begin = at;
      let code = text.charCodeAt(at);
      if (code === QUOTE) {
        at = this.#endOfQuoted(at);
        code = at < text.length ? text.charCodeAt(at) : LINE_BREAK;
      } else {
        while (code !== separator && code !== LINE_BREAK && at < text.length) code = text.charCodeAt(++at);
      }
      if (count < columns) {
        this.#starts[count] = begin;
        this.#ends[count] = at;
      }
      count += 1;
      at += 1;
      if (code !== separator) break;
    }
    this.count = count;
    this.end = at - 1;
    this.#next = at;
    this.#nextLine += 1;
    return true;
  }

  /** The cell of a column, its quotation marks taken off; "" where the record ends before it. */
  cell(column: number): string {
    if (column >= this.count) return "";
    const [start = 0, end = 0] = [this.#starts[column], this.#ends[column]];
    const text = this.#text;
    if (text.charCodeAt(start) !== QUOTE) return text.slice(start, end);
    const quoted = text.slice(start + 1, text.lastIndexOf('"', end - 1));
    return quoted.includes('"') ? quoted.replaceAll('""', '"') : quoted;
  }

  /** Where the separator or line break after a quoted cell stands. */
  #endOfQuoted(opening: number): number {
    const text = this.#text;
    for (let at = text.indexOf('"', opening + 1); at !== -1; at = text.indexOf('"', at + 1)) {
      let after = at + 1;
      if (text.charCodeAt(after) === QUOTE) {
        at = after;
        continue;
      }
      while (text.charCodeAt(after) === SPACE && this.#separator !== SPACE) after += 1;
      const code = after < text.length ? text.charCodeAt(after) : LINE_BREAK;
      if (code === this.#separator || code === LINE_BREAK) {
        this.#countLines(opening, at);
        return after;
      }
      if (this.wrongQuote === -1) this.wrongQuote = opening + 1;
    }
    if (this.wrongQuote === -1) this.wrongQuote = opening + 1;
    this.#countLines(opening, text.length);
    return text.length;
  }

  #countLines(from: number, to: number): void {
    for (let at = this.#text.indexOf("\n", from); at !== -1 && at < to; at = this.#text.indexOf("\n", at + 1))
      this.#nextLine += 1;
  }
}
