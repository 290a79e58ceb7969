import { expect, it } from "vitest";
import { decodeFile } from "~/identification/decode-file";
import { type LinksOutcome, readLinksText } from "~/identification/read-links-file";
import { demonstrationLinks } from "./links-file";

it("writes links that can be read: one from both sides, a split, and kinds that are not used, the same at each call", () => {
  const { bytes } = demonstrationLinks(2026);
  expect(demonstrationLinks(2026)).toEqual(demonstrationLinks(2026));
  const decoded = decodeFile(Buffer.from(bytes));
  if (!decoded.ok) throw new Error("It is no text");
  const turns = readLinksText(decoded);
  let outcome: LinksOutcome | undefined;
  while (!outcome) {
    const turn = turns.next();
    if (turn.done) outcome = turn.value;
  }
  const rows = outcome.ok ? outcome.file.rows : [];
  expect(rows).toHaveLength(9);
  expect(new Set(rows.filter(({ toUrn }) => toUrn).map(({ fromUrn, toUrn }) => `${fromUrn} ${toUrn}`)).size).toBe(4);
  expect(rows.filter(({ toUrn, plain }) => toUrn && !plain)).toHaveLength(4);
});
