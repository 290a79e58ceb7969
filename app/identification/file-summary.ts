import { createHash } from "node:crypto";
import type { Comparison, ResultChange } from "./compare-with-stored";
import type { ResultsFile } from "./read-results-file";

const shownChanges = 500;
const shownSuccessions = 200;

/** What a checked file would change, or has changed, for the pages that show it. */
export type FileSummary = {
  layoutName: string;
  year: number;
  encoding: string;
  separator: string;
  schools: number;
  /** Milliseconds that reading took. */
  readMs: number;
  newSchools: number;
  newResults: number;
  unchangedResults: number;
  changedResults: number;
  /** The first of them. */
  changes: ResultChange[];
  continued: number;
  successions: { laestab: string; name: string; fromUrn: string | null; toUrn: string | null }[];
  ignored: { reason: string; count: number }[];
  /** Tells whether a later comparison would do the same, down to each value. */
  digest: string;
  /** The file was to be taken over, and something else had changed what it would do. */
  changedMeanwhile?: boolean;
};

/** A comparison in figures, with the first of what it changes. */
export function summarise(file: ResultsFile, comparison: Comparison, readMs: number): FileSummary {
  const { newSchools, newResults, unchangedResults, changes, successions } = comparison;
  return {
    layoutName: file.layout.name,
    year: file.year,
    encoding: file.encoding,
    separator: file.separator,
    schools: file.rows.length,
    readMs,
    newSchools,
    newResults,
    unchangedResults,
    changedResults: changes.length,
    changes: changes.slice(0, shownChanges),
    continued: successions.length,
    successions: successions
      .slice(0, shownSuccessions)
      .map(({ laestab, name, fromUrn, toUrn }) => ({ laestab, name, fromUrn, toUrn })),
    ignored: file.ignored.map(({ reason, count }) => ({ reason, count })),
    digest: createHash("sha256")
      .update(JSON.stringify([newSchools, newResults, unchangedResults, changes, successions]))
      .digest("hex"),
  };
}
