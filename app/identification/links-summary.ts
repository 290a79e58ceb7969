/** What became of a link of a file, held against what is stored. */
export type LinkOutcome =
  /** The only link of both schools: it is taken. */
  | "new"
  /** One of several: a person chooses. */
  | "choose"
  | "known"
  /** Not what a person decided, or what another file says. */
  | "contrary"
  /** A school of it is not stored. */
  | "unknown"
  /** A kind of link that tells of no history. */
  | "unused";

/** What reading a file of links told of it. */
export type LinksFacts = {
  kind: "links";
  layoutName: string;
  encoding: string;
  separator: string;
  /** Milliseconds that reading took. */
  readMs: number;
  ignored: { reason: string; count: number }[];
};

/** What a checked file of links would change, or has changed. The same link from both of its sides is one. */
export type LinksSummary = LinksFacts & {
  rows: number;
  links: number;
  /** Links by what became of them; rows for the kinds that are not used. */
  counts: Record<LinkOutcome, number>;
  unusedKinds: { type: string; count: number }[];
  /** Tells whether a later comparison would do the same, down to each link. */
  digest: string;
  /** The file was to be taken over, and something else had changed what it would do. */
  changedMeanwhile?: boolean;
};
