import { addPersonOf } from "../support/take-council";
import { startedBefore } from "../support/scenes";
import { expect, expectAccessible, press, test } from "../support/test";

const intake = { name: "Intake", exact: true } as const;

test("@S08 two officers in one section: they see each other, the second sees both texts and nothing is lost", async ({
  as,
  council,
}) => {
  const planId = await startedBefore({ council });
  const colleague = await addPersonOf(council, "officer", { name: "Second Officer" });
  const [one, other] = [await as(council.officer), await as(colleague)];
  const address = `/plans/${planId}/sections/position`;
  for (const page of [one, other]) await page.goto(address);
  await expect(other.getByRole("status")).toContainText(
    `${council.officer.name} (since 10am) has this section open too`,
  );

  // Nobody presses anything: what is written is kept.
  await one.getByRole("textbox", intake).pressSequentially("A quarter of pupils join after year 7.");
  await expect(one.getByText("Saved at 10am")).toBeVisible();
  await other.getByRole("textbox", intake).pressSequentially("Most pupils come from two primary schools.");
  await expect(other.getByRole("alert")).toContainText(
    `Not saved: ${council.officer.name} saved another text at 10am.`,
  );
  await expectAccessible(other);
  await press(other, "Save and come back later");

  const main = other.getByRole("main");
  await expect(main).toContainText(`${council.officer.name} saved another text`);
  await expect(main.getByText("A quarter of pupils join after year 7.")).toBeVisible();
  await expect(other.getByRole("textbox", intake)).toHaveValue("Most pupils come from two primary schools.");
  await expectAccessible(other);

  // Whoever has seen both decides: their next save counts.
  await other.getByRole("textbox", intake).fill("A quarter join after year 7; most come from two primary schools.");
  await press(other, "Save and come back later");
  await expect(other.getByRole("alert")).toContainText("saved as a draft");
  await one.goto(address);
  await expect(one.getByRole("textbox", intake)).toHaveValue(
    "A quarter join after year 7; most come from two primary schools.",
  );
});

test("what is written is kept while the service is away, and when the page is left at once", async ({
  as,
  council,
}) => {
  const planId = await startedBefore({ council });
  const page = await as(council.officer);
  const address = `/plans/${planId}/sections/position`;
  await page.goto(address);
  const box = page.getByRole("textbox", intake);
  await page.context().setOffline(true);
  await box.pressSequentially("Written on a train.");
  await expect(page.getByRole("alert")).toContainText("Not saved: the service cannot be reached");
  await page.context().setOffline(false);
  await box.pressSequentially(" And here.");
  await expect(page.getByText("Saved at 10am")).toBeVisible();
  // Left within the moment that a save waits for the next key.
  await box.pressSequentially(" Last words.");
  await page.goto(`/plans/${planId}`);
  // What was sent while the page went may arrive after the next one has been asked for.
  await expect(async () => {
    await page.goto(address);
    await expect(box).toHaveValue("Written on a train. And here. Last words.", { timeout: 500 });
  }).toPass();
  await press(page, "Save and continue");
  await expect(box).toHaveValue("Written on a train. And here. Last words.");
});

test("officers leave each other notes, and copy what they wrote for one school to others", async ({ as, council }) => {
  const [from, to] = [await startedBefore({ council }), await startedBefore({ council, at: 1 })];
  const page = await as(council.officer);
  await page.goto(`/plans/${from}/sections/risks`);
  await page.getByRole("textbox", { name: "What could happen" }).first().fill("The head of maths leaves.");
  await press(page, "Save and come back later");
  await page.getByRole("link", { name: "7. Risks" }).click();
  await page.getByRole("link", { name: "Notes between colleagues" }).click();
  await press(page, "Add note");
  await expect(page.getByText("Error: Enter your note")).toBeVisible();
  await page.getByRole("textbox", { name: "Note" }).fill("Ask the adviser for a second reading.");
  await press(page, "Add note");
  await expect(page.getByRole("list", { name: "Notes to deal with" })).toContainText("a second reading");
  await expectAccessible(page);

  await page.goto(`/plans/${from}/sections/risks/copy`);
  await press(page, "Copy");
  await expect(page.getByText("Error: Select at least one school")).toBeVisible();
  await page.getByRole("checkbox").first().check();
  await press(page, "Copy");
  await expect(page.getByRole("alert")).toContainText("Copied to 1 draft");
  await page.goto(`/plans/${to}/sections/risks`);
  await expect(page.getByRole("textbox", { name: "What could happen" }).first()).toHaveValue(
    "The head of maths leaves.",
  );

  const lead = await as(council.lead);
  await lead.goto("/schools");
  await lead.getByRole("link", { name: "See how far each draft is" }).click();
  await expect(lead.getByRole("row").nth(1)).toContainText("In progress");
  await lead.goto(`/plans/${from}/notes`);
  await press(lead, /Mark as dealt with/);
  await expect(lead.getByText("1 note dealt with")).toBeVisible();
});
