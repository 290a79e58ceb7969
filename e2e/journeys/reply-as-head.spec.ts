import type { Page } from "@playwright/test";
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

/** The council's lead invites somebody as headteacher; returns the address of the link to hand over. */
async function inviteHead(lead: Page, caseId: string, email: string): Promise<string> {
  await lead.goto(`/cases/${caseId}`);
  await lead.getByRole("link", { name: "Invite the headteacher to this service" }).click();
  await press(lead, "Make invitation");
  await expect(lead.getByRole("alert").getByRole("link")).toHaveText([
    "Enter the headteacher’s name",
    "Enter the headteacher’s work email address",
  ]);
  await expectAccessible(lead);
  await lead.getByLabel("Name").fill("Morgan Fenwater");
  await lead.getByLabel("Work email address").fill(email);
  await press(lead, "Make invitation");
  await expectAccessible(lead);
  return new URL((await lead.locator(".app-copy").innerText()).trim()).pathname;
}

test("@S26 a headteacher reads one school's flag and plan, and the reply stays with the plan", async ({
  as,
  council,
}) => {
  const planId = await draftedBefore({ council });
  const [own, other] = council.cases;
  const page = await as(null);
  const email = `head@council-${council.code}.example`;
  const link = await inviteHead(await as(council.lead), own.caseId, email);
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill("a long enough made-up phrase");
  await press(page, "Set password");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("a long enough made-up phrase");
  await press(page, "Sign in");
  // The link has done its work.
  await (await as(null)).goto(link).then((answer) => expect(answer?.status()).toBeGreaterThanOrEqual(400));
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
