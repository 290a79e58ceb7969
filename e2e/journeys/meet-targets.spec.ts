import { secondaryFile } from "../../prisma/scenarios/results-files";
import { caseStatus } from "../pages/case-page";
import { takeOver, uploadFile } from "../pages/results-page";
import { approvedBefore } from "../support/scenes";
import { expect, expectAccessible, test } from "../support/test";

test("@S25 the next year’s results come in: each target has its difference, and the exit rule decides", async ({
  as,
  council,
  helena,
  priya,
}) => {
  for (const at of [0, 1] as const) await approvedBefore({ council, at, reviewer: helena });
  // Of the council's three schools one reaches the floor, one misses it, and of one nothing is published.
  const published = ["34%", "9%", "SUPP"];
  const { bytes } = secondaryFile(2027, [council.code], 3);
  const file = Buffer.from(bytes)
    .toString()
    .replace(/\d+%/g, () => published.shift() ?? "");
  const admin = await as(priya);
  await uploadFile(admin, `ks4_2027_${council.code}.csv`, file, 2027);
  await takeOver(admin);

  const lead = await as(council.lead);
  const [reached, missed] = council.cases;
  await expect(async () => {
    await lead.goto(`/cases/${reached.caseId}`);
    await expect(caseStatus(lead)).toContainText("Left the programme", { timeout: 500 });
  }).toPass();
  const ofYear = () => lead.getByRole("table", { name: "Results against the targets" }).getByRole("row").nth(1);
  await lead.goto(`/cases/${reached.caseId}/progress`);
  await expect(ofYear()).toContainText("34%");
  await expect(lead.getByRole("main")).toContainText("The exit rule is met. 2027: 34%; the floor is 30%.");

  await lead.goto(`/cases/${missed.caseId}/progress`);
  await expect(ofYear()).toContainText(/9%\s*Missed by \d+ points?/);
  await expect(lead.getByRole("main")).toContainText("The exit rule is not met yet. 2027: 9%");
  await expect(lead.getByRole("table", { name: "Reviews by term" })).toContainText("Autumn 2026");
  await expectAccessible(lead);
  await lead.goto(`/cases/${missed.caseId}`);
  await expect(caseStatus(lead)).toContainText("Approved");
});
