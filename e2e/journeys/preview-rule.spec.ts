import { runRule, takeOver, uploadFile } from "../pages/results-page";
import { resultsFileOf } from "../support/results-file";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S04 other settings are tried before they are saved: who comes, who goes, and why", async ({
  as,
  council,
  priya,
}) => {
  const [year, councilCode] = [2022, council.code];
  const of = (word: string) => `${word} Vale School ${councilCode}`;
  const rows = [
    { name: of("Below"), result: "48%", before: "51%" },
    { name: of("Level"), result: "65%", before: "50%" },
    { name: of("Above"), result: "71%" },
    { name: of("Hidden"), result: "40%", before: "SUPP" },
  ];
  const page = await as(priya);
  await uploadFile(page, `preview_${councilCode}.csv`, resultsFileOf({ year, councilCode, rows }));
  await takeOver(page);
  const programme = await runRule(page, { name: `Preview ${councilCode}`, year });

  await page.goto(`${programme}/edit`);
  await page.getByLabel("Floor", { exact: true }).fill("166");
  await press(page, "Preview the schools");
  await expect(page.getByRole("alert")).toContainText("Floor must be between 0 and 100");
  await page.getByLabel("Floor", { exact: true }).fill("66");
  await press(page, "Preview the schools");
  await expect(heading(page)).toHaveText(/Preview of the settings/);
  await expect(page.getByRole("main")).toContainText("Nothing is saved yet. Compared with run 1.");
  const row = (word: string) => page.getByRole("row", { name: new RegExp(of(word)) });
  await expect(row("Level")).toContainText("At or above 65% in 2022: 65");
  await expect(row("Level")).toContainText("Below 66% in 2021 and 2022: 50, 65");
  await expect(row("Below")).toHaveCount(0);
  await expectAccessible(page);

  // The same without scripts: the form is sent by its second button, and comes back as it was typed.
  const plain = await as(priya, { javaScriptEnabled: false });
  await plain.goto(`${programme}/edit`);
  await plain.getByLabel("Number of years below the floor").fill("2");
  await plain.getByLabel("Smallest number of pupils").fill("20");
  await plain.getByRole("button", { name: "Preview the schools" }).click();
  await plain.getByRole("link", { name: /^Go from the list \(/ }).click();
  const gone = plain.getByRole("row", { name: new RegExp(of("Hidden")) });
  await expect(gone).toContainText("Not eligible: no published result in 2021 (SUPP)");
  await plain
    .getByRole("link", { name: /^Near the floor/ })
    .first()
    .click();
  await expect(plain.getByRole("row", { name: new RegExp(of("Level")) })).toContainText("At the floor");
  await plain.getByRole("main").getByRole("link", { name: "Change the settings" }).click();
  await expect(plain.getByLabel("Smallest number of pupils")).toHaveValue("20");
  await plain.getByLabel("Floor", { exact: true }).fill("66");
  await plain.getByRole("button", { name: "Preview the schools" }).click();
  await plain.getByRole("button", { name: "Save these settings" }).click();
  await expect(plain.getByRole("main")).toContainText("fewer than 20 pupils in 2022");
  await plain.getByRole("button", { name: "Run identification again" }).click();

  // The earlier run is kept as it was, and stands beside the new one.
  await page.goto(programme);
  await page.getByRole("link", { name: "Run 2" }).first().click();
  await expect(heading(page)).toHaveText(/Identification run 2/);
  await page.getByRole("link", { name: "Compare with another run" }).click();
  await page.getByLabel("Run to compare with").selectOption({
    label: await page.getByRole("option", { name: new RegExp(`Run 1 of Preview ${councilCode}`) }).innerText(),
  });
  await press(page, "Compare");
  await page.getByRole("link", { name: /^No longer flagged/ }).click();
  const compared = page.getByRole("row", { name: new RegExp(of("Hidden")) });
  await expect(compared).toContainText("Below 65% in 2022: 40");
  await expect(compared).toContainText("Not eligible: no published result in 2021 (SUPP)");
  await expectAccessible(page);
});
