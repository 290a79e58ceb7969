import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import type { RouteName } from "../../app/people/permissions";
import { pageRoutes, readers, visitsOf } from "../pages/every-page";
import { findObjects } from "../support/find-objects";
import { findReader } from "../support/find-reader";
import { expect, test } from "../support/test";

type Weight = { scripts: number; bytes: number; fields: number };

/**
 * The scripts that a page names, the bytes of its styles as a server sends them packed, and the fields of its forms: read
 * from the page as it is sent, which nothing moves on meanwhile.
 */
async function weigh(page: Page, address: string, packed: Map<string, number>): Promise<Weight> {
  const html = await (await page.request.get(address)).text();
  const { styles, ...told } = await page.evaluate((text) => {
    const sent = new DOMParser().parseFromString(text, "text/html");
    const count = (selector: string) => sent.querySelectorAll(selector).length;
    return {
      scripts: count('script, link[rel="modulepreload"]'),
      fields: count('form[method="post"] :is(input:not([type="hidden"], [hidden]), select, textarea)'),
      styles: [...sent.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.getAttribute("href") ?? ""),
    };
  }, html);
  let bytes = 0;
  for (const style of styles) {
    const known = packed.get(style) ?? gzipSync(await (await page.request.get(style)).body()).length;
    packed.set(style, known);
    bytes += known;
  }
  return { ...told, bytes };
}

const needingScript: readonly RouteName[] = [
  // They ask how far the work is, and move on by themselves.
  "runs.$runId.progress",
  "results.$fileId.progress",
  // A question comes first, and their form with what was chosen.
  "programmes.new",
  "programmes.$programmeId.deadlines",
];

for (const reader of readers)
  test(`pages without a form to fill in send no script and at most 30 kB: ${reader}`, async ({ as, priya }) => {
    test.slow();
    const page = await as(await findReader(reader));
    await page.goto("/accessibility");
    const packed = new Map<string, number>();
    const withoutFields = new Set<RouteName>();
    const seen = new Set<RouteName>();
    for (const { route, address } of visitsOf(reader, await findObjects(priya))) {
      const { sendsScript } = pageRoutes.find((each) => each.route === route) ?? {};
      // Whether a page sends a script is said once for all its states; whether it has a form differs with them.
      if (seen.has(route) && !withoutFields.has(route)) continue;
      seen.add(route);
      const { scripts, bytes, fields } = await weigh(page, address, packed);
      if (sendsScript) {
        expect.soft(scripts, `scripts of ${address}`).toBeGreaterThan(0);
        if (fields > 0 || needingScript.includes(route)) withoutFields.delete(route);
        else withoutFields.add(route);
      } else {
        expect.soft(scripts, `scripts of ${address}`).toBe(0);
        expect.soft(bytes, `bytes of ${address}`).toBeGreaterThan(0);
        expect.soft(bytes, `bytes of ${address}`).toBeLessThan(30_000);
      }
    }
    expect([...withoutFields], "pages that send scripts and have nothing to fill in").toEqual([]);
  });
