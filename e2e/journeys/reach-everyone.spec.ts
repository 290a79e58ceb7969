import type { BrowserContextOptions } from "@playwright/test";
import { answerComment, type Hands, keyboard, mouse, returnWithComment, submit, writeRisks } from "../pages/plan-page";
import { draftedBut } from "../support/scenes";
import { expect, test } from "../support/test";

const ways: { name: string; hands: Hands; browser: BrowserContextOptions }[] = [
  { name: "by keyboard alone", hands: keyboard, browser: {} },
  { name: "without JavaScript", hands: mouse, browser: { javaScriptEnabled: false } },
  // 1280 pixels at 400% are 320 wide.
  { name: "at 400% zoom", hands: mouse, browser: { viewport: { width: 320, height: 512 } } },
];

for (const { name, hands, browser } of ways)
  test(`@S29 draft, submit, return and resubmit ${name}`, async ({ as, council, helena }) => {
    // Going from control to control takes its time, for a person as for this test.
    test.slow();
    const planId = await draftedBut("risks", { council });
    const lead = await as(council.lead, browser);
    await writeRisks(lead, planId, hands);
    await submit(lead, planId, hands);
    const reviewer = await as(helena, browser);
    await returnWithComment(reviewer, planId, hands);
    await answerComment(lead, planId, hands);
    await submit(lead, planId, hands);
    await reviewer.goto(`/plans/${planId}/review`);
    await expect(reviewer.getByRole("main")).toContainText("Changed since revision 1");
    if (browser.viewport)
      for (const page of [lead, reviewer]) {
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(320);
      }
  });
