import { describe, expect, it } from "vitest";
import { attachmentHeader, cleanFilename } from "./clean-filename";

describe("a file's name", () => {
  it.each([
    ["Lesson observations.pdf", "Lesson observations.pdf"],
    ["Überblick 数学.pdf", "Überblick 数学.pdf"],
    ["C:\\Users\\me\\plan.pdf", "plan.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["invoice\u202Efdp.exe.pdf", "invoicefdp.exe.pdf"],
    ['a"b<c>|?*.csv', "a_b_c____.csv"],
    ["a\r\nSet-Cookie: x.csv", "aSet-Cookie_ x.csv"],
    [".htaccess.txt", "htaccess.txt"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(120)}.pdf`],
    ["\u200b", "file"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(cleanFilename(typed)).toBe(kept);
  });

  it("is given in ASCII and in Unicode, and breaks out of neither", () => {
    expect(attachmentHeader("Überblick 数学 (1).pdf")).toBe(
      `attachment; filename="Uberblick  (1).pdf"; filename*=UTF-8''%C3%9Cberblick%20%E6%95%B0%E5%AD%A6%20%281%29.pdf`,
    );
    expect(attachmentHeader("数学.pdf")).toContain('filename="pdf"');
  });
});
