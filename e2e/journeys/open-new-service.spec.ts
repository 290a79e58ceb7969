import { checkPage } from "../pages/check-page";
import { beforePublication } from "../pages/every-page";
import { test } from "../support/own-world";
import { addPersonOf } from "../support/take-council";
import { expect } from "../support/test";

test.use({ worldOf: "open-new-service" });

/** What each finds in a service that was installed a minute ago: every list is there, and says that it is empty. */
test("@S29 before anything is published every list is a page that says so", async ({ as, priya, helena }) => {
  const lead = await addPersonOf({ code: "201" }, "lead");
  const asked = [
    { who: priya, pages: ["board", "decisions", "programmes", "results", "notices", "reviews"] },
    { who: helena, pages: ["reviews", "statistics", "notices"] },
    { who: lead, pages: ["schools", "your-figures", "notices"] },
  ];
  expect(asked.flatMap(({ pages }) => pages)).toEqual(expect.arrayContaining([...beforePublication]));
  for (const { who, pages } of asked) {
    const page = await as(who);
    for (const address of pages) {
      const response = await page.goto(`/${address}`);
      expect(response?.status(), address).toBe(200);
      expect(new URL(page.url()).pathname).toBe(`/${address}`);
      await expect(page.getByRole("main")).toContainText(/\b(no|nothing|yet|none)\b/i, { useInnerText: true });
      await checkPage(page);
    }
  }
});
