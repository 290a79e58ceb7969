import { submittedBefore } from "../support/scenes";
import { takeCouncil } from "../support/take-council";
import { expect, expectAccessible, test } from "../support/test";

test("a submitted plan is taken along as a PDF, whole and to share, and never by another council", async ({
  as,
  council,
  helena,
}) => {
  const planId = await submittedBefore({ council });
  const page = await as(council.lead);
  await page.goto(`/plans/${planId}`);
  await expectAccessible(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the submitted plan (PDF)" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^AP-[A-Z0-9]{8}\.pdf$/);
  const address = new URL(file.url()).pathname;
  const shareable = address.replace(/pdf$/, "shareable");

  const reviewer = await as(helena);
  const bundle = `/councils/${council.code}/pdf?programme=`;
  for (const [reader, at] of [
    [page, shareable],
    [reviewer, address],
    [reviewer, shareable],
  ] as const) {
    const answer = await reader.request.get(at);
    expect(answer.headers()).toMatchObject({ "content-type": "application/pdf", "x-content-type-options": "nosniff" });
    expect(answer.headers()["cache-control"]).toContain("no-store");
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  }

  await page.goto("/schools");
  const whole = await page.request.get((await page.locator(`a[href^="${bundle}"]`).first().getAttribute("href")) ?? "");
  expect(whole.headers()["content-disposition"]).toContain(`action-plans-${council.code}.pdf`);
  expect((await whole.body()).toString("latin1").trimEnd()).toMatch(/%%EOF$/);

  const other = await as((await takeCouncil()).lead);
  for (const hidden of [address, shareable, `/plans/${planId}/pdf`])
    expect((await other.request.get(hidden)).status(), hidden).toBe(404);
});
