import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S05 starting a plan, going back and starting it again gives one draft", async ({ as, council }) => {
  const [{ caseId, schoolName }] = council.cases;
  const page = await as(council.officer);
  await page.goto("/schools");
  await expectAccessible(page);
  await page.locator(".govuk-task-list__link", { hasText: schoolName }).click();
  await expect(heading(page)).toHaveText(new RegExp(schoolName));
  await expectAccessible(page);

  // A second page of the same school, opened before the plan was started.
  const other = await page.context().newPage();
  await other.goto(`/cases/${caseId}`);
  await press(page, "Start plan");
  await expect(heading(page)).toHaveText(/Action plan/);
  const address = page.url();
  await expectAccessible(page);

  await page.goBack();
  await expect(page.getByRole("main").getByRole("button", { name: "Start plan" })).toHaveCount(0);
  await press(other, "Start plan");
  await expect(heading(other)).toHaveText(/Action plan/);
  expect(other.url()).toBe(address);
  await other.goto("/schools");
  await expect(other.locator(".govuk-task-list__link", { hasText: schoolName })).toHaveCount(1);
});
