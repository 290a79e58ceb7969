import type { Page } from "@playwright/test";
import { answerComment, mouse, returnWithComment, submit } from "../pages/plan-page";
import { publishAsProposed } from "../pages/publish-run";
import { runRule, takeOver, uploadFile } from "../pages/results-page";
import { writeWholePlan } from "../pages/write-plan";
import { resultsFileOf } from "../support/results-file";
import { expect, expectAccessible, heading, press, test } from "../support/test";

/** Reads what one council and one head would be told, goes back, and returns the words of the council's notice. */
async function previewWords(admin: Page, { council, school }: { council: string; school: string }): Promise<string> {
  await admin.getByText("and its headteachers will read").click();
  await admin.getByRole("link", { name: `Schools and words of ${council}` }).click();
  await expect(admin.getByRole("main")).toContainText(`To the headteacher of ${school}`);
  await expectAccessible(admin);
  const words = await admin.getByText("Tell each headteacher before anyone else learns of it").innerText();
  expect(words).toContain("Plans are due on");
  await admin.getByRole("link", { name: "Publish" }).click();
  return words;
}

test("the whole job, from the results file to an approved plan", async ({ as, council, priya, helena }) => {
  test.setTimeout(120_000);
  const [year, councilCode] = [2026, council.code];
  const school = `Wholejob Academy ${councilCode}`;
  const rows = [
    { name: school, result: "41%", before: "44%" },
    ...["70%", "72%", "66%", "80%"].map((result, at) => ({ name: `Wholejob School ${at + 1}`, result })),
  ];

  const admin = await as(priya);
  await uploadFile(admin, `ks2_${year}_${councilCode}.csv`, resultsFileOf({ year, councilCode, rows }));
  await takeOver(admin);
  const programme = await runRule(admin, { name: `Whole job ${councilCode}`, year });
  let words = "";
  await publishAsProposed(admin, async () => {
    words = await previewWords(admin, { council: council.name, school });
  });
  await expect(admin.getByRole("main")).toContainText("Opened by 0 of 1 council");

  const lead = await as(council.lead);
  // The worker writes the notice.
  await expect(async () => {
    await lead.goto("/notices");
    await expect(lead.getByRole("main")).toContainText(words, { timeout: 1_000 });
  }).toPass();
  await admin.getByRole("link", { name: "Opened by 0 of 1 council" }).click();
  await expect(admin.getByRole("row", { name: new RegExp(council.name) })).toContainText(council.lead.name);
  await expectAccessible(admin);
  await lead.goto("/schools");
  await lead.getByRole("link", { name: new RegExp(`^${school}`) }).click();
  await expect(lead.getByRole("main")).toContainText("Below 65% in 2025 and 2026: 44, 41");
  await press(lead, "Start plan");
  const planId = lead.url().split("/").at(-1) ?? "";
  await writeWholePlan(lead, planId);
  await submit(lead, planId, mouse);

  const reviewer = await as(helena);
  await reviewer.goto("/reviews");
  await expectAccessible(reviewer);
  await returnWithComment(reviewer, planId, mouse);
  await answerComment(lead, planId, mouse);
  await submit(lead, planId, mouse);
  await reviewer.goto(`/plans/${planId}/review`);
  await press(reviewer, "Start review");
  await reviewer.goto(`/plans/${planId}/review/risks`);
  await reviewer.getByRole("radio", { name: "Yes, accept it" }).check();
  await press(reviewer, "Save");
  await reviewer.goto(`/plans/${planId}/approve`);
  await press(reviewer, "Approve plan");
  await expect(reviewer.getByRole("alert")).toContainText("Plan approved");
  await lead.goto("/schools");
  await expect(lead.getByRole("main")).toContainText("Approved");
  await admin.goto(`/board?programme=${programme.split("/").at(-1)}`);
  await expect(heading(admin)).toBeVisible();
  await expect(admin.getByRole("row", { name: new RegExp(council.name) })).toContainText("1");
  await expectAccessible(admin);
});
