export type FindingKind = "condemns" | "personal" | "empty";

/** Words at a place of a text that should not reach the Department as they are, or only with a reason. */
export type FoundWords = { kind: FindingKind; start: number; words: string; why: string; suggestion: string };

/** The same as pages show them. */
export type WordFinding = Omit<FoundWords, "start"> & {
  /** The sentence in which they stand, and where in it they begin. */
  sentence: string;
  at: number;
};
