import { fieldsOf, postAsOpened } from "../support/post-form";
import { draftedBefore, startedBefore, submittedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S07 a draft with empty sections is refused, with links that move the focus", async ({ as, council }) => {
  const planId = await startedBefore({ council });
  const page = await as(council.lead);
  await page.goto(`/plans/${planId}/submit`);
  await page.getByRole("checkbox").check();
  await press(page, "Submit plan");
  const summary = page.getByRole("alert");
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(7);
  await expectAccessible(page);
  await summary.getByRole("link", { name: /section 4/ }).click();
  await expect(page.getByRole("link", { name: "4. Targets" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(/Targets/);
  await press(page, "Save and continue");
  await page.getByRole("alert").getByRole("link").first().click();
  await expect(page.getByRole("textbox", { name: "Target for 2027" })).toBeFocused();
  await expectAccessible(page);
});

test("@S09 a complete draft is submitted once, locked, and the Department is told once", async ({
  as,
  council,
  helena,
}) => {
  const planId = await draftedBefore({ council });
  const [{ schoolName }] = council.cases;
  const page = await as(council.lead);
  await page.goto(`/plans/${planId}`);
  await page.getByRole("button", { name: "Check your answers" }).click();
  await expect(heading(page)).toHaveText(/Check your answers/);
  await expectAccessible(page);
  await page.goto(`/plans/${planId}/submit`);
  await page.getByRole("checkbox").check();
  const fields = await fieldsOf(page);
  await press(page, "Submit plan");
  await expect(heading(page)).toHaveText("Plan submitted");
  await expectAccessible(page);
  const reference = await page.getByText(/^AP-/).innerText();

  // The same form once more, as a double click sends it: the same answer, and nothing new.
  const again = await postAsOpened(page, `/plans/${planId}/submit`, fields);
  expect([again.status(), again.headers().location]).toEqual([303, `/plans/${planId}/submitted`]);
  await page.goto(`/plans/${planId}`);
  await expect(page.getByRole("main")).toContainText(reference);
  await expectAccessible(page);
  const response = await page.goto(`/plans/${planId}/sections/position`);
  expect(response?.status()).toBe(409);

  const reviewer = await as(helena);
  await expect(async () => {
    await reviewer.goto("/notices");
    await expect(reviewer.getByRole("main").getByText(schoolName)).not.toHaveCount(0, { timeout: 500 });
  }).toPass();
  await expect(reviewer.getByRole("main").getByText(schoolName)).toHaveCount(1);
});

test("@S10 a submission is withdrawn before the review: editable again, and kept in the history", async ({
  as,
  council,
}) => {
  const planId = await submittedBefore({ council });
  const [{ caseId }] = council.cases;
  const page = await as(council.lead);
  await page.goto(`/plans/${planId}`);
  await page.getByRole("link", { name: "Withdraw submission" }).click();
  await expectAccessible(page);
  await press(page, "Withdraw submission");
  await expect(page.getByRole("alert")).toContainText("Submission withdrawn");
  await page.getByRole("link", { name: "1. Where the school is" }).click();
  await expect(page.getByRole("button", { name: "Save and continue" })).toBeVisible();
  await page.goto(`/cases/${caseId}/history`);
  await expect(page.getByRole("main")).toContainText(/submitted/i);
  await expect(page.getByRole("main")).toContainText(/withdr/i);
  await expectAccessible(page);
});
