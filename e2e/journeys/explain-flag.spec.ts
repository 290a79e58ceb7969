import type { Page } from "@playwright/test";
import { runRule, takeOver, uploadFile } from "../pages/results-page";
import { resultsFileOf } from "../support/results-file";
import { addPersonOf } from "../support/take-council";
import { headToldBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

const main = (page: Page) => page.getByRole("main");

test("@S04 a boundary and a suppressed year are explained as the gap policy says", async ({ as, council, priya }) => {
  const [year, councilCode] = [2024, council.code];
  const of = (word: string) => `${word} Moor School ${councilCode}`;
  const rows = [
    { name: of("Level"), result: "65%", before: "50%" },
    { name: of("Hidden"), result: "40%", before: "SUPP" },
  ];
  const page = await as(priya);
  await uploadFile(page, `explain_${councilCode}.csv`, resultsFileOf({ year, councilCode, rows }));
  await takeOver(page);
  const programme = await runRule(page, { name: `Explained ${councilCode}`, year });
  const openSchool = async (list: string, word: string) => {
    await page.goto(`${page.url().replace(/\/schools.*$/, "")}/schools?list=${list}&council=${councilCode}`);
    await page.getByRole("link", { name: of(word) }).click();
    await expect(heading(page)).toHaveText(new RegExp(of(word)));
    await expectAccessible(page);
  };

  await openSchool("notFlagged", "Level");
  await expect(main(page)).toContainText("At or above 65% in 2024: 65");
  await expect(main(page)).toContainText("exactly at the floor of 65%");
  await openSchool("flagged", "Hidden");
  await expect(main(page)).toContainText("Below 65% in 2024: 40");
  await expect(page.getByRole("row", { name: /^2023/ }).first()).toContainText("No value (SUPP)");
  await expect(main(page)).toContainText("never counted as 0. It breaks the run of years");
  await expect(main(page)).toContainText(
    "One pupil is worth 3.3 percentage points of 30 pupils. About 8 more pupils would have",
  );
  await expect(main(page)).toContainText(`explain_${councilCode}.csv, line 3`);
  await expect(main(page)).toContainText(/[0-9a-f]{64}/);
  await expect(main(page)).toContainText("leaves the programme when its result is at or above 65%");

  await page.goto(`${programme}/edit`);
  await page.getByLabel("Number of years below the floor").fill("2");
  await page.getByRole("radio", { name: "It is passed over" }).check();
  await press(page, "Save settings");
  await press(page, "Run identification again");
  await expect(heading(page)).toHaveText(/Identification run 2/);
  await openSchool("flagged", "Hidden");
  await expect(main(page)).toContainText("Below 65% in 2024: 40. No published result in 2023 (SUPP)");
  await expect(main(page)).toContainText("never counted as 0. It is passed over");
});

test("@S26 the flag of a case is explained to its council and its head, the exit rule from the first day", async ({
  as,
  council,
}) => {
  const [own] = council.cases;
  const exit =
    "Once its plan is approved, the school leaves the programme when its result is at or above 30% in the next year.";
  const officer = await as(council.officer);
  await officer.goto(`/cases/${own.caseId}`);
  await expect(main(officer)).toContainText(exit);
  await officer.getByRole("link", { name: "How the flag was worked out" }).click();
  await expect(main(officer)).toContainText(/Below 30% in/);
  await expect(main(officer)).toContainText(exit);
  await expectAccessible(officer);

  await headToldBefore({ council });
  const head = await as(await addPersonOf(council, "headteacher", { school: own.laestab }));
  await head.goto("/your-school");
  await expect(main(head)).toContainText(exit);
  await head.getByRole("link", { name: /How the flag was worked out/ }).click();
  await expect(heading(head)).toHaveText(new RegExp(own.schoolName));
  await expect(main(head)).toContainText(exit);
  await expect(main(head)).toContainText("right to reply");
  await expect(main(head)).not.toContainText(/26 February 2027|19 March 2027|26 March 2027|cohort|priority/i);
  await expectAccessible(head);
});
