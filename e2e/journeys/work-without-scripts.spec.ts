import { demonstrationPassword } from "../../prisma/scenarios/accounts";
import {
  attach,
  checkUntil,
  choose,
  expectErrors,
  pressButton,
  pressLink,
  writeAll,
  writeDate,
} from "../pages/by-keyboard";
import { keyboard } from "../pages/plan-page";
import { someIds } from "../support/find-cases";
import { asUpload, resultsFileOf } from "../support/results-file";
import { draftedBut } from "../support/scenes";
import { expect, heading, test } from "../support/test";

/** A browser that runs no scripts; every test here works it by keyboard alone. */
const plain = { javaScriptEnabled: false };

test("@S29 without scripts and by keyboard: sign in, with the address kept after a wrong password", async ({
  as,
  callum,
}) => {
  const page = await as(null, plain);
  await page.goto("/reviews");
  await expect(heading(page)).toHaveText("Sign in");
  const email = page.getByLabel("Email address");
  const signIn = page.getByRole("button", { name: "Sign in", exact: true });
  await keyboard.press(signIn);
  await expectErrors(page, ["Enter your email address", "Enter your password"]);
  await writeAll(page, { "Email address": callum.email, Password: "not this one at all" });
  await keyboard.press(signIn);
  await expectErrors(page, ["The email address or the password is not right"]);
  await expect(email).toHaveValue(callum.email);
  await writeAll(page, { Password: demonstrationPassword });
  await keyboard.press(signIn);
  await expect(page).toHaveURL("/reviews");
  await keyboard.press(page.getByRole("button", { name: "Sign out" }));
  await expect(heading(page)).toHaveText("Sign in");
});

test("@S29 without scripts and by keyboard: add, change, move and remove actions, with nothing lost by an error", async ({
  as,
  council,
}) => {
  test.slow();
  const planId = await draftedBut("actions", { council });
  const page = await as(council.officer, plain);
  const typed = {
    "What will be done": "A maths specialist teaches with each teacher.",
    "Who will do it": "Maths specialist",
    "Where the money comes from": "School improvement budget",
    Milestone: "Each class has a problem-solving lesson by March.",
    "Measure of success": "60% reach the standard in maths.",
  };
  const add = async (kind: string, what: string, cost: string) => {
    await choose(page.getByLabel("Kind of support"), kind);
    await writeAll(page, { ...typed, "What will be done": what, Cost: cost });
    await writeDate(page.getByRole("group", { name: "Start date" }), ["4", "1", "2027"]);
    await writeDate(page.getByRole("group", { name: "End date" }), ["30", "7", "2027"]);
    await pressButton(page, "Save action");
  };
  await page.goto(`/plans/${planId}/sections/actions`);
  await pressButton(page, "Add an action");
  await add("Maths", typed["What will be done"], "twelve");
  await expectErrors(page, ["Cost must be an amount in pounds, such as 12,500"]);
  for (const [label, text] of Object.entries({ ...typed, Cost: "twelve" }))
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(text);
  await expect(page.getByLabel("Kind of support")).toHaveValue("maths");
  await expect(page.getByRole("group", { name: "End date" }).getByLabel("Day")).toHaveValue("30");
  await writeAll(page, { Cost: "12,500" });
  await pressButton(page, "Save action");
  await expect(page.getByRole("alert")).toContainText("Action added");
  await pressButton(page, "Add another action");
  await add("Behaviour", "One behaviour policy for all lessons.", "0");
  await expect(page.getByRole("alert")).toContainText("Action added");

  const titles = page.getByRole("main").getByRole("heading", { name: /^Action \d/ });
  await expect(titles).toHaveText(["Action 1: Maths", "Action 2: Behaviour"]);
  await pressButton(page, "Move up action 2");
  await expect(page.getByRole("alert")).toContainText("Action moved to place 1");
  await expect(titles).toHaveText(["Action 1: Behaviour", "Action 2: Maths"]);

  await keyboard.press(page.getByRole("main").getByRole("link", { name: /^Change.*Action 1/ }));
  await writeAll(page, { Milestone: "" });
  await pressButton(page, "Save action");
  await expectErrors(page, ["Enter a milestone"]);
  await writeAll(page, { Milestone: "The policy is in force by February." });
  await pressButton(page, "Save action");
  await expect(page.getByRole("main")).toContainText("The policy is in force by February.");

  await keyboard.press(page.getByRole("main").getByRole("link", { name: /^Remove.*Action 2/ }));
  await expect(page.getByRole("main")).toContainText("A maths specialist teaches with each teacher.");
  await pressButton(page, "Remove action");
  await expect(page.getByRole("alert")).toContainText("Action removed");
  await expect(titles).toHaveText(["Action 1: Behaviour"]);
});

test("@S29 without scripts and by keyboard: challenge a flag, and ask for an extension", async ({ as, council }) => {
  const [{ caseId }] = council.cases;
  const page = await as(council.officer, plain);
  await page.goto(`/cases/${caseId}/extension`);
  await writeDate(page.getByRole("main"), ["31", "2", "2027"]);
  await writeAll(page, { Reason: "The new headteacher starts in March." });
  await pressButton(page, "Ask for extension");
  await expectErrors(page, ["New due date must be a real date"]);
  await expect(page.getByLabel("Reason", { exact: true })).toHaveValue("The new headteacher starts in March.");
  await expect(page.getByLabel("Day")).toHaveValue("31");
  await writeDate(page.getByRole("main"), ["16", "4", "2027"]);
  await pressButton(page, "Ask for extension");
  await expect(page.getByRole("alert")).toContainText("Extension to 16 April 2027 asked for.");

  await pressLink(page, "Challenge the flag");
  await writeAll(page, { Evidence: "Four pupils had left before the exams." });
  await pressButton(page, "Challenge flag");
  await expectErrors(page, ["Select what the challenge is about"]);
  await expect(page.getByLabel("Evidence", { exact: true })).toHaveValue("Four pupils had left before the exams.");
  await keyboard.tick(page.getByRole("radio", { name: "Too few pupils were counted" }));
  await pressButton(page, "Challenge flag");
  await expect(page.getByRole("alert")).toContainText("Flag challenged");
});

test("@S29 without scripts and by keyboard: filter and sort the board", async ({ as, priya }) => {
  const page = await as(priya, plain);
  const { programmeId } = await someIds();
  await page.goto(`/board?programme=${programmeId}`);
  const rows = page.getByRole("table", { name: /^Plans by council/ }).locator("tbody tr");
  const all = await rows.count();
  await choose(page.getByLabel("Cohort", { exact: true }), "Standard");
  await choose(page.getByLabel("Has plans", { exact: true }), "Returned");
  await pressButton(page, "Apply filters");
  await expect(page).toHaveURL(/cohort=standard/);
  await expect(page).toHaveURL(/state=returned/);
  expect(await rows.count()).toBeLessThan(all);
  await pressLink(page, "Plans needed");
  await expect(page.getByRole("columnheader", { name: "Plans needed" })).toHaveAttribute("aria-sort", /ending$/);
  await expect(page).toHaveURL(/cohort=standard/);
});

test("@S29 without scripts and by keyboard: from an uploaded file to a published run", async ({
  as,
  council,
  priya,
}) => {
  test.slow();
  const [year, councilCode] = [2026, council.code];
  const school = `Plain Academy ${councilCode}`;
  const rows = [
    { name: school, result: "41%", before: "44%" },
    ...["70%", "72%"].map((result) => ({ name: "Other", result })),
  ];
  const page = await as(priya, plain);
  await page.goto("/results/upload");
  await pressButton(page, "Upload");
  await expectErrors(page, ["Select a results file, list of schools or file of links"]);
  const file = page.getByLabel("Results file, list of schools or links");
  await writeAll(page, { "Year that the file is for (optional)": String(year) });
  await attach(file, asUpload("empty.csv", ""));
  await pressButton(page, "Upload");
  await expectErrors(page, ["The selected file is empty"]);
  await expect(page.getByLabel("Year that the file is for (optional)")).toHaveValue(String(year));
  await attach(file, asUpload(`plain_${councilCode}.csv`, resultsFileOf({ year, councilCode, rows })));
  await pressButton(page, "Upload");
  await checkUntil(page, new RegExp(`^Results file plain_${councilCode}.csv`));
  await pressButton(page, "Take over results");
  await checkUntil(page, new RegExp(`^Results file plain_${councilCode}.csv`));
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();

  await page.goto("/programmes/new?chosen=&template=primary");
  await writeAll(page, { "Name of the programme": "", Floor: "65", "Latest year": String(year) });
  await writeAll(page, { "Year of the goal": String(year + 2), "Number of years for a first concern": "2" });
  await keyboard.tick(page.getByRole("radio", { name: /^Expected standard/ }));
  await pressButton(page, "Set up programme");
  await expectErrors(page, ["Enter the name of the programme"]);
  await expect(page.getByLabel("Floor", { exact: true })).toHaveValue("65");
  await expect(page.getByRole("radio", { name: /^Expected standard/ })).toBeChecked();
  await writeAll(page, { "Name of the programme": `Plain ${councilCode}` });
  await pressButton(page, "Set up programme");
  await expect(heading(page)).toHaveText(new RegExp(`Plain ${councilCode}`));
  await pressButton(page, "Run identification");
  await checkUntil(page, /^.*Identification run 1/);
  await pressButton(page, "Confirm run");
  await expect(heading(page)).toHaveText(/Decide the cohorts/);
  await pressButton(page, "Confirm cohorts");
  await expect(heading(page)).toHaveText(/Publish/);
  await pressButton(page, "Publish");
  await expect(page.getByRole("alert")).toContainText("Published.");
  const lead = await as(council.lead, plain);
  await lead.goto("/schools");
  await keyboard.press(lead.getByRole("link", { name: new RegExp(`^${school}`) }));
  await expect(lead.getByRole("main")).toContainText("Below 65% in 2025 and 2026: 44, 41");
});
