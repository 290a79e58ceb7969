import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { bytesOf, columns, fictionalCouncils, fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import { readResultsFile } from "./read-results-file";
import { fullStrength, reached } from "~/platform/reached.fixture";

let tried = 0;
/** How many files to try: some for every run of the tests, all that the promise names at full strength. */
const runs = (some: number, all: number): number => {
  const wanted = fullStrength ? all : some;
  tried += wanted;
  return wanted;
};
afterAll(() => reached(8, `${tried} files read: each damaged cell and row named by line and column, no crash`));

const read = (bytes: Uint8Array) =>
  readResultsFile({ bytes, filename: "results.csv", councilCodes: fictionalCouncils });

const percentage = fc.integer({ min: 0, max: 100 }).map((value) => `${value}%`);
const code = fc.constantFrom("SUPP", "NE", "NA", "N/A", "NP", "LT11", "IA", "NOTREQ", "");
const cell = fc.oneof({ weight: 3, arbitrary: percentage }, { weight: 1, arbitrary: code });
const name = fc.constantFrom("Oak Primary School", "St Zoë's, Newtown", 'The "Old" School', "Two\nLines School");

const rows = fc
  .array(fc.record({ SCHNAME: name, PTENGMATX23: cell, PTENGMATX24: cell, PTENGMATX25: cell, PTENGMATX26: cell }), {
    minLength: 2,
    maxLength: 12,
  })
  .map((list) => list.map((row, index) => fictionalRow(index + 1, { PTENGMATX: row.PTENGMATX26, ...row })));

/** Text that no column used here accepts, whatever the other rows hold. */
const damage = fc.constantFrom(
  "?",
  "12,5",
  "-4%",
  "101%",
  "<b>",
  "\u0007",
  "#REF!",
  "1e2%",
  "0x1F",
  "=1+1",
  "NaN",
  "seven",
);
const damageable = fc.constantFrom("RECTYPE", "LEA", "ESTAB", "URN", "NFTYPE", "ICLOSE", "PTENGMATX23", "PTENGMATX26");
const separator = fc.constantFrom(",", "\t", ";", "|");
const lineBreak = fc.constantFrom("\n", "\r\n", "\r");

/** The physical line of a row, counted from the text, not from the reader. */
const lineOf = (list: ReturnType<typeof fictionalRow>[], index: number) =>
  2 + list.slice(0, index).reduce((lines, row) => lines + row.SCHNAME.split("\n").length, 0);

describe("damaged results files", () => {
  it("gives back exactly the values and codes of a sound file", () => {
    fc.assert(
      fc.property(rows, separator, lineBreak, (list, separator, lineBreak) => {
        const outcome = read(bytesOf(fictionalCsv(list, { separator, lineBreak })));
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
        outcome.file.rows.forEach((row, index) => {
          const source = list[index];
          expect(row.line).toBe(lineOf(list, index));
          for (const { year, value, code } of row.results) {
            expect(value === null ? code : `${value}%`).toBe(source?.[`PTENGMATX${year - 2000}` as "PTENGMATX23"]);
          }
        });
        expect(outcome.file.rows).toHaveLength(list.length);
      }),
      { numRuns: runs(60, 1000) },
    );
  });

  it("names line, column and text of a damaged cell, wherever it is", () => {
    fc.assert(
      fc.property(
        rows,
        fc.nat(),
        damageable,
        damage,
        separator,
        lineBreak,
        (list, at, column, text, separator, lineBreak) => {
          const index = at % list.length;
          const damaged = list.map((row, other) => (other === index ? { ...row, [column]: text } : row));
          const outcome = read(bytesOf(fictionalCsv(damaged, { separator, lineBreak })));
          if (outcome.ok) throw new Error("The damaged file was accepted");
          const found = text.replace("\u0007", "\ufffd");
          const isNamed = outcome.errors.some(
            (error) => error.line === lineOf(list, index) && error.column === column && error.found === found,
          );
          if (!isNamed) throw new Error(JSON.stringify(outcome.errors));
        },
      ),
      { numRuns: runs(150, 3000) },
    );
  });

  it("names the line and a column of a row that is cut off or too long", () => {
    fc.assert(
      fc.property(
        rows,
        fc.nat(),
        fc.integer({ min: 1, max: columns.length - 1 }),
        fc.boolean(),
        (list, at, keep, isCut) => {
          const plain = list.map((row) => ({ ...row, SCHNAME: "Oak Primary School" }));
          const lines = fictionalCsv(plain).trimEnd().split("\n");
          const index = 1 + (at % plain.length);
          const cells = lines[index]?.split(",") ?? [];
          lines[index] = (isCut ? cells.slice(0, keep) : [...cells, "60%"]).join(",");
          const outcome = read(bytesOf(lines.join("\n")));
          if (outcome.ok) throw new Error("The damaged file was accepted");
          expect(outcome.errors[0]).toMatchObject({ line: index + 1, column: isCut ? columns[keep] : columns.at(-1) });
        },
      ),
      { numRuns: runs(80, 2000) },
    );
  });

  it("never throws and never accepts half, whatever bytes are changed, cut or put in", () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(
          fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }), kind: fc.constantFrom("set", "insert", "cut") }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        (list, changes) => {
          let bytes = [...bytesOf(fictionalCsv(list))];
          for (const { at, byte, kind } of changes) {
            const index = at % (bytes.length + 1);
            if (kind === "cut" && at % 5 === 0) bytes = bytes.slice(0, index);
            else bytes.splice(index, kind === "insert" ? 0 : 1, ...(kind === "cut" ? [] : [byte]));
          }
          const outcome = read(Uint8Array.from(bytes));
          if (outcome.ok) {
            for (const { value, code } of outcome.file.rows.flatMap(({ results }) => results)) {
              expect(value === null).not.toBe(code === null);
              if (value !== null) expect(value).toMatch(/^(100|\d{1,2})(\.\d{1,4})?$/);
            }
          } else {
            expect(outcome.errorCount).toBeGreaterThanOrEqual(outcome.errors.length);
            expect(outcome.errors.length).toBeGreaterThan(0);
            for (const { message } of outcome.errors) expect(message).toMatch(/^[A-Z]/);
          }
        },
      ),
      { numRuns: runs(250, 5000) },
    );
  });

  it("never throws on bytes of any kind", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(read(bytes).ok).toBe(false);
      }),
      { numRuns: runs(100, 2000) },
    );
  });
});
