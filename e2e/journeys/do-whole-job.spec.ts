import { answerComment, mouse, returnWithComment, submit } from "../pages/plan-page";
import { publishAsProposed } from "../pages/publish-run";
import { runRule, takeOver, uploadFile } from "../pages/results-page";
import { writeWholePlan } from "../pages/write-plan";
import { resultsFileOf } from "../support/results-file";
import { expect, expectAccessible, heading, press, test } from "../support/test";

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
  await publishAsProposed(admin);

  const lead = await as(council.lead);
  await lead.goto("/schools");
  await lead.getByRole("link", { name: school }).click();
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
