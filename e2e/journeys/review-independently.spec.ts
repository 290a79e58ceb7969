import { randomUUID } from "node:crypto";
import { addSomebody, changeRole } from "../../prisma/scenarios/people";
import { postAsOpened } from "../support/post-form";
import { submittedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";
import { FROZEN } from "../support/world";

test("@S14 somebody who declared an interest cannot review", async ({ as, council, priya }) => {
  const planId = await submittedBefore({ council });
  const now = new Date(FROZEN);
  const person = { name: "Interested Reviewer", email: `interested@council-${council.code}.example` };
  const reviewer = await addSomebody({ ...person, choice: { role: "reviewer" } }, { admin: priya, now });
  const page = await as(reviewer);
  await page.goto("/account/interests");
  await page.getByRole("radio", { name: "A council and all its schools" }).check();
  await page.getByLabel("Council", { exact: true }).selectOption(council.code);
  await page.getByRole("textbox", { name: "What is your interest?" }).fill("I worked there until last year.");
  await press(page, "Declare interest");
  await expect(page.getByRole("main")).toContainText("I worked there until last year.");
  await expectAccessible(page);
  await page.goto(`/plans/${planId}/review`);
  await expect(page.getByRole("main")).toContainText("You are not independent of this plan");
  await expect(page.getByRole("button", { name: "Start review" })).toHaveCount(0);
  const response = await postAsOpened(page, `/plans/${planId}/start-review`, { commandId: randomUUID() });
  expect(response.status()).toBe(409);
  expect(await response.text()).toContain("has declared no interest in the school");
});

test("@S14 somebody who helped to draft cannot review, whatever their role is now", async ({ as, council, priya }) => {
  const planId = await submittedBefore({ council });
  const person = await changeRole(council.officer, { role: "reviewer" }, { admin: priya, now: new Date(FROZEN) });
  const page = await as(person);
  await page.goto(`/plans/${planId}/review`);
  await expect(heading(page)).toHaveText(/Review the plan/);
  await expect(page.getByRole("button", { name: "Start review" })).toHaveCount(0);
  const response = await postAsOpened(page, `/plans/${planId}/start-review`, { commandId: randomUUID() });
  expect(response.status()).toBe(409);
});
