/** What a document is made of, in the order in which it is read; how it looks is the setter's. */
export type Heading = { kind: "heading"; level: 1 | 2 | 3 | 4; text: string };
export type Paragraph = { kind: "paragraph"; text: string; strong?: boolean };
/** Without `columns` each row begins with its own header: the list of a form's questions and answers. */
export type TableBlock = {
  kind: "table";
  columns?: { label: string; numeric?: boolean }[];
  /** The first cell of each row is the row's header. */
  rows: string[][];
};
export type ChartLine = { name: string; values: (number | null)[] };
export type ChartBlock = {
  kind: "chart";
  /** What the picture says, for those who do not see it; the table after it has the figures. */
  alternative: string;
  labels: string[];
  main: ChartLine;
  others: ChartLine[];
  threshold: { value: number; label: string };
};

export type Block = Heading | Paragraph | TableBlock | ChartBlock;
