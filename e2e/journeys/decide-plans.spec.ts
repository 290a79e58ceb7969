import type { Page } from "@playwright/test";
import { caseStatus, historyEntry, taskOf } from "../pages/case-page";
import { expectNotice } from "../pages/read-notices";
import { approvedBefore, inReviewBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

const section = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });

async function accept(page: Page, planId: string, key: string): Promise<void> {
  await page.goto(`/plans/${planId}/review/${key}`);
  await page.getByRole("radio", { name: "Yes, accept it" }).check();
  await press(page, /^Save/);
}

/** The council's row in a part of the queue, on whichever page it stands. */
async function rowInQueue(page: Page, part: string, council: string) {
  await page.goto(`/reviews?part=${part}`);
  const row = page.getByRole("row").filter({ hasText: council });
  const next = page.getByRole("link", { name: "Next page" });
  while ((await row.count()) === 0 && (await next.count()) > 0) await next.click();
  return row;
}

test("a second reviewer refuses the approval: the named sections are reviewed again and the council is not told", async ({
  as,
  council,
  helena,
  callum,
}) => {
  const planId = await approvedBefore({ council, reviewer: helena, federation: true });
  const [{ caseId, schoolName }] = council.cases;
  const lead = await as(council.lead);
  await lead.goto("/schools");
  await expect(taskOf(lead, schoolName)).toContainText("Awaiting second approval");

  const second = await as(callum);
  const row = await rowInQueue(second, "awaitingSecondApproval", council.name);
  await row.getByRole("link", { name: "Decide" }).click();
  await second.getByRole("button", { name: "Refuse approval" }).click();
  await press(second, "Refuse approval");
  await expect(second.getByRole("alert").getByRole("link")).toHaveText([
    "Select the sections to look at again",
    "Enter the reason for refusing the approval",
  ]);
  await expectAccessible(second);
  for (const name of ["Targets", "Risks"]) await second.getByRole("checkbox", { name }).check();
  await second.getByRole("textbox", { name: "Reason" }).fill("The federation has no leader yet.");
  await press(second, "Refuse approval");
  await expect(second.getByRole("alert")).toContainText("Approval refused. The plan’s reviewer looks at it again.");
  await expect(second.getByRole("main")).toContainText("Helena Marshwick is reviewing this plan.");

  const first = await as(helena);
  await expectNotice(first, `Second approval refused: ${schoolName}`, "The history holds the reason.");
  const refused = await historyEntry(first, caseId, "Refused the second approval and reopened “Targets” and “Risks”");
  await expect(refused).toContainText("Callum Brightholm");
  await expect(refused).toContainText("The federation has no leader yet.");
  await expect(refused).toContainText("Department only");
  await first.goto(`/plans/${planId}/review`);
  await expect(first.getByRole("main")).toContainText("5 of 7 sections accepted");
  await expect(section(first, "Targets")).toContainText("To review");
  await expect(section(first, "Causes")).toContainText("Accepted");

  // The council sees that the plan is with a reviewer, as before, and nothing of what the Department says of it.
  await lead.goto("/schools");
  await expect(taskOf(lead, schoolName)).toContainText("In review");
  await lead.goto(`/cases/${caseId}/history`);
  await expect(lead.getByRole("main")).toContainText("gave the first approval", { ignoreCase: true });
  await expect(lead.getByRole("main")).not.toContainText(/refused|no leader yet/i);

  for (const key of ["targets", "risks"]) await accept(first, planId, key);
  await first.goto(`/plans/${planId}/approve`);
  await press(first, "Approve plan");
  await expect(first.getByRole("alert")).toContainText("It waits for a second approval.");
  await second.goto(`/plans/${planId}/confirm-approval`);
  await press(second, "Confirm approval");
  await lead.goto("/schools");
  await expect(taskOf(lead, schoolName)).toContainText("Approved");
});

test("a review is handed over: the other goes on where it stood, and the first decides no more", async ({
  as,
  council,
  helena,
  callum,
}) => {
  const planId = await inReviewBefore({ council, reviewer: helena, open: ["targets"] });
  const [{ caseId, schoolName }] = council.cases;
  const first = await as(helena);
  await first.goto(`/plans/${planId}/review`);
  await first.getByRole("link", { name: "hand it over" }).click();
  await expect(first.getByRole("radio", { name: "Helena Marshwick" })).toHaveCount(0);
  await press(first, "Hand over review");
  await expect(first.getByRole("alert").getByRole("link")).toHaveText(["Select who takes the review over"]);
  await expectAccessible(first);
  await first.getByRole("radio", { name: "Callum Brightholm" }).check();
  await press(first, "Hand over review");
  await expect(first.getByRole("alert")).toContainText("Review handed over to Callum Brightholm");
  await expect(first.getByRole("main")).toContainText("Callum Brightholm is reviewing this plan.");
  await expect(first.getByRole("button", { name: "Approve plan" })).toHaveCount(0);
  expect((await first.goto(`/plans/${planId}/approve`))?.status()).toBe(409);
  await expectAccessible(first);

  const second = await as(callum);
  await expectNotice(second, `Review handed over to you: ${schoolName}`, "You are now the reviewer of this plan");
  const row = await rowInQueue(second, "mine", council.name);
  await row.getByRole("link", { name: "Continue review" }).click();
  await expect(second.getByRole("main")).toContainText("6 of 7 sections accepted");
  await accept(second, planId, "targets");
  await second.goto(`/plans/${planId}/approve`);
  await press(second, "Approve plan");
  await expect(second.getByRole("alert")).toContainText("Plan approved");
  const entry = await historyEntry(second, caseId, "Handed the review over to Callum Brightholm");
  await expect(entry).toContainText("Helena Marshwick");

  const lead = await as(council.lead);
  await lead.goto(`/cases/${caseId}`);
  await expect(caseStatus(lead)).toContainText("Approved");
});

test("a review is released to the queue, by its reviewer or an admin, and what was accepted stays", async ({
  as,
  council,
  helena,
  callum,
  priya,
}) => {
  const planId = await inReviewBefore({ council, reviewer: helena, open: ["targets"] });
  const [{ caseId, schoolName }] = council.cases;
  const first = await as(helena);
  await first.goto(`/plans/${planId}/review`);
  await first.getByRole("link", { name: "release it" }).click();
  await expectAccessible(first);
  await press(first, "Release review");
  await expect(heading(first)).toHaveText("Review queue");
  await expect(first.getByRole("alert")).toContainText("Review released. The plan waits for a reviewer again.");
  const lead = await as(council.lead);
  await lead.goto("/schools");
  await expect(taskOf(lead, schoolName)).toContainText("Submitted");
  await lead.goto(`/plans/${planId}`);
  await expect(lead.getByRole("link", { name: "Withdraw submission" })).toBeVisible();

  const second = await as(callum);
  const row = await rowInQueue(second, "submitted", council.name);
  await expect(row).toContainText("None yet");
  await row.getByRole("button", { name: `Start review of ${schoolName}` }).click();
  await expect(second.getByRole("alert")).toContainText("Review started.");
  await expect(second.getByRole("main")).toContainText("6 of 7 sections accepted");
  await lead.goto(`/plans/${planId}`);
  await expect(lead.getByRole("link", { name: "Withdraw submission" })).toHaveCount(0);

  // Where a reviewer is away, an admin does it.
  const admin = await as(priya);
  await admin.goto(`/cases/${caseId}`);
  await admin.getByRole("link", { name: "Release review" }).click();
  await press(admin, "Release review");
  const entries = admin.getByRole("heading", { name: "Released the review, so that another reviewer can start it" });
  await admin.goto(`/cases/${caseId}/history`);
  await expect(entries).toHaveCount(2);
  await second.goto(`/plans/${planId}/review`);
  await expect(second.getByRole("button", { name: "Start review" })).toBeVisible();
});
