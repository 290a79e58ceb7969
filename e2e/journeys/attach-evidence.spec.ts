import { officeFile } from "../../app/evidence/little-files.fixture";
import { csvFile, pdfFile } from "../../prisma/scenarios/evidence-files";
import { draftedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

const observations = {
  name: "Überblick: maths.pdf",
  mimeType: "application/pdf",
  buffer: pdfFile("Lesson observations", ["Eleven lessons in autumn 2026"]),
};

test("evidence is attached, cited claim by claim, marked where it is missing, and opened by the reviewer once submitted", async ({
  as,
  council,
  helena,
}) => {
  const planId = await draftedBefore({ council });
  const lead = await as(council.lead);
  const main = lead.getByRole("main");
  await lead.goto(`/plans/${planId}/sections/position`);
  await lead.getByRole("link", { name: "Add a file" }).click();
  // A web page that calls itself a PDF: refused by what it holds, and what was typed stays.
  await lead.getByLabel("What the file shows").fill("Lesson observations in maths");
  const disguised = { ...observations, buffer: Buffer.from("<html><script>alert(1)</script>") };
  await lead.getByLabel("File", { exact: true }).setInputFiles(disguised);
  await press(lead, "Add file");
  await expect(lead.getByRole("alert").getByRole("link")).toHaveText([/name ends in \.pdf, but it does not hold PDF/]);
  await expect(lead.getByLabel("What the file shows")).toHaveValue("Lesson observations in maths");
  await expectAccessible(lead);
  await lead.getByLabel("File", { exact: true }).setInputFiles(observations);
  await press(lead, "Add file");
  await expect(lead.getByRole("alert")).toContainText("Überblick_ maths.pdf added");

  await lead
    .getByRole("group", { name: /Files that show what is improving/ })
    .getByRole("checkbox", { name: "Lesson observations in maths" })
    .check();
  await expectAccessible(lead);
  await press(lead, "Save and continue");
  await expect(main).toContainText(/1 file has been added as evidence\. \d+ claims cite none/);
  await lead.goto(`/plans/${planId}/check`);
  const position = lead.getByRole("region", { name: "1. Where the school is" });
  await expect(position.getByText("No evidence cited")).toHaveCount(1);
  await expect(position.getByRole("link", { name: "Lesson observations in maths" })).toBeVisible();
  const address = await position.getByRole("link", { name: "Lesson observations in maths" }).getAttribute("href");

  // Cited, so it stays until the claim lets it go.
  await lead.goto(`${address}/remove`);
  await expect(heading(lead)).toHaveText(/This file cannot be removed yet/);

  const reviewer = await as(helena);
  expect((await reviewer.goto(`${address}`))?.status()).toBe(404);
  await lead.goto(`/plans/${planId}/submit`);
  await lead.getByRole("checkbox").check();
  await press(lead, "Submit plan");
  await reviewer.goto(`/plans/${planId}/review/position`);
  await expect(reviewer.getByRole("main").getByText("No evidence cited")).toHaveCount(1);
  await reviewer.getByRole("link", { name: "Lesson observations in maths" }).click();
  await expect(reviewer.getByRole("main")).toContainText(/PDF.*SHA-256.*[0-9a-f]{64}/s);
  const [download] = await Promise.all([
    reviewer.waitForEvent("download"),
    reviewer.getByRole("button", { name: "Download file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Überblick_ maths.pdf");
  const answer = await reviewer.request.get(`${address}/file`);
  expect(await answer.body()).toEqual(observations.buffer);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringMatching(/^attachment; .*filename\*=UTF-8''%C3%9Cberblick_%20maths\.pdf$/),
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
    "cache-control": expect.stringContaining("private"),
  });
});

test("without scripts a challenge gets its files; macros are refused, and admins see what is attached at once", async ({
  as,
  council,
  priya,
}) => {
  const [{ caseId }] = council.cases;
  const officer = await as(council.officer, { javaScriptEnabled: false });
  await officer.goto(`/cases/${caseId}/challenge`);
  await officer.getByRole("radio", { name: "Too few pupils were counted" }).check();
  await officer.getByRole("textbox", { name: "Evidence" }).fill("Four pupils had left before the exams.");
  await officer.getByRole("button", { name: "Challenge flag" }).click();
  await officer.getByRole("link", { name: "Read the challenge and its files" }).click();
  const file = officer.getByLabel("File", { exact: true });
  await officer.getByRole("button", { name: "Attach file" }).click();
  await expect(officer.getByRole("alert").getByRole("link")).toHaveText(["Select a file", "Enter what the file shows"]);
  await officer.getByLabel("What the file shows").fill("The roll in year 11");
  await file.setInputFiles({ name: "roll.xlsx", mimeType: "", buffer: officeFile("xlsm") });
  await officer.getByRole("button", { name: "Attach file" }).click();
  await expect(officer.getByRole("alert")).toContainText("can hold macros");
  await expect(officer.getByLabel("What the file shows")).toHaveValue("The roll in year 11");
  await file.setInputFiles({
    name: "roll.csv",
    mimeType: "text/csv",
    buffer: csvFile([
      ["Week", "Pupils"],
      [1, 21],
    ]),
  });
  await officer.getByRole("button", { name: "Attach file" }).click();
  await expect(officer.getByRole("alert")).toContainText("roll.csv attached");

  const admin = await as(priya);
  await admin.goto(`/cases/${caseId}/uphold`);
  await admin.getByRole("link", { name: "The roll in year 11" }).click();
  await expect(admin.getByRole("main")).toContainText("roll.csv");
});
