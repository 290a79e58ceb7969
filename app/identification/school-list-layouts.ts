import type { SchoolStatus } from "~/schools/school-standing";

/** The columns that a list of schools may have, by what they hold. */
export type ListField =
  | "urn"
  | "council"
  | "establishment"
  | "name"
  | "type"
  | "status"
  | "openedOn"
  | "closedOn"
  | "phase"
  | "isPrimary"
  | "isSecondary"
  | "town"
  | "postcode"
  | "easting"
  | "northing"
  | "federation"
  | "linkedUrn"
  | "predecessorUrn"
  | "successorUrn";

export interface ListLayout {
  id: string;
  /** As a page names it. */
  name: string;
  /** Each field with the names that its column may have. */
  columns: Readonly<Partial<Record<ListField, readonly string[]>>>;
  /** A list without one of these is refused; every other column may be missing. */
  needed: readonly ListField[];
  /** What tells this layout from a results table, which has the numbers and the name as well. */
  marks: readonly ListField[];
  statuses: Readonly<Record<string, SchoolStatus>>;
  dates: "yyyymmdd" | "dd-mm-yyyy";
}

const needed = ["urn", "council", "establishment", "name", "type", "status"] as const;

/** Every layout of a list of schools that can be imported. To add one, add its entry here: nothing else names a column. */
export const listLayouts: readonly ListLayout[] = [
  {
    id: "spine-2016",
    name: "List of schools of the performance tables",
    columns: {
      urn: ["URN"],
      council: ["LA"],
      establishment: ["ESTAB"],
      name: ["SCHNAME"],
      type: ["NFTYPE"],
      status: ["ICLOSE"],
      openedOn: ["OPENDATE"],
      closedOn: ["CLOSEDATE"],
      isPrimary: ["ISPRIMARY"],
      isSecondary: ["ISSECONDARY"],
      town: ["TOWN"],
      postcode: ["POSTCODE"],
      easting: ["EASTING"],
      northing: ["NORTHING"],
      linkedUrn: ["OTHERURN"],
    },
    needed: [...needed, "openedOn", "closedOn"],
    marks: ["openedOn", "closedOn"],
    // In results tables ICLOSE is 0 for open and 1 for closed; here 1 is open.
    statuses: { "1": "open", "2": "closed", "3": "proposedToClose" },
    dates: "yyyymmdd",
  },
  {
    id: "gias",
    name: "Get Information About Schools extract",
    columns: {
      urn: ["URN"],
      council: ["LA (code)"],
      establishment: ["EstablishmentNumber"],
      name: ["EstablishmentName"],
      type: ["TypeOfEstablishment (name)"],
      status: ["EstablishmentStatus (name)"],
      openedOn: ["OpenDate"],
      closedOn: ["CloseDate"],
      phase: ["PhaseOfEducation (name)"],
      town: ["Town"],
      postcode: ["Postcode"],
      easting: ["Easting"],
      northing: ["Northing"],
      federation: ["Federations (name)"],
      predecessorUrn: ["PredecessorURN", "Predecessor URN", "Predecessor (URN)"],
      successorUrn: ["SuccessorURN", "Successor URN", "Successor (URN)"],
    },
    needed,
    marks: ["council", "status"],
    statuses: {
      open: "open",
      closed: "closed",
      "open, but proposed to close": "proposedToClose",
      "proposed to open": "proposedToOpen",
    },
    dates: "dd-mm-yyyy",
  },
];
