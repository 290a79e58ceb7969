import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from "@playwright/test";
import type { PersonActor } from "../../app/platform/actor";
import { findActor } from "../../prisma/scenarios/people";
import { signedInToken, takeCouncil, type TakenCouncil } from "./take-council";
import { FROZEN, world } from "./world";

export { expect };

type Wanted = BrowserContextOptions & {
  /** Another server than the tests' own, with its clock. */
  server?: { baseURL: string; instant: string };
};

type Fixtures = {
  /** Opens a browser of its own for a person who is signed in; for nobody, one that is not. */
  as: (person: PersonActor | null, wanted?: Wanted) => Promise<Page>;
  /** A council, with schools and people, that no other test touches. */
  council: TakenCouncil;
  helena: PersonActor;
  callum: PersonActor;
  priya: PersonActor;
  tom: PersonActor;
};

// A browser says so on its console too when a page answers with a refusal that the test asks for, or is kept off line.
const expected =
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;

/** What no page may do in any test: fail on the server, fail in the browser, or not match what the server sent. */
function watch(context: BrowserContext, problems: string[]): void {
  context.on("response", (response) => {
    if (response.status() >= 500)
      problems.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  context.on("weberror", (error) => problems.push(`In the browser: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text()))
      problems.push(`On the console: ${message.text()}`);
  });
}

async function open(
  browser: Browser,
  person: PersonActor | null,
  { server, ...options }: Wanted,
): Promise<BrowserContext> {
  const baseURL = server?.baseURL ?? world().baseURL;
  const context = await browser.newContext({ baseURL, locale: "en-GB", timezoneId: "Europe/London", ...options });
  if (options.javaScriptEnabled === false) withoutScripts.add(context);
  if (person) {
    const value = await signedInToken(person, server?.instant ?? FROZEN);
    await context.addCookies([{ name: "session", value, url: baseURL, httpOnly: true, sameSite: "Lax" }]);
  }
  return context;
}

type Give<Value> = (value: Value) => Promise<void>;

const account =
  (name: string) =>
  async ({ browserName: _ }: { browserName: string }, give: Give<PersonActor>) =>
    give(await findActor(`${name}@department.example`));

export const test = base.extend<Fixtures>({
  as: async ({ browser }, give, testInfo) => {
    const contexts: BrowserContext[] = [];
    const problems: string[] = [];
    await give(async (person, wanted = {}) => {
      const context = await open(browser, person, wanted);
      watch(context, problems);
      contexts.push(context);
      return context.newPage();
    });
    for (const [at, context] of contexts.entries()) {
      const failed = testInfo.status !== testInfo.expectedStatus;
      for (const page of failed ? context.pages() : [])
        await testInfo.attach(`page-${at + 1}`, { body: await page.screenshot(), contentType: "image/png" });
      await context.close();
    }
    expect(problems).toEqual([]);
  },
  council: async ({ browserName: _ }, give) => give(await takeCouncil()),
  helena: account("helena.marshwick"),
  callum: account("callum.brightholm"),
  priya: account("priya.nandlake"),
  tom: account("tom.wexcombe"),
});

// The checker itself is a script: where a browser runs none, the same pages are checked in the tests with scripts.
const withoutScripts = new WeakSet<BrowserContext>();

/** Nothing that the page shows now may stand in somebody's way: WCAG 2.2 AA, as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  if (withoutScripts.has(page.context())) return;
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .options({ resultTypes: ["violations"] })
    // Without frames of other sites there is no need for a page of its own to put results together, which takes twice as long.
    .setLegacyMode(true)
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    page.url(),
  ).toEqual([]);
}

/** The page's one heading of the first level. */
export const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/**
 * Sends the form on the page by its button and waits for what answers: another page, or the error summary that the
 * browser's own check moved the focus to. A test that went on earlier would break off the sending.
 */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.evaluate(() => document.body.setAttribute("data-sent-from", ""));
  await page
    .getByRole("main")
    .getByRole("button", { name, exact: typeof name === "string" })
    .click();
  await page.locator("body:not([data-sent-from]), .govuk-error-summary:focus").first().waitFor();
}
