import { addCouncils } from "../../prisma/scenarios/programmes";
import { takeOver, uploadFile } from "../pages/results-page";
import { listOf, takeOverList } from "../pages/school-list";
import { test } from "../support/own-world";
import { resultsFileOf } from "../support/results-file";
import { expect, expectAccessible, heading, press } from "../support/test";
import { testCouncils } from "../support/world";

// A file that is taken back takes every run on its measure along that has not been published, after a list of schools
// every run: in the service of the other tests those would be theirs.
test.use({ worldOf: "take-back-files" });

const councils = testCouncils.values();

/** The code of a council that no other test of this worker, and so of its service, has. */
async function addCouncil(): Promise<string> {
  const { value } = councils.next();
  if (!value) throw new Error("Every council is taken.");
  await addCouncils([value]);
  return value.code;
}

test("@S02 a file that changes only details of schools says so, and is taken back", async ({
  as,
  priya,
  startWork,
}) => {
  const [year, councilCode] = [2017, await addCouncil()];
  startWork();
  const rows = ["50%", "60%"].map((result, at) => ({ name: `Detailed School ${at + 1}`, result }));
  const page = await as(priya);
  await uploadFile(page, `details_${councilCode}.csv`, resultsFileOf({ year, councilCode, rows }));
  await takeOver(page);

  const closing = [
    { ...rows[0]!, closed: true },
    { ...rows[1]!, name: "Renamed School" },
  ];
  await uploadFile(page, `closing_${councilCode}.csv`, resultsFileOf({ year, councilCode, rows: closing }));
  await expect(page.getByRole("main")).toContainText("Details of schools will change.");
  await expect(page.getByRole("main")).not.toContainText("Nothing will change");
  const details = page.getByRole("table", { name: "Changed details of schools" });
  await expect(details.getByRole("row").nth(1)).toContainText(/Detailed School 1.*Open\s*Yes\s*No/);
  await expect(details.getByRole("row").nth(2)).toContainText(/Name\s*Detailed School 2\s*Renamed School/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Changed details of schools as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("results-file-changedSchools.csv");
  await takeOver(page);
  await expect(page.getByRole("table", { name: "Changed details of schools" })).toContainText("Renamed School");

  await page.getByRole("link", { name: "Take this file back" }).click();
  await expect(heading(page)).toContainText("Take this file back");
  await expectAccessible(page);
  await press(page, "Take file back");
  await expect(page.getByRole("main")).toContainText("Schools and results are as they were before it");
  await expect(page.getByRole("main")).toContainText("Taken back");
  await expectAccessible(page);

  // What was taken back changes the same again.
  await uploadFile(page, `closing_${councilCode}.csv`, resultsFileOf({ year, councilCode, rows: closing }));
  await expect(page.getByRole("main")).toContainText("Details of schools will change.");
  await page.goto("/results");
  await page.getByRole("link", { name: `details_${councilCode}.csv` }).click();
  await page.getByRole("link", { name: /New results/ }).click();
  await expect(heading(page)).toContainText("New results: 4");
  await expect(page.getByRole("table", { name: "New results" })).toContainText("Detailed School 2");
  await expectAccessible(page);
});

test("a list of schools that is taken back lists nothing any more, and one of a day to come is refused", async ({
  as,
  priya,
  startWork,
}) => {
  const code = await addCouncil();
  startWork();
  const rows = [{ URN: `95${code}1`, ESTAB: "3301", SCHNAME: `Bay Lane School ${code}` }];
  const page = await as(priya);
  const main = page.getByRole("main");
  await uploadFile(page, `schools-back-${code}-2026-11-02.csv`, listOf(code, rows));
  await takeOverList(page);
  const address = await page.getByRole("link", { name: /^Download every school of the list/ }).getAttribute("href");
  const download = async () => (await page.request.get(address ?? "", { failOnStatusCode: false })).status();
  expect(await download()).toBe(200);
  await page.getByRole("link", { name: "Take this file back" }).click();
  await expect(main).not.toContainText("the results that it brought are removed");
  await expectAccessible(page);
  await press(page, "Take file back");
  await expect(main).toContainText("Schools and results are as they were before it");
  await expect(page.getByRole("link", { name: /^Download every school/ })).toHaveCount(0);
  expect(await download()).toBe(404);

  await uploadFile(page, `schools-to-come-${code}-2027-01-01.csv`, listOf(code, rows));
  await expect(page.getByRole("table", { name: /Errors by line and column/ })).toContainText("still to come");
});
