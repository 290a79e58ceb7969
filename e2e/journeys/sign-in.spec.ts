import { expect, expectAccessible, heading, press, test } from "../support/test";

test("one click on a made-up account signs in where that person's work begins, and sign out ends it", async ({
  as,
}) => {
  const page = await as(null);
  await page.goto("/people");
  await expect(heading(page)).toHaveText("Sign in");
  await page.getByRole("button", { name: "Sign in as Priya Nandlake" }).click();
  await expect(page).toHaveURL("/people");
  await page.goto("/");
  await expect(heading(page)).toContainText("Board");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/board");
  await expect(heading(page)).toHaveText("Sign in");
});

test("an admin adds a person and hands over a link; it sets a password once, and the password signs in", async ({
  as,
  priya,
}) => {
  const email = "nora.test@department.example";
  const admin = await as(priya);
  await admin.goto("/people/new");
  await admin.getByLabel("Name", { exact: true }).fill("Nora Test");
  await admin.getByLabel("Work email address").fill(email);
  await admin.getByRole("radio", { name: "Department reviewer" }).check();
  await press(admin, /^Add/);
  await press(admin, "Issue link");
  const link = (await admin.locator(".app-copy").innerText()).trim();
  const path = new URL(link).pathname;

  const page = await as(null);
  await page.goto(path);
  await expectAccessible(page);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await press(page, "Set password");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill("a long enough made-up password");
  await press(page, "Set password");
  await expect(heading(page)).toHaveText("Sign in");

  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not this one at all");
  await press(page, "Sign in");
  await expect(page.getByRole("alert")).toContainText("The email address or the password is not right");
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByLabel("Password", { exact: true }).fill("a long enough made-up password");
  await press(page, "Sign in");
  await expect(heading(page)).toHaveText("Review queue");

  const other = await as(null);
  await other.goto(path);
  await expect(heading(other)).toHaveText("This link cannot be used");
});
