import type { Page } from "@playwright/test";
import { expect, expectAccessible, heading } from "../support/test";

const wide = { width: 1280, height: 720 };
/** 1280 pixels at 400% are 320 wide. */
const narrow = { width: 320, height: 512 };

/** The page has one heading, stands in nobody's way, and at 400% zoom is read by going down alone. */
export async function checkPage(page: Page): Promise<void> {
  await expect(heading(page), page.url()).toHaveCount(1);
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  // Soft: the pages after this one are looked at all the same.
  expect.soft(width, `${page.url()} scrolls sideways at 400% zoom`).toBeLessThanOrEqual(narrow.width);
  await page.setViewportSize(wide);
}
