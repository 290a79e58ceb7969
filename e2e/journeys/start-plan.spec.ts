import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S05 starting a plan, going back and starting it again gives one draft", async ({ as, council }) => {
  const [{ caseId, schoolName }] = council.cases;
  const page = await as(council.officer);
  await page.goto(`/cases/${caseId}`);
  await expect(heading(page)).toContainText(schoolName);
  await expectAccessible(page);
});
