import { findActor } from "../../prisma/scenarios/people";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("an adviser comments on a submitted plan, and the Department reads it beside the plan", async ({ as, helena }) => {
  const page = await as(await findActor("edmund.vaisley@adviser.example"));
  await page.goto("/advised");
  await page.locator('main a[href^="/revisions/"]').first().click();
  await expect(heading(page)).toContainText("submitted plan");
  const address = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Add a comment" }).click();
  await press(page, "Add comment");
  await expect(page.locator(".govuk-error-summary")).toContainText("Select the section that your comment is about");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Targets" }).check();
  await page.getByLabel("Comment", { exact: true }).fill("Compare with what similar schools have reached.");
  await press(page, "Add comment");
  await expect(page.getByRole("main")).toContainText("Your comment is added");
  await expectAccessible(page);

  const reviewer = await as(helena);
  await reviewer.goto(address);
  await expect(reviewer.getByRole("region", { name: "Advice" })).toContainText(
    "Compare with what similar schools have reached.",
  );
});
