/** One promise of the product: the figure asked, and the tests that try it; or why nothing tries it yet. */
export type Promised = {
  number: number;
  promise: string;
  asked: string;
  /** Test files for vitest, run at full strength. */
  unit?: string[];
  /** Titles of browser tests, as a pattern. */
  browser?: string;
  unchecked?: string;
};

const later = "no check at this strength yet; npm test tries it at a smaller one";
const none = "no check yet";

export const promises: readonly Promised[] = [
  {
    number: 1,
    promise: "An acknowledged submission survives kill -9 of app and database",
    asked: "200 kills",
    unchecked: none,
  },
  {
    number: 2,
    promise: "An import that is killed leaves the old or the new data",
    asked: "100 kills, no mixture",
    unit: ["app/identification/kill-import.test.ts"],
  },
  {
    number: 3,
    promise: "Of many who decide on one plan one wins, the others are told",
    asked: "100 × 50, 3 processes",
    unchecked: later,
  },
  { number: 4, promise: "Two people in one section: no silent overwrite", asked: "both texts shown", unchecked: later },
  { number: 5, promise: "The same form posted again and again has one effect", asked: "20 times", unchecked: later },
  {
    number: 6,
    promise: "State × event × role is exactly the declared table",
    asked: "10,000 sequences",
    unchecked: later,
  },
  {
    number: 7,
    promise: "Histories of every released version replay to the same state",
    asked: "all",
    unchecked: later,
  },
  {
    number: 8,
    promise: "Damaged results files: each bad row named, nothing half imported",
    asked: "10,000 files",
    unit: ["app/identification/damaged-results-files.test.ts", "app/identification/import-damaged-files.test.ts"],
  },
  {
    number: 9,
    promise: "The floor rule agrees with an independent implementation",
    asked: "every school × year",
    unit: ["app/identification/second-rule.test.ts", "app/identification/real-files.test.ts"],
  },
  { number: 10, promise: "Deadlines are right at every instant", asked: "10,000 instants", unchecked: later },
  {
    number: 11,
    promise: "Every route × role × other council's object: no leak",
    asked: "every cell, same answer as for nothing",
    unit: ["app/people/permissions.test.ts", "prisma/policies.test.ts"],
    browser: "@S28|@S06",
  },
  {
    number: 12,
    promise: "Who is priority reaches nobody outside, by whatever way",
    asked: "the same bytes from two databases",
    unit: ["prisma/policies.test.ts"],
    browser: "@S18",
  },
  {
    number: 13,
    promise: "A form from another site or without its token is refused",
    asked: "every form",
    unchecked: later,
  },
  {
    number: 14,
    promise: "Sign-in is throttled; a changed role takes hold at once",
    asked: "next request",
    unchecked: later,
  },
  { number: 15, promise: "Every HTML answer carries the security headers", asked: "100 %", unchecked: later },
  { number: 16, promise: "Formula cells are neutral in exports", asked: "CSV and XLSX", unchecked: later },
  { number: 17, promise: "Changes to the log are found", asked: "1,000 of 1,000", unchecked: later },
  { number: 18, promise: "Backup under load and restore", asked: "nothing missing, 60 s", unchecked: none },
  {
    number: 19,
    promise: "SIGTERM drops nothing; a database that was away is used again",
    asked: "10 s, 5 s",
    unchecked: later,
  },
  {
    number: 20,
    promise: "Oversized uploads and slow clients hurt nobody else",
    asked: "p99 at most doubled",
    unchecked: none,
  },
  {
    number: 21,
    promise: "Every page in every state is accessible, by keyboard alone and without scripts",
    asked: "no violation",
    browser: "@S29",
  },
];
