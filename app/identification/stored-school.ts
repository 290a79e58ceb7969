import type { SchoolRow } from "./read-school-row";

/** A school as it is stored, as far as a file's row can be matched with it. */
export type StoredSchool = {
  id: string;
  urn: string | null;
  laestab: string;
  name: string;
  open: boolean;
  /** The year of the file that its details are from. */
  detailsYear: number | null;
  predecessorId: string | null;
  /** Another stored school has it as its predecessor. */
  succeeded: boolean;
};

/** A row with the stored school that it is about; null where the school is new. */
export type MatchedRow = { row: SchoolRow; laestab: string; school: StoredSchool | null };
