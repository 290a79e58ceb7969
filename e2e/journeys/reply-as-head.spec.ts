import { addPersonOf } from "../support/take-council";
import { draftedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("@S26 a headteacher reads one school's flag and plan, and the reply stays with the plan", async ({
  as,
  council,
}) => {
  const planId = await draftedBefore({ council });
  const [own, other] = council.cases;
  const head = await addPersonOf(council, "headteacher", { school: own.laestab });
  const page = await as(head);
  await page.goto("/");
  await expect(heading(page)).toHaveText(new RegExp(own.schoolName));
  await expect(page.getByRole("main")).toContainText(/Below 30% in/);
  for (const date of ["26 February 2027", "19 March 2027"])
    await expect(page.getByRole("main")).not.toContainText(date);
  await expectAccessible(page);
  for (const address of [`/cases/${other.caseId}`, `/plans/${planId}`, "/schools", "/board"]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBeGreaterThanOrEqual(403);
  }

  await page.goto("/your-school/reply");
  await press(page, "Send reply");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "I disagree with the plan" }).check();
  await page.getByLabel("Your comment").fill("The plan leaves out attendance.");
  await press(page, "Send reply");
  const lead = await as(council.lead);
  await lead.goto(`/plans/${planId}/check`);
  await expect(lead.getByRole("main")).toContainText("The plan leaves out attendance.");
});
