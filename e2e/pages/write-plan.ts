import type { Page } from "@playwright/test";
import { expect, expectAccessible, press } from "../support/test";

const sections: Record<string, (page: Page) => Promise<void>> = {
  position: async (page) => {
    await page.getByLabel("What the results show").fill("Below the floor in each year shown.");
    await page.getByRole("textbox", { name: "Intake" }).fill("Two hundred pupils, a third with free school meals.");
    await page.getByLabel("What is already improving").fill("Attendance.");
  },
  causes: async (page) => {
    await page.getByRole("checkbox", { name: "Maths" }).check();
    await page.getByLabel("Evidence for maths").fill("Two thirds of the marks lost were on problems in words.");
  },
  targets: async (page) => {
    // One for each year up to the programme's goal, whichever that is.
    for (const target of await page.getByRole("textbox", { name: /^Target for \d{4}$/ }).all())
      await target.fill("66.5");
    await page.getByLabel("How you set the targets").fill("From each pupil’s own target.");
  },
  governance: async (page) => {
    await page.getByLabel("Day").fill("12");
    await page.getByLabel("Month").fill("11");
    await page.getByLabel("Year").fill("2026");
    await page.getByLabel("What governors were asked, and what they said").fill("They agreed the plan.");
    await page.getByLabel("How parents were told or asked, and what they said").fill("A letter and a meeting.");
    await page.getByLabel("Why there is no reply from the headteacher").fill("The post is vacant.");
  },
  cost: async (page) => {
    await page.getByRole("textbox", { name: "Other costs", exact: true }).fill("0");
    await page.getByRole("textbox", { name: "Savings from sharing", exact: true }).fill("0");
    await page.getByLabel("Where the money comes from").fill("School improvement budget.");
  },
  risks: async (page) => {
    const risk = page.getByRole("group", { name: "Risk 1" });
    await risk.getByLabel("What could happen").fill("The specialist teacher leaves.");
    await risk.getByLabel("What you will do about it").fill("We share one with a school nearby.");
  },
};

/** Adds an action to a draft, and completes the section of actions with it. */
async function addAction(page: Page, planId: string): Promise<void> {
  await page.goto(`/plans/${planId}/actions/new`);
  await page.getByLabel("Kind of support").selectOption("maths");
  await page.getByLabel("What will be done").fill("A maths specialist teaches with each teacher.");
  await page.getByLabel("Who will do it").fill("Maths specialist");
  for (const [date, year] of [
    ["Start date", "2027"],
    ["End date", "2028"],
  ]) {
    const group = page.getByRole("group", { name: date });
    await group.getByLabel("Day").fill("4");
    await group.getByLabel("Month").fill("1");
    await group.getByLabel("Year").fill(year ?? "");
  }
  await page.getByLabel("Cost", { exact: true }).fill("12,500");
  await page.getByLabel("Where the money comes from").fill("School improvement budget");
  await page.getByLabel("Milestone").fill("Each class has a problem-solving lesson by March.");
  await page.getByLabel("Measure of success").fill("60% reach the standard in maths.");
  await expectAccessible(page);
  await press(page, "Save action");
  await expect(page.getByRole("main")).toContainText("£12,500");
  await press(page, "Save and continue");
}

/** Writes a whole plan, section by section. */
export async function writeWholePlan(page: Page, planId: string): Promise<void> {
  await addAction(page, planId);
  for (const [section, write] of Object.entries(sections)) {
    await page.goto(`/plans/${planId}/sections/${section}`);
    await write(page);
    await expectAccessible(page);
    await press(page, "Save and continue");
    await expect(page.getByRole("alert")).toContainText("saved and completed");
  }
  await expect(page.getByRole("main")).toContainText("You have completed 7 of 7 sections.");
}
