/** How a results file writes a percentage of 72: "72%", "72" or "0.72". */
export type Notation = "sign" | "whole" | "fraction";

/** Ten-thousandths of a percentage point: 46.3 is 463,000. Whole numbers, so that comparing with a floor is exact. */
const UNITS_PER_POINT = 10_000;
const DECIMAL_PLACES = 4;
const MAX_REMEMBERED_CELLS = 10_000;

const numberPattern = /^(-?)(\d{1,15})(?:\.(\d{1,30}))?\s*(%?)$/;

/** Codes that the Department prints where there is no value; none of them ever counts as a number. */
export const publishedCodes: ReadonlySet<string> = new Set([
  "SUPP",
  "NE",
  "NA",
  "N/A",
  "NP",
  "LT11",
  "IA",
  "NOTREQ",
  "NEW",
  "LOWCOV",
  "DNS",
  "NULL",
]);

/** A value of at most 4 decimal places ("72", "46.3"), as whole ten-thousandths of a point. Throws on other text. */
export function toUnits(value: string): number {
  const match = numberPattern.exec(value);
  const decimals = match?.[3] ?? "";
  if (!match || match[4] || decimals.length > DECIMAL_PLACES) throw new RangeError(`Not a percentage: ${value}`);
  const units = Number(match[2]) * UNITS_PER_POINT + Number(decimals.padEnd(DECIMAL_PLACES, "0"));
  return match[1] ? -units : units;
}

/** The opposite of toUnits: 463,000 is "46.3". */
export function fromUnits(units: number): string {
  const size = Math.abs(units);
  const decimals = String(size % UNITS_PER_POINT)
    .padStart(DECIMAL_PLACES, "0")
    .replace(/0+$/, "");
  return `${units < 0 ? "-" : ""}${Math.floor(size / UNITS_PER_POINT)}${decimals && `.${decimals}`}`;
}

/** Negative where a is below b, 0 where they are equal. */
export function compareValues(a: string, b: string): number {
  return toUnits(a) - toUnits(b);
}

/** Cells of a file repeat: reading each different one once halves the time that a national file takes. */
export function makeCellReader(notation: Notation): (cell: string) => CellReading {
  const readings = new Map<string, CellReading>();
  return (cell) => {
    const known = readings.get(cell);
    if (known) return known;
    const reading = readPublishedValue(cell, notation);
    if (readings.size < MAX_REMEMBERED_CELLS) readings.set(cell, reading);
    return reading;
  };
}

/**
 * Which notation a file uses, from its own cells: the commonest among those that can mean only one thing.
 * 0 and 1 without a sign prove nothing; a file with no other evidence takes its layout's usual notation.
 */
export function detectNotation(cells: Iterable<string>, usual: Notation): Notation {
  const seen = { sign: 0, whole: 0, fraction: 0 };
  const known = new Map<string, Notation | null>();
  for (const cell of cells) {
    let proven = known.get(cell);
    if (proven === undefined) {
      proven = provenNotation(cell);
      if (known.size < MAX_REMEMBERED_CELLS) known.set(cell, proven);
    }
    if (proven) seen[proven] += 1;
  }
  const most = Math.max(seen.sign, seen.whole, seen.fraction);
  if (most === 0 || seen[usual] === most) return usual;
  return seen.sign === most ? "sign" : seen.whole === most ? "whole" : "fraction";
}

function provenNotation(cell: string): Notation | null {
  const match = numberPattern.exec(cell);
  if (!match || match[1]) return null;
  if (match[4]) return "sign";
  if (Number(match[2]) > 1) return "whole";
  return Number(match[2]) === 0 && Number(match[3] ?? 0) > 0 ? "fraction" : null;
}

export type CellReading = { value: string; code: null } | { value: null; code: string } | { problem: string };

/**
 * One cell of a results file, trimmed: an exact percentage from 0 to 100, a published code ("" for a blank), or the
 * problem in words. Nothing is rounded, and a number in another notation than the file's is refused, because reading
 * 0.72 as less than 1% would put a school below the floor.
 */
export function readPublishedValue(cell: string, notation: Notation): CellReading {
  if (cell === "") return { value: null, code: "" };
  const match = numberPattern.exec(cell);
  if (!match) {
    const code = cell.toUpperCase();
    if (publishedCodes.has(code)) return { value: null, code };
    return { problem: "Must be a percentage or a published code such as SUPP" };
  }
  const written = match[4] ? "sign" : notation;
  if (match[1]) return { problem: outOfRange[written] };
  if (!match[4] && notation === "sign")
    return { problem: "Must have a % sign, like the other percentages in this file" };

  const decimals = (match[3] ?? "").replace(/0+$/, "");
  const places = written === "fraction" ? DECIMAL_PLACES + 2 : DECIMAL_PLACES;
  if (decimals.length > places) return { problem: `Must have at most ${places} decimal places` };
  const units = Number(match[2]) * 10 ** places + Number(decimals.padEnd(places, "0"));
  if (units > 100 * UNITS_PER_POINT) return { problem: outOfRange[written] };
  if (!match[4] && notation === "whole" && units > 0 && units < UNITS_PER_POINT) {
    return { problem: "Must be a whole percentage such as 72, like the other percentages in this file" };
  }
  return { value: fromUnits(units), code: null };
}

const outOfRange: Readonly<Record<Notation, string>> = {
  sign: "Must be between 0% and 100%",
  whole: "Must be between 0 and 100",
  fraction: "Must be between 0 and 1, like the other percentages in this file",
};
