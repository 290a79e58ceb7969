import type { Page } from "@playwright/test";
import { draftedBefore, headToldBefore, submittedBefore } from "../support/scenes";
import { expect, test } from "../support/test";

/** What is left between the margins of a sheet of A4. */
const sheet = { width: 680, height: 1000 };

/** Opens a page as paper shows it, and looks for what nobody can use there. */
async function print(page: Page, address: string): Promise<void> {
  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: "print" });
  await page.goto(address);
  // Hidden from the reader of a screen too, so found by their markup.
  for (const part of ["nav", "footer", "button", ".govuk-button", ".govuk-skip-link", "input", "select", "textarea"])
    for (const found of await page.locator(part).all()) await expect(found, `${part} of ${address}`).toBeHidden();
  const links = await page.locator("main a:visible").evaluateAll((all) =>
    all.map((link) => ({
      added: getComputedStyle(link, "::after").content,
      sameColour: getComputedStyle(link).color === getComputedStyle(link.parentElement ?? link).color,
    })),
  );
  for (const link of links) expect(link, address).toEqual({ added: "none", sameColour: true });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${address} is wider than the sheet`).toBeLessThanOrEqual(sheet.width);
  expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
}

async function expectPrinted(page: Page, texts: readonly (string | RegExp)[]): Promise<void> {
  for (const text of texts) await expect(page.getByRole("main").getByText(text).first()).toBeVisible();
}

async function expectLeftOut(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await expect(page.getByRole("main").getByText(text).first()).toBeHidden();
}

test("a printed plan is its text from the first section to the last, and nothing to press", async ({ as, council }) => {
  const drafted = await draftedBefore({ council });
  const page = await as(council.lead);
  await print(page, `/plans/${drafted}`);
  await expectPrinted(page, ["Plan due", "1. Where the school is", "7. Risks", "Headteacher’s reply"]);
  await expectLeftOut(page, ["Check your answers"]);
  await print(page, `/plans/${drafted}/check`);
  await expectPrinted(page, ["1. Where the school is", "Action 1", "7. Risks", "Risk 1", "Targets against the floor"]);

  const submitted = await submittedBefore({ council, at: 1 });
  await print(page, `/plans/${submitted}`);
  await expectPrinted(page, ["Reference", "1. Where the school is", "Action 1", "7. Risks", "Risk 1", "Submissions"]);
  await expectLeftOut(page, ["Withdraw submission"]);
});

test("a printed case and the flag explained are what a governor reads, without what to do next", async ({
  as,
  council,
}) => {
  const [{ caseId, schoolName }] = council.cases;
  await headToldBefore({ council });
  const page = await as(council.lead);
  await print(page, `/cases/${caseId}`);
  await expectPrinted(page, [schoolName, "Results against the floor", "Why a plan is needed", "Dates and details"]);
  await expectPrinted(page, ["The headteacher was told", "Council average", /^Below 30% in/]);
  await expectLeftOut(page, ["What to do next", "Ask for an extension", "Letter to the headteacher"]);
  await expectLeftOut(page, ["How the flag was worked out", "History of"]);

  await print(page, `/cases/${caseId}/explained`);
  await expectPrinted(page, [schoolName, "The calculation", "The rule in words", "Files that the run read"]);
  await expectPrinted(page, [/^Below 30% in/, /[0-9a-f]{64}/]);
});

test("the letter to a headteacher is printed alone", async ({ as, council }) => {
  const [{ caseId, schoolName }] = council.cases;
  const page = await as(council.lead);
  await print(page, `/cases/${caseId}/headteacher`);
  const letter = page.getByRole("region", { name: `${schoolName} needs an action plan` });
  await expect(letter).toContainText("Your right of reply");
  await expect(page.getByText("School action plans", { exact: true })).toBeHidden();
  const main = await page.getByRole("main").innerText();
  expect(main.trim().replaceAll(/\s+/g, " ")).toBe((await letter.innerText()).trim().replaceAll(/\s+/g, " "));
});
