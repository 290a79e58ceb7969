import type { Page } from "@playwright/test";
import { openDatabaseLink } from "../support/database-link";
import { startServer } from "../support/start-programs";
import { signedInToken } from "../support/take-council";
import { expect, expectAccessible, heading, test } from "../support/test";
import { FROZEN, world } from "../support/world";

/** The colour behind the service's name at the top, which a style sheet draws. */
const headerColour = (page: Page) =>
  page.getByRole("link", { name: "School action plans" }).evaluate((link) => {
    const colours: string[] = [];
    for (let at: Element | null = link; at; at = at.parentElement) colours.push(getComputedStyle(at).backgroundColor);
    return colours.find((colour) => colour !== "rgba(0, 0, 0, 0)");
  });

test("while the database is away there is one plain page, and 5 seconds after it is back the service is", async ({
  browser,
  council,
}) => {
  const link = await openDatabaseLink(world().databaseUrl);
  const { directory } = world();
  const server = await startServer({ databaseUrl: link.url, directory, name: "away", instant: FROZEN });
  const context = await browser.newContext({ baseURL: server.baseURL });
  try {
    const value = await signedInToken(council.officer);
    await context.addCookies([{ name: "session", value, url: server.baseURL, httpOnly: true, sameSite: "Lax" }]);
    const page = await context.newPage();
    await page.goto("/schools");
    await expect(page.getByRole("main")).toContainText(council.cases[0].schoolName);
    const ordinary = await headerColour(page);

    await link.cut();
    const answer = await page.goto("/schools");
    expect(answer?.status()).toBe(503);
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
    await expect(page).toHaveTitle("Sorry, the service is unavailable – School action plans");
    await expect(heading(page)).toHaveText("Sorry, the service is unavailable");
    await expect(page.getByRole("main")).toContainText("Nothing that was saved is lost");
    await expect(page.getByRole("main")).not.toContainText(/ECONN|prisma|database/i);
    expect(await headerColour(page)).toBe(ordinary);
    await expectAccessible(page);
    expect((await page.request.get("/healthz")).status()).toBe(503);

    await link.mend();
    await expect(async () => expect((await page.goto("/schools"))?.status()).toBe(200)).toPass({ timeout: 5_000 });
    await expect(page.getByRole("main")).toContainText(council.cases[0].schoolName);
  } finally {
    await context.close();
    await server.stop();
    await link.cut().catch(() => undefined);
  }
});

test("a form on another site is refused with a page of the service's look", async ({ as, council }) => {
  const page = await as(council.officer);
  await page.goto("/schools");
  const ordinary = await headerColour(page);
  await page.route("http://other.example/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<form method="post" action="${world().baseURL}/sign-out"><button>Win a prize</button></form>`,
    }),
  );
  await page.goto("http://other.example/");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Win a prize" }).click();
  expect((await answered).status()).toBe(403);
  await expect(heading(page)).toHaveText("You cannot do that from another site");
  expect(await headerColour(page)).toBe(ordinary);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to your home page" }).click();
  await expect(page.getByRole("main")).toContainText(council.cases[0].schoolName);
});
