import { promisify } from "node:util";
import { gunzip, gunzipSync } from "node:zlib";

/** The most text that a file may hold once unpacked: ten times the national file, and little enough to keep in memory. */
export const MAX_TEXT_BYTES = 100 * 1024 * 1024;

export type Encoding = "utf-8" | "utf-16" | "windows-1252";

export interface FileProblem {
  /** Line in the file, counted from 1, where the problem has one. */
  line: number | null;
  message: string;
  found: string | null;
}

export type DecodedFile = { ok: true; text: string; encoding: Encoding } | { ok: false; problem: FileProblem };

const spreadsheetMessage =
  "This is a spreadsheet. In Excel choose File, Save as, CSV UTF-8, then use the file it saves";
const csvMessage = "The file must be a CSV";

/** How files that are not text begin. A zip that holds a workbook is told apart from other zips below. */
const signatures: readonly { bytes: readonly number[]; message: string; found: string }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], message: spreadsheetMessage, found: "an Excel workbook" },
  { bytes: [0x25, 0x50, 0x44, 0x46], message: csvMessage, found: "a PDF" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], message: csvMessage, found: "an image" },
  { bytes: [0xff, 0xd8, 0xff], message: csvMessage, found: "an image" },
  { bytes: [0x47, 0x49, 0x46, 0x38], message: csvMessage, found: "an image" },
  {
    bytes: [0x1f, 0x8b],
    message: "The file is compressed more than once. Unpack it first",
    found: "a .gz inside a .gz",
  },
];

const workbookMarks = ["[Content_Types].xml", "xl/", "application/vnd.oasis.opendocument.spreadsheet"];

/**
 * The text of an uploaded file, plain or .gz, in UTF-8, UTF-16 with a byte order mark, or else Windows-1252 (what Excel
 * saves as "CSV"). Line breaks come out as \n. Refuses what is not text, and more than `maxBytes` of it unpacked.
 */
export function decodeFile(bytes: Uint8Array, maxBytes: number = MAX_TEXT_BYTES): DecodedFile {
  if (!startsWith(bytes, gzipMark)) return decodeContent(bytes, maxBytes);
  try {
    // The limit is kept while unpacking: a few kilobytes of .gz can unpack to gigabytes.
    return decodeContent(gunzipSync(bytes, { maxOutputLength: maxBytes }), maxBytes);
  } catch (error) {
    return refuseUnpacking(error, maxBytes);
  }
}

/** The same without holding up the event loop while a .gz is unpacked. */
export async function decodeFileInTurns(bytes: Uint8Array, maxBytes: number = MAX_TEXT_BYTES): Promise<DecodedFile> {
  if (!startsWith(bytes, gzipMark)) return decodeContent(bytes, maxBytes);
  try {
    return decodeContent(await promisify(gunzip)(bytes, { maxOutputLength: maxBytes }), maxBytes);
  } catch (error) {
    return refuseUnpacking(error, maxBytes);
  }
}

const gzipMark = [0x1f, 0x8b];

const refuseUnpacking = (error: unknown, maxBytes: number): DecodedFile =>
  refuse(error instanceof RangeError ? tooLargeMessage(maxBytes) : "The .gz file is damaged and can't be unpacked");

function decodeContent(content: Uint8Array, maxBytes: number): DecodedFile {
  if (content.length > maxBytes) return refuse(tooLargeMessage(maxBytes));

  const kind = findBinaryKind(content);
  if (kind) return refuse(kind.message, kind.found);

  const decoded = decodeText(content);
  if (!decoded.ok) return decoded;
  if (decoded.text.trim() === "") return refuse("The file is empty");
  const start = decoded.text.slice(0, 500).trimStart().toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) return refuse(csvMessage, "a web page");
  if (start.startsWith("<?xml")) return refuse(csvMessage, "an XML file");
  // Most files need no second copy of their text.
  const text = decoded.text.includes("\r") ? decoded.text.replace(/\r\n?/g, "\n") : decoded.text;
  return { ...decoded, text };
}

function decodeText(content: Uint8Array): DecodedFile {
  if (startsWith(content, [0xff, 0xfe]) || startsWith(content, [0xfe, 0xff])) {
    const label = content[0] === 0xff ? "utf-16le" : "utf-16be";
    return { ok: true, text: new TextDecoder(label).decode(content), encoding: "utf-16" };
  }
  // Text has no NUL bytes; UTF-16 without a byte order mark and unknown binary files are full of them.
  const sample = content.subarray(0, 4096);
  const nuls = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (nuls * 10 > sample.length) return refuse("The file must be a CSV in UTF-8", "a file that is not text");

  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(content), encoding: "utf-8" };
  } catch {
    return decodeOtherText(content);
  }
}

/** Not valid UTF-8: either all of it is Windows-1252, or it is UTF-8 with damage, which must not turn into odd names. */
function decodeOtherText(content: Uint8Array): DecodedFile {
  const lenient = new TextDecoder("utf-8").decode(content);
  const isDamagedUtf8 = startsWith(content, [0xef, 0xbb, 0xbf]) || /[\u0080-\ufffc]/.test(lenient);
  if (!isDamagedUtf8) {
    return { ok: true, text: decodeAnsi(content), encoding: "windows-1252" };
  }
  const before = lenient.slice(0, lenient.indexOf("\ufffd"));
  const line = before.split(/\r\n?|\n/).length;
  const around =
    before
      .slice(-20)
      .split(/[\r\n]/)
      .at(-1) ?? "";
  return {
    ok: false,
    problem: { line, message: "The file is UTF-8 but has a character that can't be read", found: `${around}\ufffd` },
  };
}

/** The characters that Windows-1252 has where ISO 8859-1 has control codes, from 0x80; five places have none. */
const ansiCharacters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20's own decoder of Windows-1252 leaves the curly apostrophes of names as control codes. */
const decodeAnsi = (content: Uint8Array): string =>
  new TextDecoder("latin1")
    .decode(content)
    .replace(/[\u0080-\u009f]/g, (code) => ansiCharacters.charAt(code.charCodeAt(0) - 0x80));

function findBinaryKind(content: Uint8Array): { message: string; found: string } | null {
  if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) {
    // A zip names its files at the start of each and again at the end.
    const ends = [content.subarray(0, 65_536), content.subarray(-65_536)];
    const names = ends.map((part) => new TextDecoder("latin1").decode(part)).join("");
    const isWorkbook = workbookMarks.some((mark) => names.includes(mark));
    if (isWorkbook) return { message: spreadsheetMessage, found: "a spreadsheet" };
    return { message: "This is a zip file. Unpack it, then use the CSV inside", found: "a zip file" };
  }
  return signatures.find(({ bytes }) => startsWith(content, bytes)) ?? null;
}

function startsWith(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte);
}

function tooLargeMessage(maxBytes: number): string {
  return `The file must be smaller than ${Math.floor(maxBytes / 1024 / 1024)}MB when unpacked`;
}

function refuse(message: string, found: string | null = null): DecodedFile {
  return { ok: false, problem: { line: null, message, found } };
}
