import type { Page } from "@playwright/test";
import { draftedBefore } from "../support/scenes";
import { expect, expectAccessible, press, test } from "../support/test";
import { world } from "../support/world";

async function challenge(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/challenge`);
  await press(page, "Challenge flag");
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Too few pupils were counted" }).check();
  await page.getByRole("textbox", { name: "Evidence" }).fill("Four pupils had left before the exams.");
  await press(page, "Challenge flag");
  await expect(page.getByRole("alert")).toContainText("Flag challenged");
  // The deadline runs on while the challenge is open.
  await expect(page.getByRole("main")).toContainText(/Plan due (26 February|19 March) 2027/);
  await expectAccessible(page);
}

test("@S27 a challenged flag is upheld with a reason, and the draft goes on", async ({ as, council, priya }) => {
  const planId = await draftedBefore({ council });
  const [{ caseId }] = council.cases;
  const officer = await as(council.officer);
  await challenge(officer, caseId);
  const locked = await officer.goto(`/plans/${planId}/sections/position`);
  expect(locked?.status()).toBe(409);

  const admin = await as(priya);
  await admin.goto("/decisions");
  await expectAccessible(admin);
  await admin.goto(`/cases/${caseId}/uphold`);
  await expect(admin.getByRole("main")).toContainText("Four pupils had left before the exams.");
  await expectAccessible(admin);
  await admin.getByRole("textbox", { name: "Reason" }).fill("They were on roll on the day of the exams.");
  await press(admin, "Uphold flag");
  await officer.goto(`/plans/${planId}/sections/position`);
  await expect(officer.getByRole("button", { name: "Save and continue" })).toBeVisible();
  await officer.goto(`/cases/${caseId}/history`);
  await expect(officer.getByRole("main")).toContainText("They were on roll on the day of the exams.");
});

test("@S27 a challenged flag is removed with a reason, and the history says so", async ({ as, council, priya }) => {
  const [, { caseId }] = council.cases;
  const officer = await as(council.officer);
  await challenge(officer, caseId);
  const admin = await as(priya);
  await admin.goto(`/cases/${caseId}/remove-flag`);
  await expect(admin.getByRole("main")).toContainText(/Below 30% in .*: \d/);
  await expectAccessible(admin);
  await admin.getByRole("textbox", { name: "Reason" }).fill("The corrected figure is 31%.");
  await press(admin, "Remove flag");
  await admin.goto(`/programmes/${world().programmeId}`);
  await admin.getByRole("link", { name: "Run 1" }).click();
  await expect(admin.getByRole("main")).toContainText(/flags? removed since: \d+ of \d+ stand/);
  await admin.getByRole("link", { name: "Cohorts", exact: true }).click();
  await expect(admin.getByRole("row", { name: new RegExp(council.name) })).toContainText("1 removed since, 2 stand");
  await expectAccessible(admin);
  await admin.getByRole("link", { name: `Change the cohort of ${council.name}` }).click();
  await expect(admin.getByRole("main")).toContainText("2 plans with a new due date");
  await expectAccessible(admin);
  await officer.goto(`/cases/${caseId}`);
  await expect(officer.getByRole("main")).toContainText("Flag removed");
  await expect(officer.getByRole("main")).not.toContainText("Plan due");
  await expectAccessible(officer);
  await officer.goto(`/cases/${caseId}/history`);
  await expect(officer.getByRole("main")).toContainText("Removed the flag");
  await expect(officer.getByRole("main")).toContainText("The corrected figure is 31%.");
  await expectAccessible(officer);
});
