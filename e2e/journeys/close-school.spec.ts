import type { Page } from "@playwright/test";
import { caseStatus, historyEntry, taskOf } from "../pages/case-page";
import { expectNotice } from "../pages/read-notices";
import { takeOver, uploadFile } from "../pages/results-page";
import { academyUrn } from "../../prisma/scenarios/results-files";
import { resultsFileOf } from "../support/results-file";
import { draftedBefore, headToldBefore, submittedBefore } from "../support/scenes";
import { addPersonOf } from "../support/take-council";
import { expect, expectAccessible, heading, press, test } from "../support/test";
import { world } from "../support/world";

/** The figures of a council on the board, by the names of their columns. */
async function boardRow(page: Page, council: string): Promise<Record<string, string>> {
  await page.goto(`/board?programme=${world().programmeId}`);
  const names = await page.getByRole("columnheader").allInnerTexts();
  const cells = await page.getByRole("row").filter({ hasText: council }).getByRole("cell").allInnerTexts();
  return Object.fromEntries(cells.map((text, at) => [names[at + 1] ?? "", text]));
}

test("a school closes: its case ends, and it leaves what is owed", async ({ as, council, priya }) => {
  const planId = await draftedBefore({ council });
  await headToldBefore({ council });
  const [{ caseId, schoolName, laestab }] = council.cases;
  const head = await as(await addPersonOf(council, "headteacher", { school: laestab }));
  const admin = await as(priya);
  expect(await boardRow(admin, council.name)).toMatchObject({ "Plans needed": "3", Drafting: "1" });
  await admin.goto(`/cases/${caseId}`);
  await admin.getByRole("link", { name: "Record that the school closed" }).click();
  await press(admin, "Close school");
  await expect(admin.getByRole("alert").getByRole("link")).toHaveText(["Enter how the school closed"]);
  await expectAccessible(admin);
  await admin.getByRole("textbox", { name: "How the school closed" }).fill("It closed in August. Pupils moved nearby.");
  await press(admin, "Close school");
  await expect(admin.getByRole("alert")).toContainText("Closure recorded");
  await expect(caseStatus(admin)).toHaveText("School closed");
  await expect(admin.getByRole("main")).toContainText("There is nothing for you to do now.");
  expect((await admin.goto(`/cases/${caseId}/close`))?.status()).toBe(409);
  expect(await boardRow(admin, council.name)).toMatchObject({ "Plans needed": "2", Drafting: "0" });
  await admin.goto(`/councils/${council.code}?programme=${world().programmeId}`);
  await expect(admin.getByRole("row").filter({ hasText: schoolName })).toContainText(/School closed.*Ended/s);

  const lead = await as(council.lead);
  await expectNotice(lead, `School closed: ${schoolName}`, "The Department has recorded the closure.");
  await lead.goto("/schools");
  await expect(taskOf(lead, schoolName)).toBeHidden();
  await lead.getByText("1 school with nothing more to do").click();
  await expect(taskOf(lead, schoolName)).toContainText("School closed");
  await expect(taskOf(lead, schoolName)).not.toContainText("Plan due");
  await expectAccessible(lead);
  const closed = await historyEntry(lead, caseId, "Recorded that the school has closed");
  await expect(closed).toContainText("It closed in August. Pupils moved nearby.");
  expect((await lead.goto(`/plans/${planId}/sections/position`))?.status()).toBe(409);
  await lead.goto(`/plans/${planId}`);
  await expect(lead.getByRole("main")).toContainText("This case has ended. The plan is kept to read.");

  await head.goto("/your-school");
  await expect(head.getByRole("main")).toContainText("The case has ended because the school closed.");
});

test("a school goes on as another: case, plan and due date move to the successor", async ({
  as,
  council,
  priya,
  helena,
}) => {
  const planId = await submittedBefore({ council });
  const [{ caseId, schoolName, dueOn }, other] = council.cases;
  const academy = `Lanternhall Academy ${council.code}`;
  const admin = await as(priya);
  const [year, rows] = [2016, [{ name: academy, result: "70%" }]];
  await uploadFile(admin, `academy_${council.code}.csv`, resultsFileOf({ year, councilCode: council.code, rows }));
  await takeOver(admin);

  await admin.goto(`/cases/${caseId}`);
  const before = await caseStatus(admin).innerText();
  await admin.getByRole("link", { name: "Record a successor school" }).click();
  for (const [urn, message] of [
    ["12", "URN must be 6 numbers"],
    ["999999", "There is no school with URN 999999 in the results that were taken over"],
    [academyUrn, /belongs to another council/],
  ] as const) {
    await admin.getByLabel("URN of the successor school").fill(urn);
    await press(admin, "Move case");
    await expect(admin.getByRole("alert")).toContainText(message);
    await expect(admin.getByLabel("URN of the successor school")).toHaveValue(urn);
  }
  await expectAccessible(admin);
  await admin.getByLabel("URN of the successor school").fill(`98${council.code}1`);
  await press(admin, "Move case");
  await expect(admin.getByRole("alert")).toContainText(`Case moved to ${academy}`);
  await expect(heading(admin)).toContainText(academy);
  await expect(caseStatus(admin)).toHaveText(before);
  const moved = await historyEntry(admin, caseId, `Moved the case to the successor school, URN 98${council.code}1`);
  await expect(moved).toContainText("Priya Nandlake");

  const lead = await as(council.lead);
  await expectNotice(lead, `Successor recorded: ${academy}`, "its due date go on at the successor school");
  await lead.goto("/schools");
  await expect(taskOf(lead, academy)).toContainText("Submitted");
  await expect(lead.getByRole("main")).not.toContainText(`${schoolName}:`);
  await expect(taskOf(lead, other.schoolName)).toBeVisible();
  await lead.goto(`/plans/${planId}`);
  await expect(heading(lead)).toContainText(academy);
  await lead.goto(`/cases/${caseId}`);
  const due = dueOn === "2027-02-26" ? "26 February 2027" : "19 March 2027";
  await expect(lead.getByRole("main")).toContainText(`Due date${due}`);

  const reviewer = await as(helena);
  await reviewer.goto(`/plans/${planId}/review`);
  await expect(heading(reviewer)).toContainText(academy);
  await press(reviewer, "Start review");
  await expect(reviewer.getByRole("alert")).toContainText("Review started.");
});
