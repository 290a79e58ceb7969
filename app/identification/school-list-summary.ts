export type ListedSchool = { urn: string | null; name: string; council: string; type: string };
/** The columns that change, with what is stored and what it becomes. */
export type ListedChange = {
  urn: string;
  name: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};
export type ListedLink = { fromUrn: string; fromName: string; toUrn: string; toName: string; inOrder: boolean };

/** What a checked list of schools would change, or has changed, for the pages that show it. */
export type SchoolListSummary = {
  kind: "schools";
  layoutName: string;
  /** The day that the list is of; of this day or later where it says nothing of its own day. */
  listedOn: string;
  listedOnIsEarliest: boolean;
  encoding: string;
  separator: string;
  /** Milliseconds that reading took. */
  readMs: number;
  schools: number;
  newSchools: number;
  changedSchools: number;
  unchangedSchools: number;
  /** Among the changed: open before and not afterwards, the other way round, and in another council. */
  closing: number;
  opening: number;
  moving: number;
  /** Links that are taken, links that a person has to choose among, and links to schools that nobody knows. */
  links: number;
  linksToChoose: number;
  linksUnknown: number;
  /** Open stored schools that the list lacks. Nothing about them changes. */
  lacking: number;
  ignored: { reason: string; count: number }[];
  /** The first of each, as they were when the list was checked; the CSV has them all. */
  firstNew: ListedSchool[];
  firstChanges: ListedChange[];
  firstLinks: ListedLink[];
  firstToChoose: ListedLink[];
  firstLacking: ListedSchool[];
  /** Tells whether a later comparison would do the same, down to each detail. */
  digest: string;
  /** The list was to be taken over, and something else had changed what it would do. */
  changedMeanwhile?: boolean;
};
