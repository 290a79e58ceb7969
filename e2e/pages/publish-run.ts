import type { Page } from "@playwright/test";
import { expect, expectAccessible, heading, press } from "../support/test";

/**
 * Confirms the run on the page, with the cohorts as they are proposed, and publishes it. `look` is done at the preview,
 * and leads back to it.
 */
export async function publishAsProposed(page: Page, look?: () => Promise<void>): Promise<void> {
  await press(page, "Confirm run");
  await expect(heading(page)).toHaveText(/Decide the cohorts/);
  await expectAccessible(page);
  await press(page, "Confirm cohorts");
  await expect(heading(page)).toHaveText(/Publish/);
  await expectAccessible(page);
  await look?.();
  await press(page, "Publish");
  await expect(page.getByRole("alert")).toContainText("Published.");
}
