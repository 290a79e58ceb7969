import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf, giasRow, listRow } from "./fictional-list.fixture";
import { bytesOf, fictionalCouncils, fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import type { ListRow } from "./read-list-row";
import { type ListOutcome, readSchoolList, type SchoolList } from "./read-school-list";
import { recogniseSchoolList } from "./recognise-school-list";

const read = (text: string | Uint8Array, filename = "schools-2026-11-20.csv"): ListOutcome =>
  readSchoolList({
    bytes: typeof text === "string" ? bytesOf(text) : text,
    filename,
    councilCodes: fictionalCouncils,
  });
function listOf(outcome: ListOutcome): SchoolList {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.list;
}
const rowOf = (outcome: ListOutcome): ListRow => {
  const [row] = listOf(outcome).rows;
  if (!row) throw new Error("no row");
  return row;
};
const errorsOf = (outcome: ListOutcome) => (outcome.ok ? [] : outcome.errors);

describe("a list of schools in the layout of 2016", () => {
  it("gives each school with its number, type, status, dates and links; a cell with a space is blank", () => {
    const rows = [
      listRow(1, { ICLOSE: "2", CLOSEDATE: "20260831", OTHERURN: "900002" }),
      listRow(2, { OPENDATE: "20260901", NFTYPE: "Academy - Converter Mainstream", OTHERURN: "900001" }),
      listRow(3, { ICLOSE: "3", ISPRIMARY: "1", ISSECONDARY: "1" }),
    ];
    const { rows: schools, layout } = listOf(read(csvOf(rows)));
    expect(layout.id).toBe("spine-2016");
    expect(schools).toMatchObject([
      { line: 2, urn: "900001", laestab: "0012001", status: "closed", open: false, closedOn: "2026-08-31" },
      { line: 3, openedOn: "2026-09-01", closedOn: null, mainstream: true, linkedUrns: ["900001"], phase: "primary" },
      { line: 4, status: "proposedToClose", open: true, openedOn: null, phase: "all-through", linkedUrns: [] },
    ]);
  });

  it("counts colleges, special and independent schools as schools that no floor is held against", () => {
    const types = {
      "Free School??- UTC": true,
      "Free School ?? Studio School": true,
      "Free School – Mainstream": true,
      "Academy  - Converter Special School": false,
      "Other Independent School": false,
      "General Further Education College": false,
      "Free School ?? 16-19": false,
    };
    const rows = Object.keys(types).map((NFTYPE, at) => listRow(at + 1, { NFTYPE }));
    const { rows: schools } = listOf(read(csvOf(rows)));
    expect(schools.map(({ mainstream }) => mainstream)).toEqual(Object.values(types));
  });

  it("is of the day in its name, else at the earliest of the last day on which something happened", () => {
    const text = csvOf([
      listRow(1, { ICLOSE: "2", CLOSEDATE: "20260831" }),
      listRow(2, { OPENDATE: "20260901" }),
      listRow(3, { ICLOSE: "3", CLOSEDATE: "20270831" }),
    ]);
    expect(listOf(read(text, "schools 14-11-2026.csv"))).toMatchObject({
      listedOn: "2026-11-14",
      listedOnIsEarliest: false,
    });
    expect(listOf(read(text, "schools_2026_spine.csv"))).toMatchObject({
      listedOn: "2026-09-01",
      listedOnIsEarliest: true,
    });
    expect(errorsOf(read(csvOf([listRow(1)]), "schools.csv"))).toMatchObject([
      { message: expect.stringMatching(/^The list does not say of which day it is/) as string },
    ]);
  });
});

describe("an extract of Get Information About Schools", () => {
  it("gives place, federation and status too, in Windows-1252 as in UTF-8", () => {
    const row = giasRow(1, {
      EstablishmentName: "École fictive d’Ashmere",
      "EstablishmentStatus (name)": "Open, but proposed to close",
      OpenDate: "01-09-2005",
      CloseDate: "31-08-2027",
      "Federations (name)": "The Fictional Federation",
      PredecessorURN: "900007, 900008",
    });
    const utf8 = read(csvOf([row], { lineBreak: "\r\n" }));
    expect(rowOf(utf8)).toMatchObject({
      name: "École fictive d’Ashmere",
      status: "proposedToClose",
      open: true,
      openedOn: "2005-09-01",
      closedOn: "2027-08-31",
      easting: 400_000,
      northing: 300_000,
      federation: "The Fictional Federation",
      predecessorUrns: ["900007", "900008"],
    });
    const ansi = Buffer.from(csvOf([row], { lineBreak: "\r\n" }).replace("’", "\u0092"), "latin1");
    expect(rowOf(read(ansi))).toEqual(rowOf(utf8));
  });

  it("needs no column but number, name, type and status", () => {
    const header = [
      "URN",
      "LA (code)",
      "EstablishmentNumber",
      "EstablishmentName",
      "TypeOfEstablishment (name)",
      "EstablishmentStatus (name)",
    ];
    expect(rowOf(read(csvOf([giasRow(1)], { header })))).toMatchObject({
      easting: null,
      federation: null,
      phase: null,
    });
    for (const missing of header.filter((column) => column !== "LA (code)" && !column.startsWith("EstablishmentS"))) {
      const outcome = read(csvOf([giasRow(1)], { header: header.filter((column) => column !== missing) }));
      expect(errorsOf(outcome), missing).toHaveLength(1);
    }
  });

  it("passes over what is not in England or has no number, if no floor is ever held against it", () => {
    const rows = [
      giasRow(1),
      giasRow(2, { "LA (code)": "671", "TypeOfEstablishment (name)": "Welsh establishment" }),
      giasRow(3, { EstablishmentNumber: "", "TypeOfEstablishment (name)": "Online provider" }),
    ];
    const { rows: schools, ignored } = listOf(read(csvOf(rows)));
    expect(schools).toHaveLength(1);
    expect(ignored).toEqual([
      { reason: "notInEngland", count: 1, lines: [3] },
      { reason: "noNumber", count: 1, lines: [4] },
    ]);
    expect(errorsOf(read(csvOf([giasRow(1), giasRow(2, { "LA (code)": "671" })])))).toMatchObject([
      { line: 3, column: "LA (code)", found: "671" },
    ]);
    expect(errorsOf(read(csvOf([giasRow(1, { EstablishmentNumber: "" })])))).toMatchObject([
      { line: 2, column: "EstablishmentNumber", found: "" },
    ]);
  });
});

describe("what is wrong with a list", () => {
  it.each([
    [{ URN: "12" }, "URN"],
    [{ ICLOSE: "4" }, "ICLOSE"],
    [{ NFTYPE: "School of magic" }, "NFTYPE"],
    [{ OPENDATE: "20260230" }, "OPENDATE"],
    [{ CLOSEDATE: "31/08/2026" }, "CLOSEDATE"],
    [{ OPENDATE: "20260901", CLOSEDATE: "20260831" }, "CLOSEDATE"],
    [{ OTHERURN: "none" }, "OTHERURN"],
    [{ SCHNAME: " " }, "SCHNAME"],
    [{ LA: "999" }, "LA"],
    [{ ESTAB: "12345" }, "ESTAB"],
  ])("is told by line and column, and nothing of it is taken: %j", (changes, column) => {
    const outcome = read(csvOf([listRow(1), listRow(2, changes)]));
    expect(errorsOf(outcome)).toMatchObject([{ line: 3, column }]);
  });

  it("is one URN on two lines, one coordinate without the other, a year that was expected, a table of results", () => {
    expect(errorsOf(read(csvOf([listRow(1), listRow(1)])))).toMatchObject([
      { line: 3, column: "URN", message: "The same school is on line 2" },
    ]);
    expect(errorsOf(read(csvOf([giasRow(1, { Northing: "" })])))).toMatchObject([{ line: 2, column: "Northing" }]);
    const expected = readSchoolList({ bytes: bytesOf(csvOf([listRow(1)])), filename: "a-2026-01-01.csv", year: 2026 });
    expect(errorsOf(expected)).toMatchObject([{ found: "2026" }]);
    expect(recogniseSchoolList(fictionalCsv([fictionalRow(1)]))).toBeNull();
    expect(errorsOf(read(fictionalCsv([fictionalRow(1)])))).toMatchObject([{ line: 1 }]);
  });

  it("is found whatever separator, line break and quotes the file has", () => {
    for (const separator of [",", "\t", ";", "|"]) {
      for (const lineBreak of ["\n", "\r\n", "\r"]) {
        const rows = [listRow(1, { SCHNAME: 'A "fictional"\nschool' }), listRow(2, { ICLOSE: "x" })];
        const outcome = read(csvOf(rows, { separator, lineBreak }));
        expect(errorsOf(outcome), JSON.stringify([separator, lineBreak])).toMatchObject([
          { line: 4, column: "ICLOSE" },
        ]);
        const good = read(csvOf([rows[0] ?? {}, listRow(2)], { separator, lineBreak }));
        expect(rowOf(good).name).toBe('A "fictional" school');
      }
    }
  });
});

describe("any list", () => {
  const blank = fc.constantFrom("", " ", "   ", "\u00a0");
  const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });

  it("keeps a date to the day, and reads every kind of blank cell as blank", () => {
    fc.assert(
      fc.property(fc.option(day), blank, blank, (opened, noDate, noUrn) => {
        const iso = opened?.toISOString().slice(0, 10) ?? null;
        const cells = { OPENDATE: iso?.replaceAll("-", "") ?? noDate, CLOSEDATE: noDate, OTHERURN: noUrn };
        const row = rowOf(read(csvOf([listRow(1, cells)])));
        expect(row).toMatchObject({ openedOn: iso, closedOn: null, linkedUrns: [] });
        const [year, month, date] = iso?.split("-") ?? [];
        const other = rowOf(read(csvOf([giasRow(1, { OpenDate: iso ? `${date}-${month}-${year}` : noDate })])));
        expect(other.openedOn).toBe(iso);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws, and gives either rows or errors, whatever is done to its bytes", () => {
    const whole = csvOf(Array.from({ length: 20 }, (_, at) => listRow(at + 1)));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(30), fc.string(), (at, length, put) => {
        const outcome = read(whole.slice(0, at) + put + whole.slice(at + length));
        if (outcome.ok) expect(outcome.list.rows.length).toBeGreaterThan(0);
        else expect(outcome.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
