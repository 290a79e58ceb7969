import type { Page } from "@playwright/test";
import { type BreakableService, startBreakable } from "../support/break-database";
import { expect, expectAccessible, heading, test } from "../support/test";

// A fault of the service's own: a table that is away. Started here, as no page may fail in the other tests' service.
let service: BreakableService;
test.beforeAll(async () => {
  service = await startBreakable();
});
test.afterAll(() => service.stop());

const lookOf = (page: Page) =>
  heading(page).evaluate(
    (element) => `${getComputedStyle(element).fontFamily} ${getComputedStyle(element).fontWeight}`,
  );

/** The page of an error: in the service's look, with what to do, nothing of its inside, and its line in the log. */
async function expectFault(page: Page, look: string): Promise<void> {
  await expect(page).toHaveTitle("Sorry, there is a problem with the service – School action plans");
  await expect(heading(page)).toHaveText("Sorry, there is a problem with the service");
  await expect(page.getByRole("main")).toContainText(
    "Try again in a few minutes. Nothing that was saved before is lost.",
  );
  await expect(page.getByRole("link", { name: "Go to your home page" })).toBeVisible();
  expect(await lookOf(page)).toBe(look);
  expect(await page.content()).not.toMatch(/prisma|postgres|P20\d\d|42P01|node_modules|\.js:\d|stack/i);
  await expectAccessible(page);
  const reference = await page.getByRole("main").locator("strong").innerText();
  const lines = service.log.filter((line) => line.includes(reference));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "error", requestId: reference, where: /./ });
  expect(lines[0]).not.toMatch(/Pellingham|council-001|Ashmere/);
}

test("a fault of the service has a page in its look that says what to do, and a line in the log", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: service.baseURL });
  const page = await context.newPage();
  await page.goto("/sign-in");
  // The first pages of a service that has just started, on a database that has just been copied.
  await page.getByRole("button", { name: "Sign in as Grace Pellingham" }).click({ timeout: 20_000 });
  await expect(heading(page)).toContainText("Your schools");
  const look = await lookOf(page);

  const giveBack = await service.takeAway("council_escalations");
  expect((await page.goto("/schools"))?.status()).toBe(500);
  await expectFault(page, look);
  // What does not need it works on, and the page still says who is signed in.
  await expect(page.getByRole("banner")).toContainText("Grace Pellingham");
  expect((await page.goto("/notices"))?.status()).toBe(200);
  await giveBack();
  expect((await page.goto("/schools"))?.status()).toBe(200);

  // What every page reads.
  const giveNoticesBack = await service.takeAway("notices");
  expect((await page.goto("/schools"))?.status()).toBe(500);
  await expectFault(page, look);
  await giveNoticesBack();

  // A form that fails half way leaves nothing behind, and can be sent again.
  await page.goto("/schools");
  await page
    .getByRole("link", { name: /: start the plan$/ })
    .first()
    .click();
  const address = page.url();
  const giveSectionsBack = await service.takeAway("plan_sections");
  await page.getByRole("button", { name: "Start plan" }).click();
  await expectFault(page, look);
  await giveSectionsBack();
  await page.goto(address);
  await expect(page.getByRole("main")).toContainText("Not started");
  await page.getByRole("button", { name: "Start plan" }).click();
  await expect(heading(page)).toContainText("Action plan");
  await context.close();
});
