import { extensionOf } from "./evidence-kinds";

const LONGEST = 120;
// Controls, what turns the direction of a line, and what takes no room: with them a name can look like another one.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
// What file systems of today do not take in a name.
const unsafe = /[<>:"/\\|?*]/g;

/** A file's name as it is kept and given again: letters of any script stay, paths and characters that deceive do not. */
export function cleanFilename(typed: string): string {
  const name = typed.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = name
    .replace(unseen, "")
    .replace(unsafe, "_")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[.\s]+/, "");
  const extension = extensionOf(clean);
  if (!extension) return [...clean].slice(0, LONGEST).join("") || "file";
  const stem = clean.slice(0, -extension.length - 1).trim();
  return `${[...stem].slice(0, LONGEST).join("") || "file"}.${extension}`;
}

/** The header that has a browser save a file under its name: in ASCII for old ones, in Unicode for all others. */
export function attachmentHeader(filename: string): string {
  const ascii = filename
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii.replace(/^\.+/, "") || "file"}"; filename*=UTF-8''${encoded}`;
}
