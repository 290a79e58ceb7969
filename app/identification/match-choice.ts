/** A question that only a person can answer: which school is meant, or whose results go on. */
export type MatchChoice = {
  /** The field's name in the form. */
  key: string;
  question: string;
  hint: string;
  options: { value: string; label: string; hint: string }[];
  /** What was decided, for those that may still be changed. */
  decided: string | null;
};

export const CHOICES_A_PAGE = 25;

/** None of the options: the row is left out, the school is one of its own, no history goes on. */
export const NONE = "none";

/** Keys begin with what they are about. */
export const matchKeys = {
  /** A council and establishment number in a results file. */
  number: (laestab: string) => `number-${laestab}`,
  /** A school of a list that may be a stored one without URN. */
  urn: (urn: string) => `urn-${urn}`,
  /** A school with several predecessors, or with one that has several successors. */
  later: (schoolId: string) => `later-${schoolId}`,
  /** Two linked schools of which nothing says which came first. */
  pair: (fromId: string, toId: string) => `pair-${fromId}-${toId}`,
};
