import { changeRole } from "../../prisma/scenarios/people";
import { draftedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";
import { FROZEN } from "../support/world";

test("@S30 a deactivated person with a page open is signed out at their next request", async ({
  as,
  council,
  priya,
}) => {
  const planId = await draftedBefore({ council });
  const page = await as(council.officer);
  await page.goto(`/plans/${planId}/sections/position`);
  const admin = await as(priya);
  await admin.goto(`/people/${council.officer.personId}/deactivate`);
  await expectAccessible(admin);
  await press(admin, /deactivate/i);
  await page.getByRole("textbox", { name: "Intake" }).fill("A text that must not be saved.");
  await press(page, "Save and continue");
  await expect(heading(page)).toHaveText("Sign in");
  const lead = await as(council.lead);
  await lead.goto(`/plans/${planId}/check`);
  await expect(lead.getByRole("main")).not.toContainText("A text that must not be saved.");
});

test("@S30 a lead who is only an officer now cannot submit with a page opened before", async ({
  as,
  council,
  priya,
}) => {
  const planId = await draftedBefore({ council });
  const page = await as(council.lead);
  await page.goto(`/plans/${planId}/submit`);
  await page.getByRole("checkbox").check();
  const now = new Date(FROZEN);
  await changeRole(council.lead, { role: "officer", councilCode: council.code }, { admin: priya, now });
  await press(page, "Submit plan");
  await expect(page.getByRole("main")).not.toContainText("Plan submitted");
  await page.goto(`/plans/${planId}`);
  await expect(page.getByRole("main")).toContainText("You have completed 7 of 7 sections.");
});
