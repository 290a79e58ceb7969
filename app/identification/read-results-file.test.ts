import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bytesOf, columns, fictionalCouncils, fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import { readResultsFile } from "./read-results-file";
import type { ReadRequest } from "./read-results-file";
import { describeRowError } from "./row-error";

const read = (text: string, request: Partial<ReadRequest> = {}) =>
  readResultsFile({ bytes: bytesOf(text), filename: "results.csv", councilCodes: fictionalCouncils, ...request });

function fileOf(...parameters: Parameters<typeof read>) {
  const outcome = read(...parameters);
  if (!outcome.ok) throw new Error(outcome.errors.map(describeRowError).join("\n"));
  return outcome.file;
}

function errorsOf(...parameters: Parameters<typeof read>) {
  const outcome = read(...parameters);
  if (outcome.ok) throw new Error("The file was accepted");
  return outcome.errors;
}

describe("readResultsFile", () => {
  it("reads a school, its own year once and the earlier years", () => {
    const text = fictionalCsv([fictionalRow(1, { PTENGMATX23: "SUPP", PTENGMATX24: "", PTENGMATX26: "48.5%" })]);
    const file = fileOf(text);
    expect(file).toMatchObject({
      layout: { id: "ks2-2011", phase: "primary" },
      year: 2026,
      years: [2023, 2024, 2025, 2026],
    });
    expect(file.rows).toEqual([
      {
        line: 2,
        urn: "900001",
        laestab: "0012001",
        councilCode: "001",
        name: "Fictional Primary School 1",
        schoolType: "CY",
        provision: "mainstream",
        mainstream: true,
        open: true,
        town: "Newtown",
        postcode: "ZZ1 1ZZ",
        eligiblePupils: 30,
        convertedToUrn: null,
        results: [
          { measure: "ks2-l4-em", year: 2023, value: null, code: "SUPP" },
          { measure: "ks2-l4-em", year: 2024, value: null, code: "" },
          { measure: "ks2-l4-em", year: 2025, value: "60", code: null },
          { measure: "ks2-l4-em", year: 2026, value: "48.5", code: null },
        ],
      },
    ]);
  });

  it.each([",", "\t", ";", "|"])(
    "reads the separator %j, quoted names that hold it, and every line break",
    (separator) => {
      const rows = [fictionalRow(1, { SCHNAME: `St Zoë${separator} "Upper"\r\nSchool` }), fictionalRow(2)];
      const text = fictionalCsv(rows, { separator, lineBreak: "\r\n" });
      expect(fileOf(text).rows.map(({ name, line }) => [name, line])).toEqual([
        [`St Zoë${separator.trim() === "" ? "" : separator} "Upper" School`, 2],
        ["Fictional Primary School 2", 4],
      ]);
    },
  );

  it("takes a title and blank lines above the header, .gz, any case, and codes that lost their zeros", () => {
    const csv = fictionalCsv([fictionalRow(1, { LEA: "1", ESTAB: "26" })]);
    const text = `Key stage 2 results,,\n\n${csv.replace("RECTYPE,ALPHAIND,LEA", "RecType,AlphaInd,Lea")}\n , ,\n`;
    const outcome = read("", { bytes: gzipSync(text) });
    expect(outcome).toMatchObject({ ok: true, file: { rows: [{ line: 4, laestab: "0010026" }] } });
  });

  it("keeps special and independent schools but never as mainstream, and totals never as schools", () => {
    const file = fileOf(
      fictionalCsv([
        fictionalRow(1, { RECTYPE: "2", NFTYPE: "CYS" }),
        fictionalRow(2, { RECTYPE: "2", NFTYPE: "AC" }),
        fictionalRow(3, { NFTYPE: "IND" }),
        fictionalRow(4, { ICLOSE: "1" }),
        fictionalRow(5, { ICLOSE: " " }),
        fictionalRow(6, { RECTYPE: "3", URN: "", ESTAB: "", SCHNAME: "Northland", NFTYPE: "", ICLOSE: "" }),
        fictionalRow(7, { RECTYPE: "4", LEA: "", URN: "", ESTAB: "", SCHNAME: "NATIONAL", NFTYPE: "" }),
      ]),
    );
    expect(file.rows.map(({ provision, mainstream, open }) => [provision, mainstream, open])).toEqual([
      ["special", false, true],
      ["special", false, true],
      ["independent", false, true],
      ["mainstream", true, false],
      ["mainstream", true, true],
    ]);
    expect(file.totals).toMatchObject([
      { line: 7, kind: "council", councilCode: "001" },
      { line: 8, kind: "national", councilCode: null },
    ]);
    expect(file.ignored).toEqual([
      { reason: "councilTotal", count: 1, lines: [7] },
      { reason: "nationalTotal", count: 1, lines: [8] },
    ]);
  });

  it("takes blanks that a row leaves off only in a layout that does so", () => {
    const header = [...columns.slice(0, 11), "PTRWM_EXP", "PTRWM_EXP_25"];
    const short = fictionalCsv([fictionalRow(1)], { header: columns.slice(0, 11) }).split("\n")[1];
    const full = `${short?.replaceAll("900001", "900002").replaceAll("2001", "2002")},72%,SUPP`;
    const file = fileOf(`${header.join(",")}\n${short}\n${full}\n`);
    expect(file).toMatchObject({ layout: { id: "ks2-2016" }, year: 2026, years: [2025, 2026] });
    expect(file.rows.map(({ results }) => results.map(({ value, code }) => value ?? code))).toEqual([
      ["", ""],
      ["SUPP", "72"],
    ]);
    expect(errorsOf(`${fictionalCsv([])}${short}\n`)).toMatchObject([{ line: 2, column: "PTENGMATX", found: "30" }]);
  });

  it("counts and places the rows of a list that has no council for them", () => {
    const file = fileOf(
      "URN,LEA,SCHNAME,NFTYPE,PTENGMATX\n900001,001,One Primary School,Community School,88\n900002,,Two Primary School,Academy,54\n",
      { filename: "ks2_2011_list.csv" },
    );
    expect(file).toMatchObject({ layout: { id: "ks2-list" }, year: 2011, rows: [{ urn: "900001", laestab: null }] });
    expect(file.ignored).toEqual([{ reason: "noCouncil", count: 1, lines: [3] }]);
  });

  it("knows England's councils unless told of others", () => {
    const text = fictionalCsv([fictionalRow(1)]);
    expect(errorsOf(text, { councilCodes: undefined })).toMatchObject([{ line: 2, column: "LEA", found: "001" }]);
    expect(read(text.replaceAll(",001,", ",318,"), { councilCodes: undefined }).ok).toBe(true);
  });

  it("reports progress up to the whole file", () => {
    const shares: number[] = [];
    const rows = Array.from({ length: 2500 }, (_, index) => fictionalRow(index + 1));
    fileOf(fictionalCsv(rows), { onProgress: ({ share }) => shares.push(share) });
    expect(shares.length).toBe(3);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
  });
});

describe("the year of a file", () => {
  const list = "URN,LEA,SCHNAME,NFTYPE,PTENGMATX\n900001,001,One Primary School,Academy,88\n";

  it.each([
    ["ks2_2011.csv", 2011],
    ["ks2_2016-2017_850.csv", 2017],
    ["KS2 2016-17.csv", 2017],
    ["2023_24.csv", 2024],
  ])("is read from the name %s as %i where no column names it", (filename, year) => {
    expect(fileOf(list, { filename }).year).toBe(year);
  });

  it("is what the caller says where the columns are silent, and asked for where nobody says", () => {
    expect(fileOf(list, { year: 2013 }).year).toBe(2013);
    expect(errorsOf(list)).toMatchObject([{ line: 1, column: "PTENGMATX", found: "results.csv" }]);
  });

  it("refuses a file whose columns name another year than the caller expects", () => {
    const errors = errorsOf(fictionalCsv([fictionalRow(1)]), { year: 2025 });
    expect(errors).toMatchObject([{ line: 1, column: "PTENGMATX26", found: "2026", message: /for 2026, not 2025/ }]);
  });
});

describe("a damaged file", () => {
  it.each<[string, Partial<ReturnType<typeof fictionalRow>>, string, string]>([
    ["record type", { RECTYPE: "9" }, "RECTYPE", "9"],
    ["council", { LEA: "31B" }, "LEA", "31B"],
    ["blank council", { LEA: "" }, "LEA", ""],
    ["unknown council", { LEA: "999" }, "LEA", "999"],
    ["URN", { URN: "12" }, "URN", "12"],
    ["establishment", { ESTAB: "20001" }, "ESTAB", "20001"],
    ["blank name", { SCHNAME: " " }, "SCHNAME", ""],
    ["name with a control character", { SCHNAME: "A\u0000B" }, "SCHNAME", "A\ufffdB"],
    ["school type", { NFTYPE: "ZZZ" }, "NFTYPE", "ZZZ"],
    ["closed flag", { ICLOSE: "3" }, "ICLOSE", "3"],
    ["value", { PTENGMATX24: "abc" }, "PTENGMATX24", "abc"],
    ["value above 100", { PTENGMATX24: "720%" }, "PTENGMATX24", "720%"],
    ["value without its sign", { PTENGMATX24: "7" }, "PTENGMATX24", "7"],
    ["value that differs from its repetition", { PTENGMATX: "60%", PTENGMATX26: "16%" }, "PTENGMATX26", "16%"],
    ["value beside a code", { PTENGMATX: "SUPP", PTENGMATX26: "16%" }, "PTENGMATX26", "16%"],
  ])("names the line, the column and what was found: %s", (_name, changes, column, found) => {
    const errors = errorsOf(fictionalCsv([fictionalRow(1), fictionalRow(2, changes), fictionalRow(3)]));
    expect(errors).toMatchObject([{ line: 3, column, found }]);
  });

  it("takes a value or code of the file's own year from whichever column has it", () => {
    const rows = [
      fictionalRow(1, { PTENGMATX: "", PTENGMATX26: "NA" }),
      fictionalRow(2, { PTENGMATX: "49%", PTENGMATX26: "" }),
    ];
    expect(fileOf(fictionalCsv(rows)).rows.map(({ results }) => results.at(-1))).toMatchObject([
      { year: 2026, code: "NA" },
      { year: 2026, value: "49" },
    ]);
  });

  it("refuses a school that stands twice, but not a closed school beside the academy that took its number", () => {
    const twice = errorsOf(fictionalCsv([fictionalRow(1), fictionalRow(2), fictionalRow(1)]));
    expect(twice).toMatchObject([{ line: 4, column: "URN", found: "900001", message: /line 2/ }]);
    const numberTwice = errorsOf(fictionalCsv([fictionalRow(1), fictionalRow(2, { ESTAB: "2001" })]));
    expect(numberTwice).toMatchObject([{ line: 3, column: "ESTAB", found: "0012001" }]);
    const successor = [fictionalRow(1, { ICLOSE: "1" }), fictionalRow(2, { ESTAB: "2001", NFTYPE: "AC" })];
    expect(fileOf(fictionalCsv(successor)).rows).toHaveLength(2);
  });

  it("names a row that runs past the header, and the line of a quotation mark that is never closed", () => {
    const [header, first, second, third] = fictionalCsv([1, 2, 3].map((number) => fictionalRow(number))).split("\n");
    const long = errorsOf([header, first, second?.replace("Primary", "Primary,"), third].join("\n"));
    expect(long).toMatchObject([{ line: 3, column: "PTENGMATX26", found: "60%" }]);
    const quote = errorsOf([header, first, second?.replace("Fictional", '"Fictional'), third].join("\n"));
    expect(quote).toMatchObject([{ line: 3, column: "SCHNAME", message: /quotation mark/ }]);
    const below = errorsOf(
      [header, first, second?.replace("Fictional Primary", '"Two\nLines",').replace("Newtown", '"Newtown')].join("\n"),
    );
    expect(below[0]).toMatchObject({ line: 4, message: /quotation mark/ });
    const mangled = errorsOf([header, first, second?.replace("Fictional", '"Fic"tional'), third].join("\n"));
    expect(mangled).toMatchObject([{ line: 3, column: "SCHNAME", message: /quotation mark/ }]);
  });

  it.each([
    ["RECTYPE", ["RECTYPE"]],
    ["LEA", ["LEA"]],
    ["SCHNAME", ["SCHNAME"]],
    ["URN", ["URN", "ESTAB"]],
    ["PTENGMATX", columns.filter((name) => name.startsWith("PTENGMATX"))],
  ])("names the missing column %s", (column, without) => {
    const header = columns.filter((name) => !without.includes(name));
    const [error] = errorsOf(fictionalCsv([fictionalRow(1)], { header }));
    expect(error?.line).toBe(1);
    expect(error?.column).toContain(column);
    expect(error?.message).toMatch(new RegExp(`^The file has no column .*${column}`));
  });

  it("refuses a needed column that stands twice, a file that is no results table, and one without schools", () => {
    const text = fictionalCsv([fictionalRow(1)]);
    expect(errorsOf(text.replace("ALPHAIND", "URN"))).toMatchObject([
      { line: 1, column: "URN", message: /more than once/ },
    ]);
    expect(errorsOf("fruit,colour\napple,red\n")).toMatchObject([{ line: 1, found: "fruit,colour" }]);
    expect(errorsOf(fictionalCsv([]))).toMatchObject([{ line: null, message: "The file has no schools in it" }]);
  });

  it("keeps every error", () => {
    const rows = Array.from({ length: 300 }, (_, index) => fictionalRow(index + 1, { PTENGMATX24: "?" }));
    const outcome = read(fictionalCsv(rows));
    expect(outcome).toMatchObject({ ok: false, errorCount: 300, errors: { length: 300 } });
  });

  it("says it in a sentence", () => {
    const [error] = errorsOf(fictionalCsv([fictionalRow(1, { PTENGMATX24: "abc" })]));
    expect(error && describeRowError(error)).toBe(
      "Line 2, column PTENGMATX24: must be a percentage or a published code such as SUPP. Found “abc”",
    );
  });
});
