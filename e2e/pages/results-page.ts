import type { Page } from "@playwright/test";
import { asUpload } from "../support/results-file";
import { expect, expectAccessible, heading, press } from "../support/test";

/** Uploads a results file, for a year where one is given, and waits until it has been read. */
export async function uploadFile(page: Page, name: string, content: string | Buffer, year?: number): Promise<void> {
  await page.goto("/results/upload");
  await page.getByLabel("Results file").setInputFiles(asUpload(name, content));
  if (year) await page.getByLabel("Year that the file is for").fill(String(year));
  await press(page, "Upload");
  // Reading takes a moment, with a page of its own that moves on by itself.
  await expect(heading(page)).toHaveText(new RegExp(name));
  await expect(page).toHaveURL(/\/results\/[0-9a-f-]{36}(\?again.*)?$/);
  await expectAccessible(page);
}

/** Takes a file over that is on the page, and waits until it is. */
export async function takeOver(page: Page): Promise<void> {
  await press(page, "Take over results");
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
  await expectAccessible(page);
}

/** Sets up a primary programme on the measure of the tests' files, and runs its rule. Returns the programme's address. */
export async function runRule(page: Page, { name, year }: { name: string; year: number }): Promise<string> {
  await page.goto("/programmes/new?chosen=&template=primary");
  await page.getByLabel("Name of the programme").fill(name);
  await page.getByRole("radio", { name: /^Expected standard/ }).check();
  await page.getByLabel("Floor", { exact: true }).fill("65");
  await page.getByLabel("Latest year").fill(String(year));
  await page.getByLabel("Year of the goal").fill(String(year + 2));
  await page.getByLabel("Number of years for a first concern").fill("2");
  await expectAccessible(page);
  await press(page, "Set up programme");
  await expect(heading(page)).toHaveText(new RegExp(name));
  const address = page.url();
  await expectAccessible(page);
  await press(page, "Run identification");
  await expect(heading(page)).toHaveText(/Identification run 1/);
  await expectAccessible(page);
  return address;
}
