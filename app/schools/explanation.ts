import type { ProgrammeRule } from "~/identification/rule-version";
import type { RuleOf } from "./describe-rule";
import type { Averages } from "./list-averages.server";
import type { ResultsOverTime } from "./results-over-time";

/** One year as the run kept it. */
export type ExplainedYear = {
  year: number;
  value: string | null;
  /** The published code in place of a value; "" for a blank. */
  code: string;
  pupils: number | null;
  /** The file that the result came with, and the line of it, where the run knows them. */
  file: string | null;
  line: number | null;
};

/** A file that the run read. */
export type ExplainedFile = { id: string; filename: string; checksum: string; years: number[] };

/** What a run says of a school and how it came to that. */
export type Explanation = {
  school: { id: string; name: string; urn: string | null; laestab: string; council: string; region: string };
  /** The school under which the run holds it, where that is another one of its line. */
  heldAs: string | null;
  programme: RuleOf & { name: string };
  run: { id: string; number: number; ruleVersion: number; publishedAt: string | null };
  rule: ProgrammeRule;
  eligible: boolean;
  flagged: boolean;
  firstConcern: boolean;
  sentence: string;
  years: ExplainedYear[];
  files: ExplainedFile[];
  /** As they are stored today, which may be more and newer than what the run read. */
  results: ResultsOverTime;
  averages: Averages;
};

type Kept = {
  values: Record<string, string>;
  codes: Record<string, string>;
  /** Not in runs of before. */
  pupils?: Record<string, number>;
  files?: Record<string, string>;
  lines?: Record<string, number>;
};

/** The years of a school as a run kept them, the oldest first. */
export function readExplainedYears(values: unknown, files: readonly ExplainedFile[]): ExplainedYear[] {
  const kept = values as Kept;
  const nameOf = new Map(files.map(({ id, filename }) => [id, filename]));
  const years = [...new Set([...Object.keys(kept.values), ...Object.keys(kept.codes)])].map(Number);
  return years
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      value: kept.values[year] ?? null,
      code: kept.codes[year] ?? "",
      pupils: kept.pupils?.[year] ?? null,
      file: nameOf.get(kept.files?.[year] ?? "") ?? null,
      line: kept.lines?.[year] ?? null,
    }));
}
