import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, fictionalCouncils } from "./fictional-results.fixture";
import { layouts } from "./layouts";
import { measures } from "./measures";
import { readResultsFile } from "./read-results-file";

/** A file of one school, and a row of England's, with these columns beside those that every table has. */
function readTable(results: Record<string, string>, { filename, year }: { filename: string; year?: number }) {
  const shared = {
    RECTYPE: "1",
    LEA: "001",
    ESTAB: "4001",
    URN: "900001",
    SCHNAME: "Fictional School",
    TOWN: "Newtown",
  };
  const row: Record<string, string> = { ...shared, PCODE: "ZZ1 1ZZ", NFTYPE: "ACC", ICLOSE: "0", ...results };
  const england = { ...Object.fromEntries(Object.keys(row).map((column) => [column, ""])), ...results };
  const national = { ...england, RECTYPE: "TPUP" in results ? "7" : "5", SCHNAME: "England" };
  const lines = [Object.keys(row), Object.values(row), Object.values(national)];
  const text = lines.map((cells) => cells.join(",")).join("\r\n");
  return readResultsFile({ bytes: bytesOf(text), filename, councilCodes: fictionalCouncils, year });
}

const published = (measure: string, ...values: [year: number, value: string | null, code?: string][]) =>
  values.map(([year, value, code = null]) => ({ measure, year, value, code }));

// The columns that the Department named in the tables of each year.
describe("the Department's tables by year", () => {
  it.each([
    [
      "key stage 2, 2012: both measures",
      { TELIG: "30", PTENGMATX: "0.52", PTREADWRITTAMATX: "0.48", PTENGMATX11: "0.5", PTENGMATX12: "0.52" },
      { filename: "ks2.csv" },
      "ks2-2011",
      [...published("ks2-l4-em", [2011, "50"], [2012, "52"]), ...published("ks2-l4-rwm", [2012, "48"])],
    ],
    [
      "key stage 2, 2014: reading, writing and maths at level 4",
      { TELIG: "30", PTREADWRITTAMATX: "61%", PTREADWRITTAMAT4B: "50%" },
      { filename: "2013-2014_england_ks2final.csv" },
      "ks2-2011",
      published("ks2-l4-rwm", [2014, "61"]),
    ],
    [
      "key stage 2, 2019: the expected standard, three years",
      { TELIG: "30", PTRWM_EXP: "58%", PTRWM_EXP_18: "SUPP", PTRWM_EXP_17: "49%", PTRWM_EXP_3YR: "54%" },
      { filename: "ks2.csv" },
      "ks2-2016",
      published("ks2-rwm-exp", [2017, "49"], [2018, null, "SUPP"], [2019, "58"]),
    ],
    [
      "key stage 4, 2013",
      { TPUP: "150", PTAC5EM: "41%", AC5EM10: "NP", AC5EM11: "38%", AC5EM12: "40%", AC5EM13: "41%" },
      { filename: "ks4.csv" },
      "ks4-2011",
      published("ks4-5ac-em", [2010, null, "NP"], [2011, "38"], [2012, "40"], [2013, "41"]),
    ],
    [
      "key stage 4, 2014",
      { TPUP: "150", PTAC5EM_PTQ: "39%", AC5EM12: "40%", AC5EM13: "41%", AC5EM14_PTQ: "39%" },
      { filename: "ks4.csv" },
      "ks4-2011",
      published("ks4-5ac-em", [2012, "40"], [2013, "41"], [2014, "39"]),
    ],
    [
      "key stage 4, 2016: the first entry goes before others",
      {
        ...{ TPUP: "150", PTAC5EM_PTQ: "44%", PTAC5EM_PTQ_EE: "42%", AC5EM13: "41%", AC5EM14_PTQ: "39%" },
        ...{ AC5EM15_PTQ_EE: "40%", AC5EM16_PTQ_EE: "42%", ATT8SCR: "47.1" },
      },
      { filename: "ks4.csv" },
      "ks4-2011",
      published("ks4-5ac-em", [2013, "41"], [2014, "39"], [2015, "40"], [2016, "42"]),
    ],
    [
      "key stage 4, 2023: grade 4 or above in English and maths",
      { TPUP: "150", ATT8SCR: "43.5", PTL2BASICS_94: "55%", PTL2BASICS_95: "36%" },
      { filename: "2022-2023_england_ks4final.csv" },
      "ks4-2017",
      published("ks4-94-em", [2023, "55"]),
    ],
  ] as const)("%s", (_, results, named, layout, expected) => {
    const outcome = readTable(results, named);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
    expect(outcome.file.layout.id).toBe(layout);
    expect(outcome.file.rows).toHaveLength(1);
    expect(outcome.file.rows[0]).toMatchObject({ mainstream: true, eligiblePupils: "TPUP" in results ? 150 : 30 });
    expect(outcome.file.rows[0]?.results).toEqual(expected);
  });

  it("asks for the year where neither the columns nor the name say it", () => {
    const results = { TPUP: "150", PTL2BASICS_94: "55%" };
    expect(readTable(results, { filename: "england_ks4final.csv" })).toMatchObject({
      ok: false,
      errors: [{ column: "PTL2BASICS_94", message: expect.stringMatching(/does not say which year/) as string }],
    });
    expect(readTable(results, { filename: "england_ks4final.csv", year: 2024 })).toMatchObject({
      ok: true,
      file: { year: 2024 },
    });
  });

  it("says of a table without a known measure which columns it looked for", () => {
    const outcome = readTable({ TPUP: "150", ATT8SCR: "43.5" }, { filename: "2022-2023_england_ks4final.csv" });
    expect(outcome).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringMatching(/PTL2BASICS_94/) as string }],
    });
  });
});

describe("the README's table of layouts", () => {
  const readme = readFileSync(path.join(import.meta.dirname, "README.md"), "utf8");
  const cells = (line: string) => line.split("|").map((cell) => cell.trim());

  it("has every layout with every measure and its columns", () => {
    const shown = readme.split("\n").flatMap((line) => {
      const [, id = "", ...rest] = cells(line);
      return layouts.some((layout) => layout.id === id) ? [[id, ...rest.slice(0, 4)]] : [];
    });
    const list = (names: readonly string[]) => names.join(", ") || "none";
    expect(shown).toEqual(
      layouts.flatMap(({ id, name, measures: held }) =>
        held.map(({ measure, columns, yearColumns }) => [id, name, measure, list(columns), list(yearColumns)]),
      ),
    );
  });

  it("leaves out no measure", () => {
    const held = layouts.flatMap((layout) => layout.measures.map(({ measure }) => measure));
    expect([...new Set(held)].sort()).toEqual(Object.keys(measures).sort());
  });
});
