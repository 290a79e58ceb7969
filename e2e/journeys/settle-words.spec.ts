import { draftedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("a word that condemns keeps a plan from being submitted until it is changed or kept with a reason", async ({
  as,
  council,
}) => {
  const planId = await draftedBefore({ council });
  const page = await as(council.lead);
  const write = async (text: string) => {
    await page.getByLabel("What is already improving").fill(text);
    await press(page, "Save and continue");
    await expect(page.getByRole("alert")).toContainText("saved and completed");
  };
  await page.goto(`/plans/${planId}/sections/position`);
  await write("This failing school has begun to improve. The boiler is failing, and was mended twice.");

  await page.goto(`/plans/${planId}/submit`);
  await page.getByRole("checkbox").check();
  await press(page, "Submit plan");
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("link")).toHaveCount(2);
  await expect(summary).toContainText("Change “failing” or say why it stays: What is already improving");
  await expectAccessible(page);

  // The first is changed; the second is kept, which needs a reason.
  await page
    .getByRole("link", { name: /Change the text/ })
    .first()
    .click();
  await expect(heading(page)).toContainText("Where the school is");
  await write("The school has begun to improve. The boiler is failing, and was mended twice.");
  await page.goto(`/plans/${planId}/check`);
  await expect(page.getByRole("main")).toContainText("1 place in the text has to be changed or kept with a reason");
  await expectAccessible(page);
  await page.getByRole("link", { name: /Keep it with a reason/ }).click();
  await press(page, "Keep these words");
  await expect(page.getByRole("alert")).toContainText("Enter why these words stay");
  await expectAccessible(page);
  await page.getByLabel("Why do these words stay?").fill("It is the boiler that fails.");
  await press(page, "Keep these words");
  await expect(page.getByRole("alert")).toContainText("Words kept with your reason");
  await expect(page.getByRole("main")).toContainText("Nothing is left to settle.");
  await expectAccessible(page);

  await page.goto(`/plans/${planId}/submit`);
  await page.getByRole("checkbox").check();
  await press(page, "Submit plan");
  await expect(heading(page)).toHaveText("Plan submitted");
  await page.goto(`/plans/${planId}`);
  await page.getByRole("link", { name: /^AP-/ }).click();
  await page.getByText("1 place that the council kept after the check of words").click();
  await expect(page.getByRole("main")).toContainText("Why it stays: It is the boiler that fails.");
  await expectAccessible(page);
});
