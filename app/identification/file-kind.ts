import type pg from "pg";
import type { Encoding } from "./decode-file";
import type { OnProgress } from "./parse-records";
import type { RowError } from "./row-error";

/** What a file that is uploaded can be. */
export type FileKind = "results" | "schools" | "links";

export type StageRequest = {
  client: pg.PoolClient;
  fileId: string;
  text: string;
  encoding: Encoding;
  filename: string;
  /** The year that whoever uploads the file expects it to be of; null to take the file's own. */
  expectedYear: number | null;
  onProgress?: OnProgress;
};

export type StageOutcome =
  | { ok: true; rows: number; layout: string; measures: string[]; years: number[] }
  | { ok: false; errors: RowError[]; errorCount: number };

/** What taking a staged file over would change, or why it is refused. */
export type FileComparison =
  | {
      summary: { digest: string };
      /** Rows that a person has to choose a school for before the file can be taken over. */
      undecided: number;
      errors?: undefined;
    }
  | { errors: RowError[] };

/** What is done with files of one kind, each step inside the caller's transaction. */
export type FileHandler = {
  /** Whether a text is of this kind, by its header. */
  recognises: (text: string) => boolean;
  /** Reads, checks, and puts the rows into staging tables. */
  stage: (request: StageRequest) => Promise<StageOutcome>;
  /** Says what the staged rows would change; changes nothing but what is staged. */
  compare: (client: pg.PoolClient, fileId: string) => Promise<FileComparison>;
  /** Stores what the last comparison found and keeps what it replaces. */
  takeOver: (client: pg.PoolClient, fileId: string) => Promise<void>;
  /** Puts back what only this kind stores; schools and results are put back for every kind alike. */
  takeBack?: (client: pg.PoolClient, fileId: string) => Promise<void>;
  /** The tables that hold what is staged. */
  staging: readonly string[];
  /** The table that says what a file is about, for as long as it is not put aside, refused or taken back. */
  about: "file_schools" | "file_links";
};
