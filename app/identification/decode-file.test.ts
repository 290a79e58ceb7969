import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decodeFile } from "./decode-file";

const utf8 = (text: string) => new TextEncoder().encode(text);

function problemOf(bytes: Uint8Array, maxBytes?: number) {
  const decoded = decodeFile(bytes, maxBytes);
  if (decoded.ok) throw new Error("The file was accepted");
  return decoded.problem;
}

describe("decodeFile", () => {
  it.each([
    ["UTF-8", utf8("name\nSt Zoë"), "utf-8"],
    ["UTF-8 with a byte order mark", utf8("\ufeffname\nSt Zoë"), "utf-8"],
    ["Windows-1252", Uint8Array.from([...utf8("name\nSt Zo"), 0xeb]), "windows-1252"],
    ["UTF-16 little-endian", Uint8Array.from(Buffer.from("\ufeffname\nSt Zoë", "utf16le")), "utf-16"],
    ["UTF-16 big-endian", Uint8Array.from(Buffer.from("\ufeffname\nSt Zoë", "utf16le").swap16()), "utf-16"],
    ["gzip", gzipSync(utf8("name\nSt Zoë")), "utf-8"],
  ])("reads %s", (_name, bytes, encoding) => {
    expect(decodeFile(bytes)).toEqual({ ok: true, text: "name\nSt Zoë", encoding });
  });

  it("reads the characters that Windows-1252 has and ISO 8859-1 has not", () => {
    const bytes = Uint8Array.from([...utf8("name\nSt Mary"), 0x92, ...utf8("s "), 0x96, ...utf8(" Zo"), 0xeb]);
    expect(decodeFile(bytes)).toEqual({ ok: true, text: "name\nSt Mary’s – Zoë", encoding: "windows-1252" });
  });

  it("gives every kind of line break as \\n, without changing the number of lines", () => {
    expect(decodeFile(utf8("a\r\nb\rc\nd"))).toMatchObject({ text: "a\nb\nc\nd" });
  });

  it.each([
    ["an .xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]],
    ["an .xlsx", [0x50, 0x4b, 3, 4, ...utf8("........[Content_Types].xml")]],
    ["an .ods", [0x50, 0x4b, 3, 4, ...utf8("....mimetypeapplication/vnd.oasis.opendocument.spreadsheet")]],
  ])("tells how to save %s as a CSV", (_name, bytes) => {
    expect(problemOf(Uint8Array.from(bytes)).message).toMatch(
      /^This is a spreadsheet\. In Excel choose File, Save as, CSV UTF-8/,
    );
  });

  it.each([
    ["a zip of something else", [0x50, 0x4b, 3, 4, ...utf8("results.csv")], /zip file/],
    ["a PDF", [...utf8("%PDF-1.7")], /must be a CSV/],
    ["a PNG", [0x89, 0x50, 0x4e, 0x47], /must be a CSV/],
    ["a web page", [...utf8("\n<!DOCTYPE html><title>Sign in</title>")], /must be a CSV/],
    ["UTF-16 without a byte order mark", [...Buffer.from("URN,LEA", "utf16le")], /must be a CSV in UTF-8/],
    ["nothing", [], /is empty/],
    ["blank lines", [...utf8("\r\n \r\n")], /is empty/],
    ["an empty .gz", [...gzipSync(utf8(""))], /is empty/],
    ["a damaged .gz", [...gzipSync(utf8("URN,LEA\n1,2")).subarray(0, 20)], /damaged/],
    ["a .gz in a .gz", [...gzipSync(gzipSync(utf8("URN")))], /more than once/],
  ])("refuses %s", (_name, bytes, message) => {
    expect(problemOf(Uint8Array.from(bytes)).message).toMatch(message);
  });

  it("stops unpacking a .gz at the limit", () => {
    const bomb = gzipSync(Buffer.alloc(3 * 1024 * 1024, "a"));
    expect(bomb.length).toBeLessThan(10_000);
    expect(problemOf(bomb, 1024 * 1024).message).toBe("The file must be smaller than 1MB when unpacked");
    expect(problemOf(utf8("a".repeat(1001)), 1000).message).toMatch(/smaller than/);
  });

  it("names the line of a byte that is wrong in UTF-8, instead of reading all names as Windows-1252", () => {
    const bytes = Uint8Array.from([...utf8("name\nSt Zoë\nSt Andr"), 0xe9, ...utf8("\n")]);
    expect(problemOf(Uint8Array.from([...utf8("\ufeffname\nSt Andr"), 0xe9]))).toMatchObject({ line: 2 });
    expect(problemOf(bytes)).toEqual({
      line: 3,
      message: "The file is UTF-8 but has a character that can't be read",
      found: "St Andr\ufffd",
    });
  });
});
