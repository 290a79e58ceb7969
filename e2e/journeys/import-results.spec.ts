import { gzipSync } from "node:zlib";
import { runRule, takeOver, uploadFile } from "../pages/results-page";
import { resultsFileOf } from "../support/results-file";
import { expect, expectAccessible, press, test } from "../support/test";

test("@S01 @S04 a results file is read and schools below the floor are flagged, with the calculation in words", async ({
  as,
  council,
  priya,
}) => {
  const [year, councilCode] = [2018, council.code];
  const of = (word: string) => `${word} Hill School ${councilCode}`;
  const rows = [
    { name: of("Below"), result: "48%", before: "51%" },
    { name: of("Level"), result: "65%", before: "50%" },
    { name: of("Above"), result: "71%" },
    { name: of("Hidden"), result: "SUPP", before: "40%" },
    { name: of("Special"), result: "12%", type: "CYS" },
    { name: of("Closed"), result: "30%", closed: true },
  ];
  const page = await as(priya);
  await uploadFile(page, `ks2_${year}_${councilCode}.csv`, resultsFileOf({ year, councilCode, rows }));
  await expect(page.getByRole("main")).toContainText("New schools6");
  await takeOver(page);
  await runRule(page, { name: `Expected standard ${councilCode}`, year });

  await page.getByRole("link", { name: /flagged schools/ }).click();
  const row = (word: string) => page.getByRole("row", { name: new RegExp(of(word)) });
  await expect(row("Below")).toContainText("Below 65% in 2017 and 2018: 51, 48");
  await expect(row("Below")).toContainText("First concern");
  for (const word of ["Level", "Above", "Hidden", "Special", "Closed"]) await expect(row(word)).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(page.url().replace("flagged", "boundary"));
  await expect(row("Level")).toContainText("At or above 65% in 2018: 65");
  await page.goto(page.url().replace("boundary", "notEligible"));
  await expect(row("Hidden")).toContainText("no published result in 2018 (SUPP)");
  await expect(row("Special")).toContainText("not a state-funded mainstream school");
  await expect(row("Closed")).toContainText("closed");
  await expectAccessible(page);
});

test("@S02 the same file again changes nothing; a corrected one lists exactly what it changes", async ({
  as,
  council,
  priya,
}) => {
  const [year, councilCode] = [2019, council.code];
  const rows = ["50%", "60%", "70%"].map((result, at) => ({ name: `Twice School ${at + 1}`, result }));
  const name = `twice_${councilCode}.csv`;
  const page = await as(priya);
  await uploadFile(page, name, resultsFileOf({ year, councilCode, rows }));
  await takeOver(page);
  await uploadFile(page, name, resultsFileOf({ year, councilCode, rows }));
  await expect(page.getByRole("main")).toContainText("were taken over then");
  await expect(page.getByRole("button", { name: "Take over results" })).toHaveCount(0);

  const corrected = rows.map((row, at) => (at === 1 ? { ...row, result: "64%" } : row));
  await uploadFile(page, `corrected_${name}`, resultsFileOf({ year, councilCode, rows: corrected }));
  const changes = page.getByRole("table", { name: "Changed results" });
  await expect(changes.getByRole("row")).toHaveCount(2);
  await expect(changes).toContainText("Twice School 2");
  await expect(changes).toContainText("60%");
  await expect(changes).toContainText("64%");
  await takeOver(page);
});

test("@S03 a damaged file is refused with line and column, and nothing of it is stored", async ({
  as,
  council,
  priya,
}) => {
  const [year, councilCode] = [2019, council.code];
  const rows = ["50%", "sixty", "170%"].map((result, at) => ({ name: `Damaged School ${at + 1}`, result }));
  const text = resultsFileOf({ year, councilCode, rows });
  const page = await as(priya);
  await uploadFile(page, `damaged_${councilCode}.csv`, text);
  await expect(page.getByRole("alert")).toContainText("The file has 2 errors. Nothing of it was stored");
  const errors = page.getByRole("table", { name: /Errors by line and column/ });
  await expect(errors.getByRole("row").nth(1)).toContainText(/3\s*PTRWM_EXP\s*sixty/);
  await expect(errors.getByRole("row").nth(2)).toContainText(/4\s*PTRWM_EXP\s*170%/);
  await uploadFile(page, `column_${councilCode}.csv`, text.replace("NFTYPE", "TYPE"));
  await expect(page.getByRole("alert")).toContainText("the file has no column NFTYPE");
  const inUtf16 = Buffer.from(text.replace("sixty", "60%").replace("170%", "70%"), "utf16le");
  await uploadFile(page, `encoding_${councilCode}.csv.gz`, gzipSync(inUtf16));
  await expect(page.getByRole("main")).toContainText("The file must be a CSV in UTF-8");

  await page.goto("/results/upload");
  await press(page, "Upload");
  await expect(page.getByRole("alert")).toContainText("Select a results file, list of schools or file of links");
  await expectAccessible(page);
});
