import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "playwright";
import { createDatabase } from "../../app/platform/create-database";
import { startThrowAwayPostgres } from "../../app/platform/embedded/throw-away-postgres";
import { findBrowser } from "../../app/platform/launch/find-browser";
import { migrate } from "../../prisma/migrate";
import { startServer } from "./start-programs";
import { FROZEN, TODAY } from "./world";

// Makes the two pictures of the README anew, from the demonstration as it stands on the tests' day:
//   npx tsx e2e/support/take-screenshots.ts    (after a build)
const PLACE = "public/screenshots";

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

async function takeAll(page: Page): Promise<void> {
  await signIn(page, "Priya Nandlake");
  await page.goto("/board");
  await page.screenshot({ path: `${PLACE}/board.png` });
  await page.context().clearCookies();
  await signIn(page, "Grace Pellingham");
  // A plan that came back with comments shows the most of what a plan's page can say.
  await page.getByRole("listitem").filter({ hasText: "Returned" }).first().getByRole("link").click();
  await page.getByRole("heading", { name: "Sections" }).waitFor();
  await page.screenshot({ path: `${PLACE}/plan.png` });
}

const directory = mkdtempSync(path.join(tmpdir(), "action-plans-pictures-"));
const cluster = await startThrowAwayPostgres();
const database = await createDatabase({ adminUrl: cluster.adminUrl });
process.env.SESSION_SECRET = "only for pictures: 0123456789abcdef";
process.env.DATABASE_URL = database.url;
await migrate({ url: database.url });
const { seedDemonstration } = await import("../../prisma/seed");
await seedDemonstration({ databaseUrl: database.url, today: TODAY });
const server = await startServer({ databaseUrl: database.url, directory, name: "pictures", instant: FROZEN });
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  mkdirSync(PLACE, { recursive: true });
  const context = await browser.newContext({
    baseURL: server.baseURL,
    viewport: { width: 1280, height: 1200 },
    locale: "en-GB",
  });
  await takeAll(await context.newPage());
} finally {
  await browser.close();
  await server.stop();
  await database.drop();
  await cluster.stop();
  rmSync(directory, { recursive: true, force: true });
}
