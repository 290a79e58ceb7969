import { takeCouncil } from "../support/take-council";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S28 a lead adds an officer, hands over a link, and removes them again", async ({ as, council }) => {
  const page = await as(council.lead);
  await page.goto("/");
  await page.getByRole("link", { name: "Your officers" }).click();
  await expect(heading(page)).toHaveText("Your officers");
  await expect(page.getByRole("row", { name: council.lead.name })).toContainText("By the Department");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add an officer" }).click();
  await press(page, "Add officer");
  await page.getByRole("link", { name: "Enter the officer’s name" }).click();
  await expect(page.getByLabel("Name")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Name").fill("Robin Tarnfield");
  await page.getByLabel("Work email address").fill(council.officer.email);
  await press(page, "Add officer");
  await expect(page.getByRole("alert")).toContainText("There is already an officer of your council");
  const email = `robin.tarnfield@council-${council.code}.example`;
  await page.getByLabel("Work email address").fill(email);
  await press(page, "Add officer");
  await expect(heading(page)).toContainText("Issue a set-password link");
  await press(page, "Issue link");
  const link = (await page.locator(".app-copy").innerText()).trim();

  const theirs = await as(null);
  await theirs.goto(new URL(link).pathname);
  await theirs.getByLabel("Password", { exact: true }).fill("a long enough made-up phrase");
  await press(theirs, "Set password");
  await theirs.getByLabel("Email address").fill(email);
  await theirs.getByLabel("Password", { exact: true }).fill("a long enough made-up phrase");
  await press(theirs, "Sign in");
  await theirs.goto("/schools");
  await expect(theirs.getByRole("main")).toContainText(council.cases[0].schoolName);

  await page.goto("/officers");
  await page.getByRole("link", { name: "Remove Robin Tarnfield" }).click();
  await expectAccessible(page);
  await press(page, "Remove officer");
  await expect(page.getByRole("main")).toContainText("Robin Tarnfield is no longer an officer");
  expect((await theirs.goto("/schools"))?.status()).toBe(403);
});

test("@S28 another council's officer is not found", async ({ as, council }) => {
  const theirs = await takeCouncil();
  const page = await as(theirs.lead);
  await page.goto("/officers");
  const href = await page.getByRole("link", { name: `Remove ${theirs.officer.name}` }).getAttribute("href");
  const mine = await as(council.lead);
  const answer = await mine.goto(href ?? "");
  expect(answer?.status()).toBe(404);
});
