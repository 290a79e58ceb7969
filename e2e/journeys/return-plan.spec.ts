import { inReviewBefore, resubmittedBefore, returnedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S11 returning without a comment on a section that is not accepted is refused", async ({
  as,
  council,
  helena,
}) => {
  const planId = await inReviewBefore({ council, reviewer: helena, open: ["targets"] });
  const page = await as(helena);
  await page.goto(`/plans/${planId}/return`);
  await press(page, "Return plan");
  await expect(page.getByRole("alert")).toContainText("“Targets”");
  await expectAccessible(page);
  // And a comment without words is none.
  await page.goto(`/plans/${planId}/review/targets`);
  await page.getByRole("radio", { name: "No, comment on it" }).check();
  await press(page, "Save and continue");
  await expect(page.getByRole("alert")).toContainText(/comment/i);
  await expectAccessible(page);
  await page.goto(`/plans/${planId}/review`);
  await expect(page.getByRole("main")).toContainText("6 of 7 sections accepted");
  await expectAccessible(page);
});

test("@S12 a returned plan shows each comment beside its section and the new due date at the top", async ({
  as,
  council,
  helena,
}) => {
  const planId = await returnedBefore({ council, reviewer: helena });
  const page = await as(council.officer);
  await page.goto("/schools");
  await expectAccessible(page);
  await page.goto(`/plans/${planId}`);
  await expect(page.getByRole("main")).toContainText("Plan due 18 December 2026");
  const targets = page.getByRole("listitem").filter({ hasText: "4. Targets" });
  await expect(targets).toContainText("The first year’s target lies below");
  await expect(targets).toContainText("Comment to answer");
  await expect(page.getByRole("listitem").filter({ hasText: "7. Risks" })).toContainText("Accepted");
  await expectAccessible(page);
  await page.getByRole("link", { name: "2. Causes" }).click();
  await expect(page.getByRole("main")).toContainText("For one cause the evidence is a single lesson.");
  await press(page, "Save and continue");
  await expect(page.getByRole("alert")).toContainText(/reply/i);
  await expectAccessible(page);
});

test("@S13 a resubmitted plan shows what changed, section by section, and earlier acceptances stand", async ({
  as,
  council,
  helena,
}) => {
  const planId = await resubmittedBefore({ council, reviewer: helena });
  const page = await as(helena);
  await page.goto(`/plans/${planId}/review`);
  await expect(heading(page)).toHaveText(/Review the plan/);
  const section = (title: string) => page.getByRole("listitem").filter({ hasText: title });
  await expect(section("Causes")).toContainText("Changed since revision 1");
  await expect(section("Risks")).toContainText("Accepted earlier, unchanged");
  await expect(section("Risks")).toContainText("Accepted");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Causes" }).click();
  await expect(page.getByRole("main")).toContainText("We have looked at this again since the plan was returned.");
  await expect(page.getByRole("main")).toContainText("Compare with revision 1");
  await expectAccessible(page);
});
