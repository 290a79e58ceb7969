import type { APIResponse, Page } from "@playwright/test";

/** The token that the forms of the person's session carry, from any page with a form. */
export async function csrfOf(page: Page): Promise<string> {
  return page.locator("input[name=csrf]").first().inputValue();
}

/** Posts a form as a page would that was opened earlier, without following where the answer leads. */
export async function postAsOpened(page: Page, path: string, fields: Record<string, string>): Promise<APIResponse> {
  const { origin } = new URL(page.url());
  return page.request.post(origin + path, {
    form: { csrf: await csrfOf(page), ...fields },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
}

/** Every field of the page's form as it stands, hidden ones included. */
export async function fieldsOf(page: Page): Promise<Record<string, string>> {
  const form = page.getByRole("main").locator("form");
  return form.evaluate((element) =>
    Object.fromEntries(
      [...new FormData(element as HTMLFormElement)].map(([name, value]) => [
        name,
        typeof value === "string" ? value : "",
      ]),
    ),
  );
}
