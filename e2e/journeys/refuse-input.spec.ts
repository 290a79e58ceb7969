import { rmSync, truncateSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { uploadFile } from "../pages/results-page";
import { asUpload, resultsFileOf } from "../support/results-file";
import { startedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

const workbook = Buffer.from("PK\x03\x04[Content_Types].xml xl/workbook.xml", "latin1");
const oldWorkbook = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

/** Sends what is chosen, and finds the form again with the sentence and the year that was typed. */
async function expectRefused(
  page: Page,
  file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0],
  told: string,
) {
  await page.getByLabel("Results file").setInputFiles(file);
  await page.getByLabel("Year that the file is for").fill("2026");
  await press(page, "Upload");
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([told]);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("Results file")).toBeVisible();
  await expect(page.getByLabel("Year that the file is for")).toHaveValue("2026");
}

for (const javaScriptEnabled of [true, false])
  test(`@S03 a file that holds no results is refused on the form, with scripts ${javaScriptEnabled ? "on" : "off"}`, async ({
    as,
    priya,
  }, testInfo) => {
    const page = await as(priya, { javaScriptEnabled });
    const statuses: number[] = [];
    page.on("response", (response) => {
      if (response.request().method() === "POST") statuses.push(response.status());
    });
    await page.goto("/results/upload");
    await expectRefused(page, asUpload("sheet.xlsx", workbook), sheet);
    await expectRefused(page, asUpload("sheet.xls", oldWorkbook), sheet);
    await expectRefused(
      page,
      asUpload("letter.pdf", "%PDF-1.7"),
      "The selected file must be a CSV, or a CSV packed as .gz",
    );
    await expectRefused(page, asUpload("nothing.csv", ""), "The selected file is empty");
    await expectAccessible(page);
    const large = testInfo.outputPath("large.csv");
    writeFileSync(large, "RECTYPE,LEA");
    truncateSync(large, 51 * 1024 * 1024);
    await expectRefused(page, large, "The selected file must be smaller than 50MB");
    rmSync(large);
    // With scripts nothing is sent that is not worth sending.
    expect(statuses).toEqual(javaScriptEnabled ? [] : [400, 400, 400, 400, 413]);
    await page.goto("/results");
    await expect(page.getByRole("main")).not.toContainText(/sheet\.xls|letter\.pdf|nothing\.csv|large\.csv/);
  });

const sheet =
  "The selected file is a spreadsheet. In Excel choose File, Save as, CSV UTF-8, then select the file it saves";

test("@S03 a file that is not what its name says is refused once it is read, and nothing of it is stored", async ({
  as,
  council,
  priya,
}) => {
  const { code: councilCode } = council;
  const page = await as(priya);
  const expectErrors = async (told: string | RegExp) => {
    await expect(page.getByRole("alert")).toContainText("The file has 1 error. Nothing of it was stored");
    await expect(page.getByRole("alert").getByRole("link")).toHaveText([told]);
    await expect(page.getByRole("main").getByRole("button")).toHaveText(["Upload another file"]);
  };
  const mark = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(councilCode)]);
  for (const bytes of [mark(workbook), mark(oldWorkbook)]) {
    await uploadFile(page, `renamed_${councilCode}.csv`, bytes);
    await expectErrors(/This is a spreadsheet\. In Excel choose File, Save as, CSV UTF-8/);
    await expect(page.getByRole("heading", { name: "How to save a spreadsheet as CSV" })).toBeVisible();
  }
  await uploadFile(page, `renamed_${councilCode}.csv`, `%PDF-1.7 ${councilCode}`);
  await expectErrors(/The file must be a CSV. Found “a PDF”/);
  await uploadFile(page, `list_${councilCode}.csv`, `name,colour\r\n${councilCode},red\r\n`);
  await expectErrors(/has no columns of a results table that this service knows. Found “name,colour”/);

  const [year, rows] = [2018, [{ name: `Of another year ${councilCode}`, result: "50%" }]];
  const results = resultsFileOf({ year, councilCode, rows });
  await uploadFile(page, `year_${councilCode}.csv`, results, 2026);
  await expectErrors(/^Line 1, column PTRWM_EXP_17: the file is for 2018, not 2026/);
  await page.getByRole("button", { name: "Upload another file" }).click();
  await expect(page.getByLabel("Results file")).toBeVisible();
  await page.goto("/results");
  await expect(page.getByRole("row", { name: `year_${councilCode}.csv` })).toContainText("Has errors");
  // The school is as new as it was.
  await uploadFile(page, `year_${councilCode}.csv`, results);
  await expect(page.getByRole("main")).toContainText("New schools1");
});

test("a form with more text than the service takes is refused with a page that says what to do", async ({
  as,
  council,
}) => {
  const planId = await startedBefore({ council });
  const page = await as(council.officer, { javaScriptEnabled: false });
  await page.goto(`/plans/${planId}/sections/position`);
  // Nine bytes each on their way.
  await page.getByRole("textbox", { name: "Intake" }).fill("€".repeat(112_000));
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  expect((await answered).status()).toBe(413);
  await expect(heading(page)).toHaveText("What you sent is too large");
  await expect(page.getByRole("main")).toContainText("nothing of it was saved. To shorten it, go back to it");
  await page.goto(`/plans/${planId}/sections/position`);
  await expect(page.getByRole("textbox", { name: "Intake" })).toHaveValue("");
});
