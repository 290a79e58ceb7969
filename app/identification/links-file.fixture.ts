import { bytesOf } from "./fictional-results.fixture";
import { csvOf } from "./fictional-list.fixture";

export const urnOf = (number: number): string => String(900_000 + number);

/** A row of a file of links: school `number` has this link with school `other`. */
export const linkRow = (
  number: number,
  other: number,
  LinkType = "Predecessor",
  LinkEstablishedDate = "01-09-2026",
): Record<string, string> => ({
  URN: urnOf(number),
  LinkURN: urnOf(other),
  LinkName: `Fictional Primary School ${other}`,
  LinkType,
  LinkEstablishedDate,
});

/** Rows as the bytes of a file of links, with its header. */
export const linksBytes = (rows: readonly Readonly<Record<string, string>>[]): Uint8Array =>
  bytesOf(csvOf(rows, { header: ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"] }));
