import type { Page } from "@playwright/test";
import { addPersonOf } from "../support/take-council";
import { draftedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

/** The council reads the letter to a head, and records that the head was told. */
async function tellHead(officer: Page, school: string): Promise<void> {
  await officer.goto("/schools");
  await officer.getByRole("link", { name: `Tell the headteacher of ${school}` }).click();
  await expect(officer.getByRole("main")).toContainText("Your right of reply");
  await press(officer, "Record that the headteacher was told");
  await expect(officer.getByRole("alert").getByRole("link")).toHaveText(["Select how you told the headteacher"]);
  await expectAccessible(officer);
  await officer.getByRole("radio", { name: "By phone" }).check();
  await press(officer, "Record that the headteacher was told");
  await expect(officer.getByRole("main")).toContainText("The headteacher was told on 24 November 2026, by phone.");
}

test("@S26 a headteacher reads one school's flag and plan, and the reply stays with the plan", async ({
  as,
  council,
}) => {
  const planId = await draftedBefore({ council });
  const [own, other] = council.cases;
  const head = await addPersonOf(council, "headteacher", { school: own.laestab });
  const page = await as(head);
  await page.goto("/your-school");
  await expect(page.getByRole("main")).toContainText("your council tells you first");
  await expect(page.getByRole("main")).not.toContainText("30%");
  await tellHead(await as(council.officer), own.schoolName);
  await expect(async () => {
    await page.goto("/notices");
    await expect(page.getByRole("main")).toContainText(`${own.schoolName} needs an action plan`, { timeout: 1_000 });
  }).toPass();
  await page.goto("/");
  await expect(heading(page)).toHaveText(new RegExp(own.schoolName));
  await expect(page.getByRole("main")).toContainText(/Below 30% in/);
  for (const date of ["26 February 2027", "19 March 2027"])
    await expect(page.getByRole("main")).not.toContainText(date);
  await expectAccessible(page);
  for (const address of [`/cases/${other.caseId}`, `/plans/${planId}`, "/schools", "/board"]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBeGreaterThanOrEqual(403);
  }

  await page.goto("/your-school/reply");
  await press(page, "Send reply");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "I disagree with the plan" }).check();
  await page.getByLabel("Your comment").fill("The plan leaves out attendance.");
  await press(page, "Send reply");
  const lead = await as(council.lead);
  await lead.goto(`/plans/${planId}/check`);
  await expect(lead.getByRole("main")).toContainText("The plan leaves out attendance.");
});
