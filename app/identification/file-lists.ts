import type { CsvCell } from "~/platform/csv";

/** What a results file's rows come to, list by list. */
export const fileLists = {
  newResults: "New results",
  changedResults: "Changed results",
  changedPupils: "Changed numbers of pupils",
  newSchools: "New schools",
  changedSchools: "Changed details of schools",
  choices: "Rows that need a choice",
  newLinks: "New links",
  linksToChoose: "Links to choose among",
  contraryLinks: "Links contrary to what is stored",
  knownLinks: "Known links",
  unknownLinks: "Links to schools that are not stored",
  unusedLinks: "Rows that are not used",
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

/** A row as the database gives it. */
export type ListedRow = Record<string, CsvCell | boolean>;

/** A list as SQL on the file $1, before the file is taken over and after, and what stands in its cells. */
export type ListSource = {
  columns: FileList["columns"];
  checked: string;
  takenOver: string;
  cells: (row: ListedRow) => CsvCell[];
};

export const ROWS_PER_PAGE = 50;

/** Where a list of a file is, as a page or as a CSV. */
export const fileListHref = (fileId: string, list: FileListId, as?: "csv"): string =>
  `/results/${fileId}/rows/${list}${as ? `/${as}` : ""}`;
