import type { CsvCell } from "~/platform/csv";

/** What a results file's rows come to, list by list. */
export const fileLists = {
  newResults: "New results",
  changedResults: "Changed results",
  changedPupils: "Changed numbers of pupils",
  newSchools: "New schools",
  changedSchools: "Changed details of schools",
  choices: "Rows that need a choice",
  errors: "Errors by line and column",
} as const;

export type FileListId = keyof typeof fileLists;

export const isFileListId = (text: string | undefined): text is FileListId =>
  text !== undefined && Object.hasOwn(fileLists, text);

/** One page of a list: cells as a page and a CSV write them. */
export type FileList = {
  id: FileListId;
  columns: { label: string; numeric?: boolean; nowrap?: boolean; prose?: boolean }[];
  rows: CsvCell[][];
  total: number;
};

export const ROWS_PER_PAGE = 50;

/** Where a list of a file is, as a page or as a CSV. */
export const fileListHref = (fileId: string, list: FileListId, as?: "csv"): string =>
  `/results/${fileId}/rows/${list}${as ? `/${as}` : ""}`;
