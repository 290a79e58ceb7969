import { randomUUID } from "node:crypto";
import { draftedBefore } from "../support/scenes";
import { takeCouncil } from "../support/take-council";
import { expect, heading, test } from "../support/test";

test("@S06 another council's plan is not found, and the attempt is on record", async ({ as, council, priya }) => {
  const theirs = await takeCouncil();
  const planId = await draftedBefore({ council: theirs });
  const [{ caseId, schoolName }] = theirs.cases;
  const page = await as(council.officer);
  const addresses = [
    `/plans/${planId}`,
    `/plans/${planId}/sections/position`,
    `/plans/${planId}/check`,
    `/cases/${caseId}`,
    `/cases/${caseId}/history`,
  ];
  for (const address of addresses) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(heading(page)).toHaveText("Page not found");
    const body = await page.getByRole("main").innerText();
    expect(body).not.toContain(schoolName);
    // The same answer as for what does not exist.
    await page.goto(address.replace(planId, randomUUID()).replace(caseId, randomUUID()));
    expect(await page.getByRole("main").innerText()).toBe(body);
  }
  await page.goto("/schools");
  await expect(page.getByRole("main")).not.toContainText(schoolName);

  const admin = await as(priya);
  await expect(async () => {
    await admin.goto("/access-log");
    await expect(
      admin.getByRole("row", { name: new RegExp(`${council.officer.name}.*${planId}`) }).first(),
    ).toBeVisible({
      timeout: 500,
    });
  }).toPass();
});
