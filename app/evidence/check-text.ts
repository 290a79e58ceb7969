import { isUtf8 } from "node:buffer";

const [TAB, LF, CR, DEL] = [0x09, 0x0a, 0x0d, 0x7f];
/** The bytes for which Windows-1252 has no sign. */
const without1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
// A browser or a shell that is given such a text takes it for a page or a program.
const opensAsPage = /^(\xef\xbb\xbf)?\s*(<[!?/a-z]|#!)/i;
const holdsScript = /<\/?script[\s/>]/i;

// By byte, since ten megabytes must not keep other people's pages waiting.
function isPlain(bytes: Buffer): boolean {
  const utf8 = isUtf8(bytes);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 ? byte !== TAB && byte !== LF && byte !== CR : byte === DEL) return false;
    if (byte < 0x80) continue;
    // In UTF-8 the upper controls are C2 80 to C2 9F.
    if (utf8 ? byte === 0xc2 && (bytes[at + 1] ?? 0) < 0xa0 : without1252.has(byte)) return false;
  }
  return true;
}

/** What is wrong with bytes that are to be plain text in UTF-8 or Windows-1252; null where nothing is. */
export function refuseText(bytes: Buffer): "notText" | "script" | null {
  if (!isPlain(bytes)) return "notText";
  const text = bytes.toString("latin1");
  return opensAsPage.test(text) || holdsScript.test(text) ? "script" : null;
}
