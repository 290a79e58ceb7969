import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import type { RouteName } from "../../app/people/permissions";
import { pageRoutes, readers, visitsOf } from "../pages/every-page";
import { findObjects } from "../support/find-objects";
import { findReader } from "../support/find-reader";
import { expect, test } from "../support/test";

type Weight = { scripts: number; bytes: number; fields: number };

/**
 * The scripts that a page names, the bytes of its styles as a server sends them packed, and the fields of its forms. The
 * browser runs no script meanwhile: what a page sends is said by the page.
 */
async function weigh(page: Page, address: string): Promise<Weight> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "document")
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address);
  page.removeAllListeners("response");
  const all = await Promise.all(sizes);
  const fields = page.locator('form[method="post"] :is(input:not([type="hidden"], [hidden]), select, textarea)');
  return {
    scripts: await page.locator('script, link[rel="modulepreload"]').count(),
    bytes: all.reduce((sum, bytes) => sum + bytes, 0),
    fields: await fields.count(),
  };
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
    const page = await as(await findReader(reader), { javaScriptEnabled: false });
    const withoutFields = new Set<RouteName>();
    const seen = new Set<RouteName>();
    for (const { route, address } of visitsOf(reader, await findObjects(priya))) {
      const { sendsScript } = pageRoutes.find((each) => each.route === route) ?? {};
      // Whether a page sends a script is said once for all its states; whether it has a form differs with them.
      if (seen.has(route) && !withoutFields.has(route)) continue;
      seen.add(route);
      const { scripts, bytes, fields } = await weigh(page, address);
      if (sendsScript) {
        expect.soft(scripts, `scripts of ${address}`).toBeGreaterThan(0);
        if (fields > 0 || needingScript.includes(route)) withoutFields.delete(route);
        else withoutFields.add(route);
      } else {
        expect.soft(scripts, `scripts of ${address}`).toBe(0);
        expect.soft(bytes, `bytes of ${address}`).toBeLessThan(30_000);
      }
    }
    expect([...withoutFields], "pages that send scripts and have nothing to fill in").toEqual([]);
  });
