import type { Page } from "@playwright/test";
import { addPersonOf } from "../support/take-council";
import { draftedWithActions, headToldBefore } from "../support/scenes";
import { expect, expectAccessible, press, test } from "../support/test";

const timeline = (page: Page) => page.getByRole("img", { name: "Timeline of the actions" });
const points = (page: Page) => page.getByRole("main").locator(".govuk-inset-text", { hasText: "Points to look at" });

test("an officer says what an action is for and mends what is pointed out; the reviewer reads what is left, and a head no date of the Department", async ({
  as,
  council,
  helena,
}) => {
  await headToldBefore({ council });
  const planId = await draftedWithActions(["maths"], { council });
  const officer = await as(council.officer);
  await officer.goto(`/plans/${planId}/sections/actions`);
  await expect(timeline(officer)).toContainText(/Plan due.*Target 2027.*1\. Maths/s);
  await expect(points(officer)).toContainText("Action 1 does not say which cause it answers.");
  await points(officer).getByRole("link", { name: "Change action 1" }).first().click();
  await officer.getByRole("checkbox", { name: "Maths" }).check();
  await officer.getByLabel("Which year’s target is it meant to move?").selectOption("Target for 2027");
  await expectAccessible(officer);
  await press(officer, "Save action");
  await expect(officer.getByRole("main")).toContainText("Target it is meant to move2027");
  await expect(points(officer)).not.toContainText("does not say");
  await expect(points(officer)).toContainText("No action is meant to move the target for 2028.");
  await expectAccessible(officer);
  await press(officer, "Save and continue");

  const lead = await as(council.lead);
  await lead.goto(`/plans/${planId}/submit`);
  await lead.getByRole("checkbox").check();
  await press(lead, "Submit plan");
  const reviewer = await as(helena);
  await reviewer.goto(`/plans/${planId}/review/actions`);
  await expect(timeline(reviewer)).toContainText("Plan due");
  await expect(points(reviewer)).toContainText("No action is meant to move the target for 2028.");
  await expect(points(reviewer).getByRole("link")).toHaveCount(0);

  const head = await as(await addPersonOf(council, "headteacher", { school: council.cases[0].laestab }));
  await head.goto("/your-school");
  await expect(timeline(head)).toContainText("1. Maths");
  await expect(timeline(head)).not.toContainText(/Plan due|Today|Target/);
  await expectAccessible(head);
});

test("a target is told in pupils while it is typed, and as it was saved", async ({ as, council }) => {
  const planId = await draftedWithActions(["maths"], { council });
  const page = await as(council.officer);
  await page.goto(`/plans/${planId}/sections/targets`);
  await page.getByLabel("Target for 2027").fill("29.5");
  await expect(page.getByLabel("Target for 2027")).toHaveAccessibleDescription(/29\.5% is about 35 of 120 pupils\./);
  await expect(page.getByRole("main")).toContainText("Too few comparable schools are known");
  await press(page, "Save and continue");
  await page.goto(`/plans/${planId}/check`);
  await expect(page.getByRole("row", { name: "2027 (target)" })).toContainText("29.5%35 of 120");
  await expect(page.getByRole("main")).toContainText("2027: 29.5% is about 35 of 120 pupils.");
});
