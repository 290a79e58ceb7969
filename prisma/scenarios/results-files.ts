import { randomFrom } from "./random";
import { type FictionalSchool, listFictionalSchools } from "./school-register";

/** `year` is null where the file is not of a year. */
export type FileToUpload = { filename: string; bytes: Uint8Array; year: number | null };
export type ResultsFileToUpload = FileToUpload & { year: number };

/** The URN that the converted school has as an academy. */
export const academyUrn = "999001";

type Cells = Record<string, string>;

const yearColumn = (year: number) => `PTENGMATX${String(year % 100).padStart(2, "0")}`;

const columnsOf = (years: readonly number[]) => [
  ..."RECTYPE ALPHAIND LEA ESTAB URN SCHNAME TOWN PCODE URN_AC NFTYPE ICLOSE TELIG PTENGMATX".split(" "),
  ...years.map(yearColumn),
];

function cellsOf(school: FictionalSchool, years: readonly number[], back: number): Cells {
  const { councilCode, establishment, urn, name, town, postcode, type, recordType, pupils } = school;
  const published = (at: number) => school.published[at] ?? "";
  const latest = years.length - 1;
  const figures = years.map((year, at): [string, string] => [yearColumn(year), published(back + latest - at)]);
  return {
    RECTYPE: recordType,
    LEA: councilCode,
    ESTAB: establishment,
    URN: urn,
    SCHNAME: name,
    TOWN: town,
    PCODE: postcode,
    NFTYPE: type,
    ICLOSE: back === 0 && ["closed", "converted"].includes(school.story) ? "1" : "0",
    URN_AC: back === 0 && school.story === "converted" ? academyUrn : "",
    TELIG: String(pupils),
    PTENGMATX: published(back),
    ...Object.fromEntries(figures),
  };
}

/** The academy that a converted school became: its first year under its new number. */
function academyOf(school: FictionalSchool, years: readonly number[]): Cells {
  const before = years.slice(0, -1).map((year): [string, string] => [yearColumn(year), "NEW"]);
  return {
    ...cellsOf({ ...school, urn: academyUrn, type: "ACC", published: ["49%"] }, years, 0),
    ICLOSE: "0",
    URN_AC: "",
    SCHNAME: school.name.replace(/ \w+ School$/, " Academy"),
    ...Object.fromEntries(before),
  };
}

function totalRow(recordType: "3" | "5", councilCode: string, rows: readonly Cells[], years: readonly number[]): Cells {
  const mean = (column: string) => {
    const values = rows.flatMap((row) => (row[column]?.endsWith("%") ? [Number.parseInt(row[column], 10)] : []));
    return `${Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length))}%`;
  };
  return {
    RECTYPE: recordType,
    LEA: councilCode,
    ICLOSE: "0",
    ...Object.fromEntries(["PTENGMATX", ...years.map(yearColumn)].map((column) => [column, mean(column)])),
  };
}

function toCsv(rows: readonly Cells[], columns: readonly string[]): Uint8Array {
  const lines = rows.map((row, at) => columns.map((column) => (column === "ALPHAIND" ? at + 1 : (row[column] ?? ""))));
  return new TextEncoder().encode([columns, ...lines].map((cells) => `${cells.join(",")}\r\n`).join(""));
}

/**
 * The key stage 2 results that the Department would publish for `year`, with the three years before, in its own layout
 * of 2012: schools in the order of councils, a total for each council, and the national one. `back` is how many years
 * lie between it and the latest that the made-up schools have figures for.
 */
function resultsFile(year: number, back: 0 | 1): ResultsFileToUpload {
  const years = [year - 3, year - 2, year - 1, year];
  const schools = listFictionalSchools();
  const rows = schools.flatMap((school) => {
    const own = cellsOf(school, years, back);
    return back === 0 && school.story === "converted" ? [own, academyOf(school, years)] : [own];
  });
  const ordinary = rows.filter(({ RECTYPE, NFTYPE }) => RECTYPE === "1" && NFTYPE !== "IND");
  const councils = [...new Set(rows.map(({ LEA }) => LEA ?? ""))];
  const totals = councils.map((code) =>
    totalRow(
      "3",
      code,
      ordinary.filter(({ LEA }) => LEA === code),
      years,
    ),
  );
  const all = [...rows, ...totals, totalRow("5", "", ordinary, years)];
  return { filename: `ks2_${year}_results.csv`, bytes: toCsv(all, columnsOf(years)), year };
}

/** The files of the latest year and of the year before, the earlier first. */
export const demonstrationFiles = (latestYear: number): [ResultsFileToUpload, ResultsFileToUpload] => [
  resultsFile(latestYear - 1, 1),
  resultsFile(latestYear, 0),
];

/**
 * A file in the layout of the key stage 4 tables of 2010 with `schoolsEach` schools for each council, all below 30%:
 * for tests, which need schools that no other test touches.
 */
export function secondaryFile(year: number, councilCodes: readonly string[], schoolsEach: number): ResultsFileToUpload {
  const random = randomFrom(year);
  const columns = "RecType LACode EstabCode SchoolName Town PostCode SchoolType FlagClosed KS4TotPup P5ACinclEM".split(
    " ",
  );
  const rows = councilCodes.flatMap((LACode) =>
    Array.from({ length: schoolsEach }, (_, at): Cells => {
      const EstabCode = String(4001 + at);
      return {
        RecType: "1",
        LACode,
        EstabCode,
        SchoolName: `Lanternhall School ${LACode}-${at + 1}`,
        Town: "Lanternhall",
        PostCode: "ZZ9 9ZZ",
        SchoolType: "CY",
        FlagClosed: "0",
        KS4TotPup: "120",
        P5ACinclEM: `${random.between(15, 28)}%`,
      };
    }),
  );
  return { filename: `ks4_${year}.csv`, bytes: toCsv(rows, columns), year };
}
