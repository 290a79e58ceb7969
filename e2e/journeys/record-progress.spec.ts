import { caseStatus, historyEntry, taskOf } from "../pages/case-page";
import { mouse, submit } from "../pages/plan-page";
import { expectNotice } from "../pages/read-notices";
import { approvedBefore, headToldBefore } from "../support/scenes";
import { addPersonOf } from "../support/take-council";
import { expect, expectAccessible, press, test } from "../support/test";

test("a council records progress on an action of its approved plan, and the Department reads it", async ({
  as,
  council,
  helena,
  priya,
}) => {
  await approvedBefore({ council, reviewer: helena });
  const [{ caseId, schoolName, laestab }] = council.cases;
  const officer = await as(council.officer);
  await officer.goto("/schools");
  await taskOf(officer, schoolName).getByRole("link", { name: "record progress" }).click();
  await press(officer, "Record progress");
  await expect(officer.getByRole("alert").getByRole("link")).toHaveText([
    "Select what the progress is about",
    "Select how it is going",
    "Enter what has been done",
  ]);
  await expectAccessible(officer);
  const actions = officer.getByRole("table", { name: "Actions of the approved plan" });
  const first = actions.getByRole("row").nth(1);
  const what = await first.getByRole("rowheader").innerText();
  await expect(first).toContainText("Nothing recorded");
  await officer.getByRole("radio", { name: what }).check();
  await officer.getByRole("radio", { name: "At risk" }).check();
  await officer.getByLabel("What has been done").fill("The specialist starts a term late.");
  await press(officer, "Record progress");
  await expect(officer.getByRole("alert")).toContainText("Progress recorded");
  await expect(first).toContainText("At risk");
  await officer.getByRole("radio", { name: "The plan as a whole" }).check();
  await officer.getByRole("radio", { name: "On track" }).check();
  await officer.getByLabel("What has been done").fill("Governors met in November.");
  await press(officer, "Record progress");
  const entries = officer.getByRole("listitem").filter({ has: officer.locator("time") });
  await expect(entries).toHaveCount(2);

  for (const person of [await as(helena), await as(priya)]) {
    await person.goto(`/cases/${caseId}`);
    await expect(caseStatus(person)).toContainText("Approved");
    await expect(person.getByRole("main")).toContainText(/\d actions: \d not started, 1 at risk\. Last recorded on/);
    await person.getByRole("link", { name: "See all progress" }).click();
    const entry = person.getByRole("listitem").filter({ hasText: "The specialist starts a term late." });
    await expect(entry).toContainText(what);
    await expect(entry).toContainText(council.officer.name);
    await expect(person.getByRole("button", { name: "Record progress" })).toHaveCount(0);
    await person.goto(`/cases/${caseId}/history`);
    await expect(person.getByRole("heading", { name: "Recorded progress", exact: true })).toHaveCount(2);
  }
  const head = await as(await addPersonOf(council, "headteacher", { school: laestab }));
  expect((await head.goto(`/cases/${caseId}/progress`))?.status()).toBe(403);
});

test("an approved plan is reopened: the council owes a new revision by the new date, and what was recorded stays", async ({
  as,
  council,
  helena,
  priya,
}) => {
  const planId = await approvedBefore({ council, reviewer: helena });
  await headToldBefore({ council });
  const [{ caseId, schoolName, laestab, dueOn }] = council.cases;
  const lead = await as(council.lead);
  await lead.goto(`/cases/${caseId}/progress`);
  await lead.getByRole("radio", { name: "The plan as a whole" }).check();
  await lead.getByRole("radio", { name: "Done" }).check();
  await lead.getByLabel("What has been done").fill("The partner school came twice.");
  await press(lead, "Record progress");

  const admin = await as(priya);
  await admin.goto(`/cases/${caseId}`);
  await admin.getByRole("link", { name: "Reopen plan" }).click();
  const dateIs = async (day: string, month: string, year: string) => {
    await admin.getByLabel("Day").fill(day);
    await admin.getByLabel("Month").fill(month);
    await admin.getByLabel("Year").fill(year);
  };
  await dateIs("23", "11", "2026");
  await admin.getByRole("textbox", { name: "Reason" }).fill("The partner school has closed.");
  await press(admin, "Reopen plan");
  await expect(admin.getByRole("alert")).toContainText("New due date must be in the future");
  await expectAccessible(admin);
  await dateIs("5", "12", "2026");
  await press(admin, "Reopen plan");
  await expect(admin.getByRole("alert")).toContainText("Plan reopened; due 5 December 2026");
  await expect(caseStatus(admin)).toContainText("Drafting Plan due 5 December 2026. Due in 11 days.");

  await expectNotice(lead, `Plan reopened: ${schoolName}`, "a new revision of the plan by 5 December 2026");
  await lead.goto("/schools");
  await expect(taskOf(lead, schoolName)).toContainText("Plan due 5 December 2026");
  const reopened = await historyEntry(lead, caseId, "Reopened the plan for a new revision");
  const was = dueOn === "2027-02-26" ? "26 February 2027" : "19 March 2027";
  await expect(reopened).toContainText(`Due date moved from ${was} to 5 December 2026.`);
  await expect(reopened).toContainText("The partner school has closed.");
  await lead.goto(`/cases/${caseId}/progress`);
  await expect(lead.getByRole("main")).toContainText("The partner school came twice.");
  await expect(lead.getByRole("button", { name: "Record progress" })).toHaveCount(0);
  const head = await as(await addPersonOf(council, "headteacher", { school: laestab }));
  await head.goto("/your-school");
  await expect(head.getByRole("main")).toContainText("Your council is writing the plan.");
  await expect(head.getByRole("main")).not.toContainText(/\b5 December 2026/);

  await lead.goto(`/plans/${planId}/sections/risks`);
  await lead.getByLabel("What you will do about it").first().fill("Another partner school is agreed.");
  await press(lead, "Save and continue");
  await submit(lead, planId, mouse);
  const reviewer = await as(helena);
  await reviewer.goto(`/plans/${planId}/review`);
  await expect(reviewer.getByRole("main")).toContainText("revision 2");
  await expect(reviewer.getByRole("listitem").filter({ hasText: "Risks" })).toContainText("Changed since revision 1");
  await admin.goto(`/cases/${caseId}`);
  await expect(caseStatus(admin)).toContainText("Submitted Plan received 24 November 2026. Received 11 days early.");
});
