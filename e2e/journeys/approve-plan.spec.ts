import { findActor } from "../../prisma/scenarios/people";
import { approvedBefore, inReviewBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S15 an approved plan is read only; a change needs a new revision with a reason", async ({
  as,
  council,
  helena,
  priya,
}) => {
  const planId = await approvedBefore({ council, reviewer: helena });
  const [{ caseId }] = council.cases;
  for (const person of [council.officer, council.lead]) {
    const page = await as(person);
    const response = await page.goto(`/plans/${planId}/sections/position`);
    expect(response?.status()).toBe(409);
    await expectAccessible(page);
    await page.goto(`/plans/${planId}`);
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText("The plan is approved and cannot be changed.");
  }

  const admin = await as(priya);
  await admin.goto(`/cases/${caseId}/reopen`);
  await admin.getByLabel("Day").fill("29");
  await admin.getByLabel("Month").fill("1");
  await admin.getByLabel("Year").fill("2027");
  await press(admin, "Reopen plan");
  await expect(admin.getByRole("alert")).toContainText("Enter the reason for reopening the plan");
  await expectAccessible(admin);
  await admin.getByRole("textbox", { name: "Reason" }).fill("The partner school has closed.");
  await press(admin, "Reopen plan");
  await expect(admin.getByRole("alert")).toContainText("Plan reopened; due 29 January 2027");

  const officer = await as(council.officer);
  await officer.goto(`/plans/${planId}/sections/position`);
  await expect(officer.getByRole("button", { name: "Save and continue" })).toBeVisible();
  await officer.goto(`/cases/${caseId}/history`);
  await expect(officer.getByRole("main")).toContainText("The partner school has closed.");
});

test("@S16 a plan that proposes a federation waits for a second, different reviewer", async ({
  as,
  council,
  helena,
  callum,
}) => {
  const planId = await inReviewBefore({ council, reviewer: helena, federation: true });
  const first = await as(helena);
  await first.goto(`/plans/${planId}/approve`);
  await expectAccessible(first);
  await press(first, "Approve plan");
  await expect(first.getByRole("alert")).toContainText("It waits for a second approval.");
  await expect(first.getByRole("main")).toContainText("You cannot give the second approval.");
  const refused = await first.goto(`/plans/${planId}/confirm-approval`);
  expect(refused?.status()).toBe(409);
  await expectAccessible(first);

  const lead = await as(council.lead);
  await lead.goto(`/plans/${planId}`);
  await expect(lead.getByRole("main")).not.toContainText("cannot be changed. If it must change");
  const second = await as(callum);
  await second.goto(`/plans/${planId}/review`);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Confirm approval" }).click();
  await expectAccessible(second);
  await press(second, "Confirm approval");
  await expect(second.getByRole("alert")).toContainText("Plan approved");
  await lead.reload();
  await expect(lead.getByRole("main")).toContainText("The plan is approved and cannot be changed.");
});

test("@S17 two reviewers decide at the same moment: one decision stands, the other is told whose", async ({
  as,
  council,
  helena,
  callum,
}) => {
  const planId = await inReviewBefore({ council, reviewer: helena, federation: true });
  const first = await as(helena);
  await first.goto(`/plans/${planId}/approve`);
  await press(first, "Approve plan");
  const yusuf = await as(await findActor("yusuf.delacombe@department.example"));
  const pages = [await as(callum), yusuf];
  for (const page of pages) await page.goto(`/plans/${planId}/confirm-approval`);
  const statuses = await Promise.all(
    pages.map(async (page) => {
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await press(page, "Confirm approval");
      return (await answered).status();
    }),
  );
  expect([...statuses].sort()).toEqual([303, 409]);
  const loser = pages[statuses.indexOf(409)]!;
  const winner = statuses.indexOf(303) === 0 ? "Callum Brightholm" : "Yusuf Delacombe";
  await expect(heading(loser)).toBeVisible();
  await expect(loser.getByRole("main")).toContainText(`${winner} gave the second approval`);
  await expectAccessible(loser);
});
