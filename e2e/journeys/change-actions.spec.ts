import type { Page } from "@playwright/test";
import { draftedWithActions } from "../support/scenes";
import { addPersonOf } from "../support/take-council";
import { expect, expectAccessible, heading, press, test } from "../support/test";

/** The actions that a page shows, by number and kind, in their order. */
const actions = (page: Page) => page.getByRole("heading", { name: /^Action \d+: / });
const card = (page: Page, title: string) => page.locator(".govuk-summary-card").filter({ hasText: title });

test("a plan's actions are moved, changed and removed, and are checked and reviewed in the order that they have then", async ({
  as,
  council,
  helena,
}) => {
  const planId = await draftedWithActions(["maths", "english", "behaviour"], { council });
  const list = `/plans/${planId}/sections/actions`;
  const officer = await as(council.officer);
  await officer.goto(list);
  await expect(actions(officer)).toHaveText(["Action 1: Maths", "Action 2: English", "Action 3: Behaviour"]);
  await expect(officer.getByRole("button", { name: "Move up action 1" })).toHaveCount(0);
  await expect(officer.getByRole("button", { name: "Move down action 3" })).toHaveCount(0);
  await press(officer, "Move down action 1");
  await expect(officer.getByRole("alert")).toContainText("Action moved to place 2");
  await press(officer, "Move up action 3");
  await expect(actions(officer)).toHaveText(["Action 1: English", "Action 2: Behaviour", "Action 3: Maths"]);

  await officer.getByRole("link", { name: "Change (Action 2: Behaviour)" }).click();
  await officer.getByRole("group", { name: "End date" }).getByLabel("Year").fill("2026");
  await officer.getByLabel("Cost", { exact: true }).fill("lots");
  await press(officer, "Save action");
  await expect(officer.getByRole("alert").getByRole("link")).toHaveText([
    "End date must be the same as or after the start date",
    "Cost must be an amount in pounds, such as 12,500",
  ]);
  await expectAccessible(officer);
  await officer.getByRole("group", { name: "End date" }).getByLabel("Year").fill("2027");
  await officer.getByLabel("Cost", { exact: true }).fill("12,500");
  await officer.getByLabel("What will be done").fill("A mentor works with 20 pupils.");
  await press(officer, "Save action");
  await expect(officer.getByRole("alert")).toContainText("Action saved");
  await expect(card(officer, "Action 2: Behaviour")).toContainText(/A mentor works with 20 pupils\..*£12,500/s);

  await officer.getByRole("link", { name: "Remove (Action 1: English)" }).click();
  await expect(officer.getByRole("main")).toContainText("What is done about english.");
  await press(officer, "Remove action");
  await expect(officer.getByRole("alert")).toContainText("Action removed");
  await press(officer, "Save and continue");
  await expect(officer.getByRole("alert")).toContainText("Actions saved and completed");

  const lead = await as(council.lead);
  await lead.goto(`/plans/${planId}/check`);
  await expect(actions(lead)).toHaveText(["Action 1: Behaviour", "Action 2: Maths"]);
  await expect(lead.getByRole("main")).not.toContainText("What is done about english.");
  await expect(lead.getByRole("main")).toContainText("Cost of all actions£13,500");
  await lead.goto(`/plans/${planId}/submit`);
  await lead.getByRole("checkbox").check();
  await press(lead, "Submit plan");
  const reviewer = await as(helena);
  await reviewer.goto(`/plans/${planId}/review/actions`);
  await expect(actions(reviewer)).toHaveText(["Action 1: Behaviour", "Action 2: Maths"]);
});

test("a plan whose last action is removed cannot be submitted until it has one", async ({ as, council }) => {
  const planId = await draftedWithActions(["maths"], { council });
  const lead = await as(council.lead);
  await lead.goto(`/plans/${planId}/sections/actions`);
  await press(lead, "Save and continue");
  await expect(lead.getByRole("main")).toContainText("You have completed 7 of 7 sections.");
  await lead.getByRole("link", { name: "3. Actions" }).click();
  await lead.getByRole("link", { name: "Remove (Action 1: Maths)" }).click();
  await press(lead, "Remove action");
  await expect(lead.getByRole("main")).toContainText("No action has been added yet.");
  await press(lead, "Save and continue");
  await expect(lead.getByRole("alert").getByRole("link")).toHaveText([/action/i]);
  await lead.goto(`/plans/${planId}`);
  await expect(lead.getByRole("main")).toContainText("You have completed 6 of 7 sections.");
  await lead.goto(`/plans/${planId}/submit`);
  await lead.getByRole("checkbox").check();
  await press(lead, "Submit plan");
  await expect(lead.getByRole("alert")).toContainText("Complete section 3, actions");
});

test("two people change one action: the second is shown both texts, and decides", async ({ as, council }) => {
  const planId = await draftedWithActions(["maths"], { council });
  const colleague = await addPersonOf(council, "officer", { name: "Second Officer" });
  const [one, other] = [await as(council.officer), await as(colleague)];
  for (const page of [one, other]) {
    await page.goto(`/plans/${planId}/sections/actions`);
    await page.getByRole("link", { name: "Change (Action 1: Maths)" }).click();
  }
  const who = { name: "Who will do it" };
  await one.getByRole("textbox", who).fill("The maths lead");
  await press(one, "Save action");
  await other.getByRole("textbox", who).fill("A consultant");
  await other.getByRole("textbox", { name: "Milestone" }).fill("The consultant has seen each class.");
  await press(other, "Save action");
  const main = other.getByRole("main");
  await expect(main).toContainText("saved another text while you had this form open. Yours is not saved yet.");
  await expect(main.getByRole("region", who)).toContainText(/A consultant.*The maths lead/s);
  await expect(other.getByRole("textbox", who)).toHaveValue("A consultant");
  await expect(other.getByRole("textbox", { name: "Milestone" })).toHaveValue("The consultant has seen each class.");
  await expectAccessible(other);
  await one.reload();
  await expect(card(one, "Action 1: Maths")).toContainText("The maths lead");

  await other.getByRole("textbox", who).fill("The maths lead and a consultant");
  await press(other, "Save action");
  await expect(other.getByRole("alert")).toContainText("Action saved");
  await one.reload();
  await expect(card(one, "Action 1: Maths")).toContainText("The maths lead and a consultant");
  await expect(card(one, "Action 1: Maths")).toContainText("The consultant has seen each class.");
});

test("an action that a colleague removed meanwhile is neither changed nor moved, and the page says so", async ({
  as,
  council,
}) => {
  const planId = await draftedWithActions(["maths", "english"], { council });
  const colleague = await addPersonOf(council, "officer", { name: "Second Officer" });
  const [one, changing, moving] = [await as(council.officer), await as(colleague), await as(council.lead)];
  const list = `/plans/${planId}/sections/actions`;
  for (const page of [one, changing, moving]) await page.goto(list);
  await changing.getByRole("link", { name: "Change (Action 1: Maths)" }).click();
  await changing.getByLabel("Who will do it").fill("A consultant");
  await one.getByRole("link", { name: "Remove (Action 1: Maths)" }).click();
  await press(one, "Remove action");

  await press(changing, "Save action");
  await expect(heading(changing)).toHaveText("This has changed");
  await expect(changing.getByRole("main")).toContainText("somebody removed this action while you had it open");
  await expectAccessible(changing);
  await press(moving, "Move down action 1");
  await expect(moving.getByRole("main")).toContainText("The action was not moved because somebody has removed it.");
  await moving.getByRole("link", { name: "Go to the actions" }).click();
  await expect(actions(moving)).toHaveText(["Action 1: English"]);
});
