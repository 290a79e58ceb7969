import type { Page } from "@playwright/test";
import { expect } from "../support/test";

/** Waits until the worker has told the person of it, and returns their page of notices. */
export async function expectNotice(page: Page, title: string, body: string): Promise<void> {
  await expect(async () => {
    await page.goto("/notices");
    const notice = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
    await expect(notice).toContainText(body, { timeout: 1_000 });
  }).toPass();
}
