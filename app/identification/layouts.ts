import type { MeasureId, Phase } from "./measures";
import type { Notation } from "./published-value";

/** What a row is about, by its record type. */
export type RecordKind = "mainstream" | "special" | "council" | "national";

/** The columns that a layout may have, by what they hold. */
export type Field =
  | "recordType"
  | "council"
  | "establishment"
  | "urn"
  | "name"
  | "schoolType"
  | "closed"
  | "town"
  | "postcode"
  | "eligiblePupils"
  | "convertedToUrn";

/** Where a measure stands. Of several names the first that a file has is read: the Department's headline comes first. */
export interface MeasureColumns {
  measure: MeasureId;
  /** Of the file's own year. */
  columns: readonly string[];
  /** Of a year in the name: `{yy}` stands for the last two digits of the year in which the school year ends. */
  yearColumns: readonly string[];
}

export interface Layout {
  id: string;
  /** As a page names it. */
  name: string;
  phase: Phase;
  columns: Partial<Record<Field, string>>;
  /** A file without one of these is refused. At least one of URN and establishment is needed besides. */
  needed: readonly Field[];
  measures: readonly MeasureColumns[];
  /** Whether the highest year among the year columns is the file's own year or the one before it. */
  latestYearColumn: "own-year" | "year-before";
  recordTypes: Readonly<Record<string, RecordKind>>;
  closedFlags: Readonly<Record<string, boolean>>;
  /** How percentages are usually written; the file's own cells decide (detectNotation). */
  usualNotation: Notation;
  /** "blank": the Department leaves out blank cells at the end of a row. "refused": a short row is damage. */
  shortRows: "blank" | "refused";
  /** "ignored" only where the published list itself lacks councils; elsewhere a missing council is damage. */
  rowsWithoutCouncil: "ignored" | "refused";
}

const recordTypes2010 = {
  "1": "mainstream",
  "2": "special",
  "4": "council",
  "5": "national",
  "7": "national",
} as const;
const recordTypes2011 = {
  "1": "mainstream",
  "2": "special",
  "3": "council",
  "4": "national",
  "5": "national",
} as const;

/** In results tables 0 is open and 1 closed. The list of schools uses the same name, ICLOSE, with 1 for open. */
const closedFlags = { "0": false, "1": true, "": false, NULL: false } as const;

const columns2011 = {
  recordType: "RECTYPE",
  council: "LEA",
  establishment: "ESTAB",
  urn: "URN",
  name: "SCHNAME",
  schoolType: "NFTYPE",
  closed: "ICLOSE",
  town: "TOWN",
  postcode: "PCODE",
  eligiblePupils: "TELIG",
  convertedToUrn: "URN_AC",
} as const;

/** The number at the end of key stage 4; the other columns are named as in the tables of key stage 2. */
const columnsKs4 = { ...columns2011, eligiblePupils: "TPUP" } as const;

const columns2010 = {
  recordType: "RecType",
  council: "LACode",
  establishment: "EstabCode",
  name: "SchoolName",
  schoolType: "SchoolType",
  closed: "FlagClosed",
  town: "Town",
  postcode: "PostCode",
} as const;

const neededFromTables = ["recordType", "council", "name", "schoolType"] as const;

/** What most layouts have in common. */
const usual = {
  latestYearColumn: "own-year",
  closedFlags,
  usualNotation: "sign",
  shortRows: "refused",
  rowsWithoutCouncil: "refused",
} as const;

/** Every layout that can be imported. To add one, add its entry here: nothing else names a column. */
export const layouts: readonly Layout[] = [
  {
    ...usual,
    id: "ks2-2011",
    name: "Key stage 2 tables, 2011 to 2015",
    phase: "primary",
    columns: columns2011,
    needed: neededFromTables,
    // English and maths together were published to 2012; reading, writing and maths from 2012 on.
    measures: [
      { measure: "ks2-l4-em", columns: ["PTENGMATX"], yearColumns: ["PTENGMATX{yy}"] },
      { measure: "ks2-l4-rwm", columns: ["PTREADWRITTAMATX"], yearColumns: [] },
    ],
    recordTypes: recordTypes2011,
    usualNotation: "fraction",
  },
  {
    ...usual,
    id: "ks2-2016",
    name: "Key stage 2 tables, 2016 onwards",
    phase: "primary",
    columns: columns2011,
    needed: neededFromTables,
    measures: [{ measure: "ks2-rwm-exp", columns: ["PTRWM_EXP"], yearColumns: ["PTRWM_EXP_{yy}"] }],
    latestYearColumn: "year-before",
    recordTypes: recordTypes2011,
    shortRows: "blank",
  },
  {
    ...usual,
    id: "ks2-2010",
    name: "Key stage 2 tables, 2010",
    phase: "primary",
    columns: { ...columns2010, closed: undefined, eligiblePupils: "TotElig" },
    needed: [...neededFromTables, "establishment"],
    measures: [{ measure: "ks2-l4-em", columns: ["PEngmatTestL4p"], yearColumns: ["PEngmatTestL4p{yy}"] }],
    recordTypes: recordTypes2010,
  },
  {
    ...usual,
    id: "ks4-2010",
    name: "Key stage 4 tables, 2010",
    phase: "secondary",
    columns: { ...columns2010, eligiblePupils: "KS4TotPup" },
    needed: [...neededFromTables, "establishment"],
    measures: [{ measure: "ks4-5ac-em", columns: ["P5ACinclEM"], yearColumns: ["P5ACinclEM{yy}"] }],
    recordTypes: recordTypes2010,
  },
  {
    ...usual,
    id: "ks4-2011",
    name: "Key stage 4 tables, 2011 to 2016",
    phase: "secondary",
    columns: columnsKs4,
    needed: neededFromTables,
    // From 2014 fewer qualifications counted ("PTQ"), from 2015 a pupil's first entry alone ("EE").
    measures: [
      {
        measure: "ks4-5ac-em",
        columns: ["PTAC5EM_PTQ_EE", "PTAC5EM_PTQ", "PTAC5EM"],
        yearColumns: ["AC5EM{yy}_PTQ_EE", "AC5EM{yy}_PTQ", "AC5EM{yy}"],
      },
    ],
    recordTypes: recordTypes2010,
    shortRows: "blank",
  },
  {
    ...usual,
    id: "ks4-2017",
    name: "Key stage 4 tables, 2017 onwards",
    phase: "secondary",
    columns: columnsKs4,
    needed: neededFromTables,
    measures: [{ measure: "ks4-94-em", columns: ["PTL2BASICS_94"], yearColumns: [] }],
    recordTypes: recordTypes2010,
    shortRows: "blank",
  },
  {
    ...usual,
    id: "ks2-list",
    name: "Key stage 2 list of schools, one year",
    phase: "primary",
    columns: { council: "LEA", urn: "URN", name: "SCHNAME", schoolType: "NFTYPE" },
    needed: ["council", "urn", "name", "schoolType"],
    measures: [{ measure: "ks2-l4-em", columns: ["PTENGMATX"], yearColumns: ["PTENGMATX{yy}"] }],
    recordTypes: {},
    usualNotation: "whole",
    // The list took its councils from another source and has none for about one school in 18. A case needs a council
    // to act on it, so such a school can't be taken in; the rest of the list is sound. They are counted and named.
    rowsWithoutCouncil: "ignored",
  },
];
