import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { csvFile, pdfFile, pngFile } from "~prisma/scenarios/evidence-files";
import { MAX_EVIDENCE_BYTES } from "./attach-evidence.schema";
import { checkFileType } from "./check-file-type.server";
import { jpegFile, officeFile, oldContainer, openDocument, programFile, zipFile } from "./little-files.fixture";

const pdf = pdfFile("Lesson observations", ["Autumn term", "Eleven of fourteen lessons (year 6)"]);
const check = (name: string, bytes: Buffer | string) => checkFileType({ name, bytes: Buffer.from(bytes) });

describe("a file that may be attached", () => {
  it.each<[string, string, Buffer | string]>([
    ["pdf", "Lesson observations.PDF", pdf],
    ["png", "chart.png", pngFile([0.4, 0.6])],
    ["jpeg", "wall.jpeg", jpegFile],
    ["docx", "minutes.docx", officeFile("docx")],
    ["xlsx", "attendance.xlsx", officeFile("xlsx")],
    ["pptx", "governors.pptx", officeFile("pptx")],
    ["odt", "minutes.odt", openDocument("text")],
    ["ods", "attendance.ods", openDocument("spreadsheet")],
    [
      "csv",
      "attendance.csv",
      csvFile([
        ["Term", "Attendance"],
        ["Autumn", 94.1],
      ]),
    ],
    ["csv", "bom.csv", "\uFEFFSchool,Value\r\nÉcole,5 < 6\r\n"],
    ["text", "note.txt", Buffer.from("The caf\xe9 club \x96 28 pupils", "latin1")],
    // Letters that begin a picture and a program are words in a text.
    ["csv", "bmi.csv", "BMI,Class\n21,4B\n"],
    ["text", "mz.txt", "MZ is the code of the maths zone"],
  ])("is known as %s: %s", async (kind, name, bytes) => {
    expect(await check(name, bytes)).toEqual({ ok: true, kind });
  });

  it("may have 10 MiB, and no byte more", async () => {
    expect(await check("a.txt", "x".repeat(MAX_EVIDENCE_BYTES))).toEqual({ ok: true, kind: "text" });
    expect(await check("a.txt", "x".repeat(MAX_EVIDENCE_BYTES + 1))).toMatchObject({ message: /smaller than 10MB/ });
  });
});

const macros = [{ name: "word/vbaProject.bin", text: "Sub AutoOpen()" }];
const manifest = { name: "META-INF/manifest.xml", text: "<manifest:encryption-data/>" };
const locked = pdf.toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R");

describe("a file that is refused", () => {
  it.each<[string, string, Buffer | string, RegExp]>([
    ["empty", "a.pdf", "", /is empty/],
    ["a drawing with a script", "a.svg", "<svg onload='x()'/>", /must be a PDF.*hold scripts/],
    ["a page", "a.html", "<!doctype html>", /must be a PDF/],
    ["a program", "a.exe", programFile, /must be a PDF/],
    ["without an ending", "minutes", pdf, /must be a PDF/],
    ["an archive", "a.zip", zipFile([{ name: "a.txt", text: "a" }]), /is an archive/],
    ["a program named as PDF", "a.pdf", programFile, /ends in \.pdf, but it does not hold PDF/],
    ["a page named as PDF", "a.pdf", "<html><script>x()</script></html>", /does not hold PDF/],
    ["a picture named as PDF", "a.pdf", pngFile([1]), /ends in \.pdf.*another kind \(PNG image\)/],
    ["a PDF named as CSV", "a.csv", Buffer.concat([pdf, Buffer.from([0])]), /ends in \.csv.*\(PDF\)/],
    ["an archive named as Word", "a.docx", zipFile([{ name: "a.txt", text: "a" }]), /is an archive/],
    ["packed by gzip, named as CSV", "a.csv", gzipSync("a,b"), /is an archive/],
    ["a workbook named as Word", "a.docx", officeFile("xlsx"), /\(Excel workbook\)/],
    ["macros by name", "a.docm", officeFile("docm"), /can hold macros/],
    ["macros under another name", "a.docx", officeFile("docm"), /can hold macros/],
    ["macros in a workbook", "a.xlsx", officeFile("xlsm"), /can hold macros/],
    ["macros hidden beside", "a.docx", officeFile("docx", macros), /can hold macros/],
    ["macros of LibreOffice", "a.odt", openDocument("text", [{ name: "Basic/Standard/a.xml", text: "" }]), /macros/],
    ["the old format", "a.doc", oldContainer("WordDocument"), /old Office format.*save it as \.docx/],
    ["the old format as new", "a.docx", oldContainer("WordDocument"), /old Office format/],
    ["a locked document", "a.docx", oldContainer("EncryptedPackage"), /protected with a password/],
    ["a locked OpenDocument", "a.odt", openDocument("text", [manifest]), /protected with a password/],
    ["a locked ZIP", "a.xlsx", zipFile([{ name: "a", text: "a", encrypted: true }]), /protected with a password/],
    ["a locked PDF", "a.pdf", Buffer.from(locked, "latin1"), /protected with a password/],
    ["a damaged document", "a.docx", officeFile("docx").subarray(0, 60), /could not be read/],
    ["a page as text", "a.txt", "  \n<!DOCTYPE html><p>", /web page or a script/],
    ["a script in a text", "a.csv", "School,Note\nHeron Lane,<script>alert(1)</script>\n", /web page or a script/],
    ["a program's first line", "a.txt", "#!/bin/sh\nrm -rf /", /web page or a script/],
    ["control characters", "a.txt", "a\u0000b", /ends in \.txt, but it does not hold text/],
    ["an upper control of UTF-8", "a.txt", "a\u0085b é", /does not hold text/],
    ["a page behind a mark of UTF-8", "a.csv", "\uFEFF<html>", /web page or a script/],
    ["bytes that are no text", "a.csv", Buffer.from([0x81, 0x8d, 0xff, 0x41]), /does not hold text/],
  ])("%s", async (_what, name, bytes, message) => {
    const checked = await check(name, bytes);
    expect(checked.ok ? checked.kind : checked.message).toMatch(message);
  });
});
