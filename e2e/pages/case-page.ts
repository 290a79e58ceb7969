import type { Page } from "@playwright/test";
import { expect } from "../support/test";

/** The line under the school's name: the tag, the date, how far off it is. */
export const caseStatus = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("paragraph")
    .filter({ has: page.locator(".govuk-tag") })
    .first();

/** A school in the list of what its council has to do. */
export const taskOf = (page: Page, school: string) => page.getByRole("listitem").filter({ hasText: `${school}: ` });

/** An entry of the case's history, with who, when and the words that were given. */
export async function historyEntry(page: Page, caseId: string, title: string) {
  await page.goto(`/cases/${caseId}/history`);
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  await expect(entry).toHaveCount(1);
  return entry;
}
