import { conflictDeclared, supportSchoolOf, takenPlace, unflaggedSchool } from "../support/support-scenes";
import { takeCouncil } from "../support/take-council";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S23 a support school at capacity is offered with a warning, one with a conflict of interest is not", async ({
  as,
  council: asking,
  priya,
}) => {
  const supporting = await takeCouncil();
  const full = {
    asking,
    supporting,
    supportSchoolId: await supportSchoolOf(supporting, "Fullers Cross School", priya),
  };
  const barred = { ...full, supportSchoolId: await supportSchoolOf(supporting, "Kinsmoor School", priya) };
  await takenPlace(full);
  await conflictDeclared(barred, "Both schools have the same chair of governors.");
  const [{ caseId, schoolName }] = asking.cases;
  const page = await as(asking.officer);
  await page.goto(`/cases/${caseId}`);
  await page.getByRole("link", { name: "Find a support school" }).click();
  await expect(heading(page)).toContainText("Support schools for this school");
  const row = page.getByRole("row", { name: /Fullers Cross School/ });
  await expect(row).toContainText("At capacity: none of 1 place is free in its term");
  await expect(row).toContainText("Distance not known");
  await expect(page.getByRole("row", { name: /Kinsmoor School/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Ask for support from Kinsmoor School" })).toHaveCount(0);
  await expect(page.getByText("Both schools have the same chair of governors.")).toBeVisible();
  await expectAccessible(page);
  await row.getByRole("link", { name: /Ask for support/ }).click();
  await expect(page.getByText("Fullers Cross School is at capacity")).toBeVisible();
  await expect(page.getByText(`By this request ${supporting.name} learns that ${schoolName}`)).toBeVisible();
  await expectAccessible(page);
  expect((await page.goto(`/support/cases/${caseId}/ask/${barred.supportSchoolId}`))?.status()).toBe(409);
  const elsewhere = await as(supporting.lead);
  expect((await elsewhere.goto(`/support/cases/${caseId}`))?.status()).toBe(404);
  await elsewhere.goto(`/support/${barred.supportSchoolId}`);
  await expect(elsewhere.getByRole("main")).not.toContainText("Both schools have the same chair");
});

test("a council proposes, the Department accredits, another council asks, and its request is accepted", async ({
  as,
  council: asking,
  priya,
}) => {
  test.slow();
  const supporting = await takeCouncil();
  await unflaggedSchool(supporting, "Larkspur School");
  const lead = await as(supporting.lead);
  await lead.goto("/support/new");
  await press(lead, "Propose school");
  await expect(lead.getByRole("link", { name: "Select a school" })).toBeVisible();
  await expectAccessible(lead);
  await lead.getByLabel("School", { exact: true }).selectOption({ label: supporting.cases[0].schoolName });
  await lead.getByLabel("Maths", { exact: true }).first().check();
  await lead.getByLabel("How many schools can it support at a time?").fill("1");
  await lead.getByRole("textbox", { name: "Maths" }).fill("2");
  await lead.getByLabel("What the school can offer").fill("A leader of maths for two days a week.");
  await press(lead, "Propose school");
  await expect(lead.getByRole("main")).toContainText("A school that is identified itself cannot support another.");
  await expect(lead.getByRole("textbox", { name: "Maths" })).toHaveValue("2");
  await lead.getByLabel("School", { exact: true }).selectOption({ label: "Larkspur School" });
  await press(lead, "Propose school");
  await expect(heading(lead)).toContainText("Larkspur School");
  await expectAccessible(lead);
  const address = new URL(lead.url()).pathname;

  const admin = await as(priya);
  await admin.goto(address);
  await admin.getByRole("button", { name: "Accredit the school" }).click();
  for (const [name, parts] of Object.entries({ termFrom: [1, 9, 2026], termTo: [31, 8, 2028] }))
    for (const [at, part] of ["day", "month", "year"].entries())
      await admin.locator(`#${name}-${part}`).fill(String(parts[at]));
  await press(admin, "Accredit school");
  await expect(admin.getByRole("main")).toContainText("Accredited");
  await expectAccessible(admin);

  const officer = await as(asking.officer);
  const [{ caseId, schoolName }] = asking.cases;
  await officer.goto(`/support/cases/${caseId}/ask/${address.split("/").at(-1)}`);
  await officer.getByLabel("A specialist teacher: Maths").check();
  await officer.getByLabel("Days a week of the specialist teacher").fill("2.5");
  for (const [name, parts] of Object.entries({ startsOn: [4, 1, 2027], endsOn: [23, 7, 2027] }))
    for (const [at, part] of ["day", "month", "year"].entries())
      await officer.locator(`#${name}-${part}`).fill(String(parts[at]));
  await officer.getByLabel("What support is needed").fill("Fractions in year 9.");
  await press(officer, "Send request");
  await expect(officer.getByRole("link", { name: "Maths: the school shares 2 days a week at most" })).toBeVisible();
  await officer.getByLabel("Days a week of the specialist teacher").fill("1.5");
  await press(officer, "Send request");
  await expect(officer.getByRole("main")).toContainText("Waiting for an answer");
  await expectAccessible(officer);

  await lead.goto("/support");
  await expectAccessible(lead);
  await lead
    .getByRole("row", { name: new RegExp(schoolName) })
    .getByRole("link", { name: /Larkspur School/ })
    .click();
  await expect(lead.getByRole("main")).toContainText("A specialist teacher of maths for 1.5 days a week");
  await press(lead, "Accept request");
  await expect(lead.getByRole("main")).toContainText("Request accepted");
  await officer.goto(`/cases/${caseId}`);
  await expect(officer.getByRole("listitem").filter({ hasText: "Larkspur School" })).toContainText("Accepted");
});
