import type { NationalSchool } from "./national-register";
import { randomFrom } from "./random";
import type { ResultsFileToUpload } from "./results-files";

// The Department's tables hold far more than the figure that a floor reads: a hundred columns, as an importer meets them.
const COLUMNS = 100;
const filler = (count: number, name: (at: number) => string) => Array.from({ length: count }, (_, at) => name(at));

const ks2Columns = (year: number) => {
  const own = [
    "RECTYPE",
    "ALPHAIND",
    "LEA",
    "ESTAB",
    "URN",
    "SCHNAME",
    "ADDRESS1",
    "TOWN",
    "PCODE",
    "TELNUM",
    "URN_AC",
    "NFTYPE",
    "ICLOSE",
    "TOTPUPS",
    "TELIG",
  ];
  const figures = ["PTRWM_EXP", `PTRWM_EXP_${String((year - 1) % 100).padStart(2, "0")}`];
  return [...own, ...figures, ...filler(COLUMNS - own.length - figures.length, (at) => `PTMEASURE${at + 1}`)];
};
const ks4Years = (year: number) => [year - 3, year - 2, year - 1, year];
const ks4Columns = (year: number) => {
  const own = [
    "RecType",
    "AlphaInd",
    "LACode",
    "EstabCode",
    "SchoolName",
    "Address1",
    "Town",
    "PostCode",
    "TelNum",
    "SchoolType",
    "FlagClosed",
    "TotPup",
    "KS4TotPup",
  ];
  const figures = ["P5ACinclEM", ...ks4Years(year).map((at) => `P5ACinclEM${String(at % 100).padStart(2, "0")}`)];
  return [...own, ...figures, ...filler(COLUMNS - own.length - figures.length, (at) => `PMeasure${at + 1}`)];
};

/**
 * What is published for a school and year: a percentage, or a code where it is too small (SUPP), was not there yet (NEW)
 * or has no figure that year (NE). A function of the two alone, so that every file says the same of one year.
 */
export function publishedFigure(school: NationalSchool, year: number): string {
  if (school.kind === "independent") return "NA";
  if (year < school.from) return "NEW";
  if (year > school.to) return "NE";
  if (school.pupils < 11) return "SUPP";
  const random = randomFrom((school.seed + year * 7_919) % 2 ** 31);
  const chance = random.between(1, 400);
  if (chance === 1) return "NE";
  if (chance === 2) return "LOWCOV";
  const noise = random.between(-9, 9);
  return `${Math.min(100, Math.max(0, Math.round(school.level + (year - 2_020) * 0.5 + noise)))}%`;
}

const meanOf = (schools: readonly NationalSchool[], year: number): string => {
  const values = schools.flatMap((school) => {
    const figure = publishedFigure(school, year);
    return figure.endsWith("%") ? [Number.parseInt(figure, 10)] : [];
  });
  return values.length === 0 ? "NA" : `${Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)}%`;
};

const toFile = (
  filename: string,
  year: number,
  columns: readonly string[],
  rows: readonly string[],
): ResultsFileToUpload => ({
  filename,
  year,
  bytes: new TextEncoder().encode(`${[columns.join(","), ...rows].join("\r\n")}\r\n`),
});

const recordType = { mainstream: "1", special: "2", independent: "1" } as const;

/** The cells that say nothing to a floor, the same for every row of one file but for one figure. */
const restOf = (count: number) => {
  const cells = filler(count, (at) => `${(at * 37) % 100}%`).join(",");
  return (seed: number) => `${seed % 100}%,${cells.slice(cells.indexOf(",") + 1)}`;
};

/** The schools that a results table of a year lists: those that had results in it, or in the years that it looks back on. */
const listedIn = (schools: readonly NationalSchool[], phase: NationalSchool["phase"], year: number) =>
  schools.filter((school) => school.phase === phase && school.from <= year && school.to >= year - 1);

function totals(
  schools: readonly NationalSchool[],
  row: (type: "council" | "national", code: string, of: readonly NationalSchool[]) => string,
): string[] {
  const counted = schools.filter(({ kind }) => kind === "mainstream");
  const byCouncil = new Map<string, NationalSchool[]>();
  for (const school of counted)
    byCouncil.set(school.councilCode, [...(byCouncil.get(school.councilCode) ?? []), school]);
  return [...[...byCouncil].map(([code, of]) => row("council", code, of)), row("national", "", counted)];
}

/** The key stage 2 table of a year with the year before, in the layout of 2016 onwards. */
export function nationalPrimaryFile(all: readonly NationalSchool[], year: number): ResultsFileToUpload {
  const columns = ks2Columns(year);
  const rest = restOf(columns.length - 17);
  const schools = listedIn(all, "primary", year);
  const rows = schools.map((school, at) => {
    const closed = school.to < year || (school.closedOn !== null && school.to === year) ? 1 : 0;
    const own = [
      recordType[school.kind],
      at + 1,
      school.councilCode,
      school.establishment,
      school.urn,
      school.name,
      "School Lane",
      "Anytown",
      "ZZ1 1ZZ",
      "00000 000000",
    ];
    const more = [
      school.to <= year && school.successor ? school.successor : "",
      school.type,
      closed,
      school.pupils * 7,
      school.pupils,
    ];
    return `${own.join(",")},${more.join(",")},${publishedFigure(school, year)},${publishedFigure(school, year - 1)},${rest(school.seed)}`;
  });
  const total = (type: "council" | "national", code: string, of: readonly NationalSchool[]) =>
    `${type === "council" ? 3 : 5},,${code},,,,,,,,,,0,,,${meanOf(of, year)},${meanOf(of, year - 1)},${rest(0)}`;
  return toFile(`ks2_${year}_national.csv`, year, columns, [...rows, ...totals(schools, total)]);
}

/** The key stage 4 table of a year with the three before, in the layout of 2010, which has no URN. */
export function nationalSecondaryFile(all: readonly NationalSchool[], year: number): ResultsFileToUpload {
  const columns = ks4Columns(year);
  const rest = restOf(columns.length - 18);
  // Without URNs a number may stand in the table once: for whoever holds it that year.
  const schools = listedIn(all, "secondary", year).filter(({ to, successor }) => to >= year || successor === null);
  const figures = (figure: (at: number) => string) => [figure(year), ...ks4Years(year).map(figure)].join(",");
  const rows = schools.map((school, at) => {
    const closed = school.to < year ? 1 : 0;
    const own = [
      recordType[school.kind],
      at + 1,
      school.councilCode,
      school.establishment,
      school.name,
      "School Lane",
      "Anytown",
      "ZZ1 1ZZ",
      "00000 000000",
    ];
    const line = [
      school,
      ...all.filter(({ urn }) => school.predecessors.length === 1 && urn === school.predecessors[0]),
    ];
    const figure = (wanted: number) => publishedFigure(line.find(({ from }) => wanted >= from) ?? school, wanted);
    return `${own.join(",")},${school.type},${closed},${school.pupils * 5},${school.pupils},${figures(figure)},${rest(school.seed)}`;
  });
  const total = (type: "council" | "national", code: string, of: readonly NationalSchool[]) =>
    `${type === "council" ? 4 : 7},,${code},,,,,,,,0,,,${figures((at) => meanOf(of, at))},${rest(0)}`;
  return toFile(`ks4_${year}_national.csv`, year, columns, [...rows, ...totals(schools, total)]);
}

const words: Readonly<Record<string, string>> = {
  CY: "Community School",
  VA: "Voluntary Aided School",
  VC: "Voluntary Controlled School",
  FD: "Foundation School",
  AC: "Academy Sponsor Led Mainstream",
  ACC: "Academy - Converter Mainstream",
  CYS: "Community Special School",
  IND: "Other Independent School",
};

/** The list of all schools as it stood at the end of the last year, in the layout of the 2016 list. */
export function nationalSchoolList(all: readonly NationalSchool[], year: number): ResultsFileToUpload {
  const columns =
    "URN LA ESTAB LAESTAB SCHNAME TOWN POSTCODE ICLOSE OPENDATE CLOSEDATE MINORGROUP NFTYPE ISPRIMARY ISSECONDARY AGEL AGEH OTHERURN NEWACFLAG SPONSORNAME".split(
      " ",
    );
  const compact = (date: string | null) => date?.replaceAll("-", "") ?? " ";
  const rows = all.map((school) => {
    const primary = school.phase === "primary";
    const other = school.successor ?? (school.predecessors.length === 1 ? school.predecessors[0] : undefined) ?? " ";
    const group = { mainstream: "Maintained School", special: "Special School", independent: "Independent School" }[
      school.kind
    ];
    return [
      ...[
        school.urn,
        school.councilCode,
        school.establishment,
        `${school.councilCode}${school.establishment}`,
        school.name,
        "Anytown",
        "ZZ1 1ZZ",
      ],
      ...[school.closedOn ? 2 : 1, compact(school.openedOn), compact(school.closedOn), group, words[school.type] ?? ""],
      ...[
        primary ? 1 : 0,
        primary ? 0 : 1,
        primary ? 3 : 11,
        primary ? 11 : 18,
        other,
        school.type.startsWith("AC") ? 5 : 6,
        " ",
      ],
    ].join(",");
  });
  return toFile(`schools_${year}_national.csv`, year, columns, rows);
}

/** Every file of the made-up country, the list of schools first, then the results by year. */
export function* nationalFiles(all: readonly NationalSchool[], lastYear: number): Generator<ResultsFileToUpload> {
  yield nationalSchoolList(all, lastYear);
  for (let year = lastYear - 9; year <= lastYear; year += 1) {
    yield nationalPrimaryFile(all, year);
    yield nationalSecondaryFile(all, year);
  }
}
