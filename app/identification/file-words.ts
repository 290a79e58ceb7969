import { formatPlural } from "~/ui/format-number";
import type { FileKind } from "./file-kind";

type Words = {
  caption: string;
  /** What is taken over, in "Take over …" and "Taking the … over". */
  content: string;
  /** What is stored of a file with so many rows. */
  stored: (rows: number) => string;
};

const words: Readonly<Record<FileKind, Words>> = {
  results: {
    caption: "Results file",
    content: "results",
    stored: (rows) => `the results of ${formatPlural(rows, "school")}`,
  },
  schools: { caption: "List of schools", content: "list", stored: (rows) => formatPlural(rows, "school") },
  links: {
    caption: "Links between schools",
    content: "links",
    stored: (rows) => formatPlural(rows, "row") + " of links",
  },
};

/** How pages speak of a file of this kind. */
export const wordsOfKind = (kind: string): Words => words[kind as FileKind] ?? words.results;
