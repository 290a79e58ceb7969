const pattern = /^£?\s*(\d{1,3}(?:,\d{3})*|\d{1,9})(?:\.(\d{1,2}))?$/;

/** The most that one amount may be, in pence: a hundred million pounds is a slip of the keyboard. */
const MOST_PENCE = 100_000_000_00;

/** An amount as typed ("12,500", "£12,500.5") in whole pence, or null where it is not one. */
export function readPounds(typed: string): number | null {
  const match = pattern.exec(typed.trim());
  if (!match) return null;
  const pence = Number((match[1] ?? "").replaceAll(",", "")) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return pence <= MOST_PENCE ? pence : null;
}

/** Whole pence as they stand in a form's field: 1250050 is "12500.50", 1250000 is "12500". */
export function penceToTyped(pence: number): string {
  const rest = pence % 100;
  return `${Math.floor(pence / 100)}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
}
