import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFile } from "./decode-file";
import { findCircles } from "./find-circles";
import { csvOf } from "./fictional-list.fixture";
import { bytesOf } from "./fictional-results.fixture";
import { findFileKind } from "./file-kinds.server";
import { linkRow, linksBytes } from "./links-file.fixture";
import { type LinksOutcome, readLinksText } from "./read-links-file";

function read(bytes: Uint8Array, year?: number): LinksOutcome {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return { ok: false, errors: [], errorCount: 1 };
  const turns = readLinksText({ ...decoded, year });
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}
const problems = (outcome: LinksOutcome) =>
  outcome.ok ? [] : outcome.errors.map(({ line, column, found, message }) => [line, column, found, message]);
const text = (rows: Parameters<typeof csvOf>[0], options = {}) => bytesOf(csvOf(rows, options));

describe("a file of links", () => {
  it("is known by its header, whatever the separator, the case and the order of its columns", () => {
    expect(findFileKind(csvOf([linkRow(2, 1)]))).toBe("links");
    const header = ["linkestablisheddate", "LINKTYPE", "linkurn", "URN", "Other"];
    expect(findFileKind(`${header.join("\t")}\r\n`)).toBe("links");
    expect(findFileKind("URN,LinkURN,LinkName,LinkEstablishedDate\n")).toBe("links");
    expect(findFileKind("URN,LA (code),EstablishmentName,EstablishmentStatus (name)\n")).toBe("schools");
    expect(findFileKind("URN,SCHNAME,PTRWM_EXP\n")).toBe("results");
  });

  it("says the earlier and the later school, from whichever side the row is", () => {
    const rows = [linkRow(2, 1), linkRow(1, 2, " successor "), linkRow(3, 4, "Predecessor - Split School", "")];
    const outcome = read(linksBytes(rows));
    expect(outcome.ok && outcome.file.rows).toMatchObject([
      { line: 2, fromUrn: "900001", toUrn: "900002", plain: true, establishedOn: "2026-09-01" },
      { line: 3, fromUrn: "900001", toUrn: "900002", plain: true },
      { line: 4, fromUrn: "900004", toUrn: "900003", plain: false, establishedOn: null },
    ]);
  });

  it("is read in Windows-1252 as in UTF-8, with names that hold line breaks", () => {
    const name = "St Zoë’s\nSchool";
    const content = csvOf([{ ...linkRow(2, 1), LinkName: name }], { lineBreak: "\r\n" });
    const windows = Buffer.from(content.replaceAll("’", "\x92"), "latin1");
    for (const bytes of [bytesOf(content), bytesOf(`\uFEFF${content}`), windows]) {
      const outcome = read(bytes);
      expect(outcome.ok && outcome.file.rows[0]?.linkName).toBe("St Zoë’s School");
    }
  });

  it("keeps kinds that are not used without asking what their cells hold", () => {
    const rows = [{ ...linkRow(2, 1), LinkType: "Does not have links", LinkURN: "", LinkEstablishedDate: "unknown" }];
    const outcome = read(linksBytes(rows));
    expect(outcome.ok && outcome.file.rows).toMatchObject([
      { linkType: "Does not have links", fromUrn: null, toUrn: null },
    ]);
  });
});

describe("a damaged file of links is refused whole, with line, column and reason:", () => {
  it.each([
    { what: "a date that is none", row: linkRow(2, 1, "Predecessor", "31-02-2026"), column: "LinkEstablishedDate" },
    {
      what: "a date the other way round",
      row: linkRow(2, 1, "Predecessor", "2026-09-01"),
      column: "LinkEstablishedDate",
    },
    { what: "the same school twice", row: linkRow(2, 2), column: "LinkURN", message: "Must not be the school itself" },
    { what: "a URN that is no number", row: { ...linkRow(2, 1), URN: "9000O2" }, column: "URN" },
    { what: "a LinkURN that is no number", row: { ...linkRow(2, 1), LinkURN: "" }, column: "LinkURN" },
    { what: "no kind of link", row: linkRow(2, 1, ""), column: "LinkType" },
    { what: "a character that can't be read", row: { ...linkRow(2, 1), LinkName: "a\u0000b" }, column: "LinkName" },
  ])("$what", ({ row, column, message }) => {
    const outcome = read(linksBytes([linkRow(4, 3), row]));
    expect(problems(outcome)).toEqual([[3, column, expect.any(String), message ?? expect.any(String)]]);
  });

  it.each(["URN", "LinkURN", "LinkType", "LinkEstablishedDate"])("no column %s", (missing) => {
    const { [missing]: _, ...row } = linkRow(2, 1);
    expect(problems(read(text([row])))).toEqual([
      [1, missing, expect.any(String), `The file has no column ${missing}`],
    ]);
  });

  it("a column twice, a year that is asked for, and no rows", () => {
    const twice = bytesOf("URN,LinkURN,LinkType,LinkType,LinkEstablishedDate\n900002,900001,Predecessor,Successor,\n");
    expect(problems(read(twice))).toEqual([
      [1, "LinkType", expect.any(String), expect.stringMatching(/more than once/)],
    ]);
    expect(problems(read(linksBytes([linkRow(2, 1)]), 2026))).toEqual([
      [null, null, "2026", expect.stringMatching(/leave the year blank/)],
    ]);
    expect(problems(read(linksBytes([])))).toEqual([[null, null, null, "The file has no links in it"]]);
  });

  it("links round in a circle, of two or of more, and no other link", () => {
    expect(problems(read(linksBytes([linkRow(2, 1), linkRow(2, 1, "Successor"), linkRow(4, 3)])))).toMatchObject([
      [2, "LinkURN", "900001", expect.stringMatching(/round in a circle/)],
      [3, "LinkURN", "900001", expect.any(String)],
    ]);
    const three = [linkRow(2, 1), linkRow(3, 2), linkRow(1, 3), linkRow(4, 3), linkRow(1, 5)];
    expect(problems(read(linksBytes(three))).map(([line]) => line)).toEqual([2, 3, 4]);
  });

  it("and never throws, whatever is done to its bytes", () => {
    const whole = linksBytes([linkRow(2, 1), linkRow(1, 2, "Successor"), linkRow(3, 4, "Expansion")]);
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.nat(30), fc.uint8Array({ maxLength: 20 }));
    fc.assert(
      fc.property(damage, ([at, cut, put]) => {
        const bytes = Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + cut)]);
        const outcome = read(bytes);
        if (!outcome.ok) expect(outcome.errorCount).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("circles", () => {
  it("are those edges whose end leads back to their beginning, in any graph", () => {
    const edges = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const all = pairs.map(([from, to]) => ({ from: String(from), to: String(to) }));
        const leadsTo = (from: string, wanted: string) => {
          const seen = new Set([from]);
          for (const node of seen) for (const edge of all) if (edge.from === node) seen.add(edge.to);
          return seen.has(wanted);
        };
        const isInCircle = findCircles(all);
        for (const edge of all) expect(isInCircle(edge)).toBe(leadsTo(edge.to, edge.from));
      }),
    );
  });

  it("of a hundred thousand schools are found without running out of stack", () => {
    const count = 100_000;
    const edges = Array.from({ length: count }, (_, at) => ({ from: String(at), to: String((at + 1) % count) }));
    const isInCircle = findCircles(edges);
    expect(edges.every(isInCircle)).toBe(true);
  });
});
