import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { draftedBefore } from "../support/scenes";
import { expect, test } from "../support/test";

/** The scripts and styles that a page asks for, in bytes as a server sends them packed. */
async function weigh(page: Page, address: string): Promise<{ scripts: number; bytes: number }> {
  const sizes: Promise<{ script: boolean; bytes: number }>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind !== "script" && kind !== "stylesheet") return;
    sizes.push(response.body().then((body) => ({ script: kind === "script", bytes: gzipSync(body).length })));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  page.removeAllListeners("response");
  const all = await Promise.all(sizes);
  return {
    scripts: all.filter(({ script }) => script).length + (await page.locator("script").count()),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

test("pages that only show, filter, sort or sign out send no script and at most 30 kB", async ({
  as,
  council,
  priya,
  helena,
}) => {
  const planId = await draftedBefore({ council });
  const asked = [
    { page: await as(priya), addresses: ["/board", "/programmes", "/results", "/people", "/access-log", "/notices"] },
    { page: await as(helena), addresses: ["/reviews", "/account"] },
    { page: await as(council.officer), addresses: ["/schools", `/plans/${planId}`, `/plans/${planId}/check`] },
  ];
  for (const { page, addresses } of asked)
    for (const address of addresses) {
      const { scripts, bytes } = await weigh(page, address);
      expect(scripts, `scripts of ${address}`).toBe(0);
      expect(bytes, `bytes of ${address}`).toBeLessThan(30_000);
    }
});
