import { fileTypeFromBuffer } from "file-type";
import { archiveFile, macroFile, oldOfficeFile, refuseFile } from "./attach-evidence.schema";
import { refuseText } from "./check-text";
import { type EvidenceKind, evidenceKinds, extensionOf, kindByExtension } from "./evidence-kinds";
import { readZipEntries, readZipText } from "./read-zip-entries";

type CheckedType = { ok: true; kind: EvidenceKind } | { ok: false; message: string };

const refuse = (message: string): CheckedType => ({ ok: false, message });
const protectedFile = "The selected file is protected with a password. Save a copy without one, then select that copy";
const damaged = "The selected file could not be read. Open it, save it again, then select the file it saves";

const images: Record<string, EvidenceKind> = { png: "png", apng: "png", jpg: "jpeg" };
const archives = ["zip", "7z", "rar", "gz", "tar", "bz2", "xz", "zst", "lz", "cab"];

// The part that makes an Office file what it is, as its list of parts names it.
const mainParts: [EvidenceKind, string][] = [
  ["docx", "wordprocessingml.document.main+xml"],
  ["xlsx", "spreadsheetml.sheet.main+xml"],
  ["pptx", "presentationml.presentation.main+xml"],
];

/** An Office or OpenDocument file is a ZIP: what kind it is, and whether it holds macros or is locked, its parts say. */
function checkPackage(bytes: Buffer): CheckedType | { ok: false; message: null } {
  const entries = readZipEntries(bytes);
  if (!entries) return refuse(damaged);
  if (entries.some(({ encrypted }) => encrypted)) return refuse(protectedFile);
  const read = (wanted: string) => {
    const entry = entries.find(({ name }) => name === wanted);
    return entry ? (readZipText(bytes, entry) ?? "") : "";
  };
  const [parts, mimetype] = [read("[Content_Types].xml"), read("mimetype")];
  if (/macroEnabled|vbaProject/i.test(parts) || entries.some(({ name }) => /vbaProject|vbaData|activeX/i.test(name)))
    return refuse(macroFile);
  const main = mainParts.find(([, part]) => parts.includes(part));
  if (main) return { ok: true, kind: main[0] };
  const kind = (["odt", "ods"] as const).find((open) => mimetype.trim() === evidenceKinds[open].contentType);
  if (!kind) return { ok: false, message: null };
  if (read("META-INF/manifest.xml").includes("encryption-data")) return refuse(protectedFile);
  if (entries.some(({ name }) => /^(Basic|Scripts)\//.test(name))) return refuse(macroFile);
  return { ok: true, kind };
}

// Office locks a new file inside a container of the old format, with this stream's name in it.
const lockedOffice = Buffer.from("EncryptedPackage", "utf16le");
const lockedPdf = /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/;

async function checkBytes(bytes: Buffer): Promise<CheckedType | { ok: false; message: null; found?: string }> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) return { ok: false, message: null };
  const { ext, mime } = found;
  if (ext === "pdf")
    return lockedPdf.test(bytes.toString("latin1")) ? refuse(protectedFile) : { ok: true, kind: "pdf" };
  if (images[ext]) return { ok: true, kind: images[ext] };
  if (ext === "cfb") return refuse(bytes.includes(lockedOffice) ? protectedFile : oldOfficeFile);
  // The type of a ZIP is decided by its parts, since a name among them is easily put there.
  if (bytes.readUInt32LE(0) === 0x04034b50) {
    const checked = checkPackage(bytes);
    if (checked.ok || checked.message !== null) return checked;
    return refuse(archiveFile);
  }
  if (archives.includes(ext)) return refuse(archiveFile);
  return { ok: false, message: null, found: mime };
}

/**
 * The kind of a file by its content, which its name must agree with; else the sentence that says what is wrong and what
 * to do. Text has no mark of its own: what is named as text must read as text, and as nothing that a browser would run.
 */
export async function checkFileType(file: { name: string; bytes: Buffer }): Promise<CheckedType> {
  const { name, bytes } = file;
  const extension = extensionOf(name);
  const named = kindByExtension(extension);
  const problem = refuseFile({ name, size: bytes.length });
  if (problem || !named) return refuse(problem ?? damaged);
  if (named === "csv" || named === "text") {
    const wrong = refuseText(bytes);
    if (wrong === "script")
      return refuse("The selected file holds a web page or a script. Select a file with text or figures alone");
    if (wrong === null) return { ok: true, kind: named };
  }
  const checked = await checkBytes(bytes);
  if (!checked.ok && checked.message !== null) return checked;
  if (checked.ok && checked.kind === named) return checked;
  const holds = checked.ok ? `holds a file of another kind (${evidenceKinds[checked.kind].name})` : null;
  const expected = named === "csv" || named === "text" ? "text in UTF-8 or Windows-1252" : evidenceKinds[named].name;
  return refuse(
    `The selected file’s name ends in .${extension}, but it ${holds ?? `does not hold ${expected}`}. Save it in the format that its name says`,
  );
}
