type KindWords = { name: string; extensions: string[]; contentType: string };

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** What may be attached, as pages name it, with the endings that a file of it may have. */
export const evidenceKinds = {
  pdf: { name: "PDF", extensions: ["pdf"], contentType: "application/pdf" },
  png: { name: "PNG image", extensions: ["png"], contentType: "image/png" },
  jpeg: { name: "JPEG image", extensions: ["jpg", "jpeg"], contentType: "image/jpeg" },
  docx: { name: "Word document", extensions: ["docx"], contentType: `${office}.wordprocessingml.document` },
  xlsx: { name: "Excel workbook", extensions: ["xlsx"], contentType: `${office}.spreadsheetml.sheet` },
  pptx: {
    name: "PowerPoint presentation",
    extensions: ["pptx"],
    contentType: `${office}.presentationml.presentation`,
  },
  odt: { name: "OpenDocument text", extensions: ["odt"], contentType: `${open}.text` },
  ods: { name: "OpenDocument spreadsheet", extensions: ["ods"], contentType: `${open}.spreadsheet` },
  csv: { name: "CSV", extensions: ["csv"], contentType: "text/csv" },
  text: { name: "Plain text", extensions: ["txt"], contentType: "text/plain" },
} as const satisfies Record<string, KindWords>;

export type EvidenceKind = keyof typeof evidenceKinds;

export const isEvidenceKind = (kind: string): kind is EvidenceKind => kind in evidenceKinds;

/** The ending of a file's name without its dot, in small letters; "" where it has none. */
export const extensionOf = (filename: string): string => /\.([^.\s/\\]+)$/.exec(filename)?.[1]?.toLowerCase() ?? "";

const extensionsOf = (kind: EvidenceKind): readonly string[] => evidenceKinds[kind].extensions;

/** The kind that a file's ending speaks of. */
export const kindByExtension = (extension: string): EvidenceKind | undefined =>
  (Object.keys(evidenceKinds) as EvidenceKind[]).find((kind) => extensionsOf(kind).includes(extension));

/** Every ending that may be attached, for the browser's file dialogue. */
export const acceptedEndings = Object.values(evidenceKinds)
  .flatMap(({ extensions }) => extensions.map((ending) => `.${ending}`))
  .join(",");
