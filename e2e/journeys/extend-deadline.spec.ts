import type { Page } from "@playwright/test";
import { expect, expectAccessible, press, test } from "../support/test";

async function fillDate(page: Page, day: string, month: string, year: string): Promise<void> {
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("Month").fill(month);
  await page.getByLabel("Year").fill(year);
}

async function ask(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/extension`);
  await expectAccessible(page);
  await fillDate(page, "16", "4", "2027");
  await page.getByRole("textbox", { name: "Reason" }).fill("The new headteacher starts in March.");
  await press(page, "Ask for extension");
  await expect(page.getByRole("alert")).toContainText("Extension to 16 April 2027 asked for.");
}

test("@S21 a refused extension leaves the date and gives the reason", async ({ as, council, priya }) => {
  const [{ caseId }] = council.cases;
  const officer = await as(council.officer);
  await ask(officer, caseId);
  const due = /Plan due (19 March|26 February) 2027/;
  await expect(officer.getByRole("main")).toContainText(due);
  const admin = await as(priya);
  await admin.goto(`/cases/${caseId}/extension/refuse`);
  await expectAccessible(admin);
  await admin.getByRole("textbox", { name: "Reason" }).fill("The acting headteacher can take part.");
  await press(admin, "Refuse extension");
  await officer.goto(`/cases/${caseId}`);
  await expect(officer.getByRole("main")).toContainText(due);
  await officer.goto(`/cases/${caseId}/history`);
  await expect(officer.getByRole("main")).toContainText("The acting headteacher can take part.");
});

test("@S21 a granted extension moves the date, and the history holds both dates", async ({ as, council, priya }) => {
  const [{ caseId, dueOn }] = council.cases;
  const officer = await as(council.officer);
  await ask(officer, caseId);
  const admin = await as(priya);
  await admin.goto(`/cases/${caseId}/extension/grant`);
  await fillDate(admin, "9", "4", "2027");
  await admin.getByRole("textbox", { name: "Reason" }).fill("Once, and for two weeks.");
  await press(admin, "Grant extension");
  await officer.goto(`/cases/${caseId}`);
  await expect(officer.getByRole("main")).toContainText("Plan due 9 April 2027");
  await officer.goto(`/cases/${caseId}/history`);
  const before = dueOn === "2027-02-26" ? "26 February 2027" : "19 March 2027";
  await expect(officer.getByRole("main")).toContainText(before);
  await expect(officer.getByRole("main")).toContainText("9 April 2027");
  await expectAccessible(officer);
});
