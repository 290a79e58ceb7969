import { expect, type FileChooser, type Locator, type Page } from "@playwright/test";
import { heading } from "../support/test";
import { keyboard, tabTo } from "./plan-page";

/** Goes to a list and types the choice's first letters, as the browser offers it. */
export async function choose(list: Locator, choice: string): Promise<void> {
  await tabTo(list);
  await list.page().keyboard.type(choice);
  await expect(list.locator("option:checked")).toHaveText(choice);
}

/** Opens the browser's own choice of a file. */
export async function attach(field: Locator, file: Parameters<FileChooser["setFiles"]>[0]): Promise<void> {
  await tabTo(field);
  const chooser = field.page().waitForEvent("filechooser");
  await field.page().keyboard.press("Space");
  await (await chooser).setFiles(file);
}

export async function writeAll(page: Page, texts: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(texts))
    await keyboard.write(page.getByLabel(label, { exact: true }), text);
}

export async function writeDate(group: Locator, [day, month, year]: readonly [string, string, string]): Promise<void> {
  for (const [label, text] of Object.entries({ Day: day, Month: month, Year: year }))
    await keyboard.write(group.getByLabel(label), text);
}

export const pressButton = (page: Page, name: string): Promise<void> =>
  keyboard.press(page.getByRole("main").getByRole("button", { name, exact: true }));

export const pressLink = (page: Page, name: string): Promise<void> =>
  keyboard.press(page.getByRole("main").getByRole("link", { name, exact: true }));

/** Work that takes a moment has a page that does not move on by itself without scripts: its link asks again. */
export async function checkUntil(page: Page, title: RegExp): Promise<void> {
  await expect(async () => {
    const again = page.getByRole("link", { name: "Check again" });
    if (await again.isVisible()) await keyboard.press(again);
    await expect(heading(page)).toHaveText(title, { timeout: 1_000 });
  }).toPass();
}

/** The errors are told at the top, which has the focus, and in the page's title. */
export async function expectErrors(page: Page, messages: readonly string[]): Promise<void> {
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("link")).toHaveText([...messages]);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
}
