import { addPersonOf } from "../support/take-council";
import { startedBefore } from "../support/scenes";
import { expect, expectAccessible, press, test } from "../support/test";

test("@S08 two officers in one section: the second sees both texts and nothing is lost", async ({ as, council }) => {
  const planId = await startedBefore({ council });
  const colleague = await addPersonOf(council, "officer", { name: "Second Officer" });
  const [one, other] = [await as(council.officer), await as(colleague)];
  const address = `/plans/${planId}/sections/position`;
  for (const page of [one, other]) await page.goto(address);
  const intake = { name: "Intake" };

  await one.getByRole("textbox", intake).fill("A quarter of pupils join after year 7.");
  await press(one, "Save and come back later");
  await expect(one.getByRole("alert")).toContainText("saved as a draft");
  await other.getByRole("textbox", intake).fill("Most pupils come from two primary schools.");
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
