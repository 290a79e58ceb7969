import type { MeasureId } from "./measures";

/** A result that a file changes, as pages show it: "48%", "no figure (SUPP)". */
export type ResultChange = {
  schoolId: string;
  name: string;
  laestab: string;
  measure: MeasureId;
  year: number;
  before: string;
  after: string;
};

/** What reading a file told of it. */
export type ReadFacts = {
  layoutName: string;
  encoding: string;
  separator: string;
  /** Milliseconds that reading took. */
  readMs: number;
  ignored: { reason: string; count: number }[];
};

/** What a checked file would change, or has changed, for the pages that show it. */
export type FileSummary = ReadFacts & {
  year: number;
  schools: number;
  newSchools: number;
  newResults: number;
  unchangedResults: number;
  changedResults: number;
  /** Results whose value stays and whose number of pupils does not. */
  changedPupils: number;
  /** Known schools whose name, type, council and so on change. */
  changedSchools: number;
  /** The first of the changed results. */
  changes: ResultChange[];
  continued: number;
  successions: { laestab: string; name: string; fromUrn: string | null; toUrn: string | null }[];
  /** Rows that several schools could be meant by: those to decide, and those that a person left out. */
  undecided: number;
  leftOut: number;
  /** Tells whether a later comparison would do the same, down to each value. */
  digest: string;
  /** The file was to be taken over, and something else had changed what it would do. */
  changedMeanwhile?: boolean;
};
