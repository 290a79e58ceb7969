import { describe, expect, it } from "vitest";
import { writeCsv } from "./csv";

describe("writing CSV", () => {
  it("quotes what needs it and ends each line with CRLF", () => {
    expect(
      writeCsv([
        ["a", 'say "yes"', "one, two"],
        ["line\nbreak", null, 7],
      ]),
    ).toBe('a,"say ""yes""","one, two"\r\n"line\nbreak",,7\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "-"])("neutralises %j", (text) => {
    const [written] = writeCsv([[text]]).split("\r\n");
    expect(written?.replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("leaves numbers numbers, negative ones too", () => {
    expect(writeCsv([[-3, 0, 2.5, Number.NaN]])).toBe("-3,0,2.5,\r\n");
  });

  it("puts a byte order mark before the file where asked", () => {
    expect(writeCsv([["x"]], { bom: true })).toBe("\uFEFFx\r\n");
    expect(writeCsv([["x"]])).toBe("x\r\n");
  });
});
