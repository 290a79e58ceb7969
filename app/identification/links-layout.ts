import { type RecognisedColumns, recogniseColumns } from "./recognise-columns";
import type { RowError } from "./row-error";

export type LinkField = "urn" | "linkUrn" | "linkName" | "linkType" | "establishedOn";

/** The links of schools as Get Information About Schools gives them. */
export const linksLayout = {
  id: "gias-links",
  name: "Get Information About Schools links",
  columns: {
    urn: ["URN"],
    linkUrn: ["LinkURN"],
    linkName: ["LinkName"],
    linkType: ["LinkType"],
    establishedOn: ["LinkEstablishedDate"],
  },
  needed: ["urn", "linkUrn", "linkType", "establishedOn"],
} as const satisfies { columns: Record<LinkField, readonly string[]>; needed: readonly LinkField[] } & Record<
  string,
  unknown
>;

export type RecognisedLinks = RecognisedColumns<LinkField>;

/** Fields that no other kind of file has; two of them are no accident. */
const marks = ["linkUrn", "linkName", "linkType", "establishedOn"] as const;

/** The header and the separator of a file of links. Null where the text is something else. */
export const recogniseLinks = (text: string): RecognisedLinks | RowError | null =>
  recogniseColumns<LinkField, typeof linksLayout>(text, {
    layouts: [linksLayout],
    meant: (fields) => marks.filter((field) => fields[field] !== undefined).length >= 2,
    what: "file",
  });

type LinkKind = {
  /** What the school of LinkURN is to the school of URN. */
  linkIs: "earlier" | "later";
  /** Says of itself that it is the only one: no merger and no split. */
  plain: boolean;
};

/** The kinds of link that tell of a school's history. Every other is named as not used, never guessed. */
export const linkKinds: Readonly<Record<string, LinkKind>> = {
  predecessor: { linkIs: "earlier", plain: true },
  "predecessor - amalgamated": { linkIs: "earlier", plain: false },
  "predecessor - merged": { linkIs: "earlier", plain: false },
  "predecessor - split school": { linkIs: "earlier", plain: false },
  successor: { linkIs: "later", plain: true },
  "successor - amalgamated": { linkIs: "later", plain: false },
  "successor - merged": { linkIs: "later", plain: false },
  "successor - split school": { linkIs: "later", plain: false },
};
