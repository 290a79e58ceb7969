import { fieldsOf, postAsOpened } from "../support/post-form";
import { proposedBecause, stepConfirmed, stepProposedBefore } from "../support/scenes";
import { takeCouncil } from "../support/take-council";
import { expect, expectAccessible, heading, press, test } from "../support/test";
import { world } from "../support/world";

const answer = "The governors meet on 1 December.\nThe plan comes in that week, with a reply to each comment.";
const proposal = "The Department proposes to tell the council formally of its concern.";

test("@S22 a lead answers a proposed step, and the Department reads the council’s words", async ({
  as,
  council,
  helena,
  priya,
}) => {
  const escalationId = await stepProposedBefore({ council, reviewer: helena, admin: priya });
  const address = `/escalations/${escalationId}`;
  const page = await as(council.lead);
  await page.goto("/schools");
  const notice = page.getByRole("region", { name: "Important" });
  await expect(notice).toContainText(proposal);
  await expect(notice).toContainText("until the end of 7 December 2026: 13 days left");
  await expectAccessible(page);
  await notice.getByRole("link", { name: "Read why and answer" }).click();
  await expect(page.getByRole("main")).toContainText(proposedBecause);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make representations" }).click();
  await expect(heading(page)).toContainText("Make representations");
  await press(page, "Send representations");
  await page.getByRole("link", { name: "Enter your representations" }).click();
  const field = page.getByRole("textbox", { name: "Your council’s representations" });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill(answer);
  const fields = { ...(await fieldsOf(page)), representations: answer };
  await press(page, "Send representations");
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("alert")).toContainText("Representations sent to the Department");
  // The same form once more, as a double click sends it: the same answer, and nothing new.
  expect((await postAsOpened(page, `${address}/represent`, fields)).status()).toBe(303);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Made representations" })).toHaveCount(1);
  await expectAccessible(page);

  const admin = await as(priya);
  await admin.goto(`/councils/${council.code}?programme=${world().programmeId}`);
  await expectAccessible(admin);
  await admin.getByRole("link", { name: "Read the reasons and the council’s answers" }).click();
  await expect(admin.getByText("The governors meet on 1 December.")).toBeVisible();
  await expect(admin.getByRole("main")).toContainText(`${council.lead.name}, Council lead`);
  await expect(admin.getByRole("button", { name: "Make representations" })).toHaveCount(0);
  await expectAccessible(admin);
  await expect(async () => {
    await admin.goto("/notices");
    const told = admin.getByRole("link", { name: `Representations made by ${council.name}` });
    await expect(told).toHaveCount(1, { timeout: 500 });
  }).toPass();
});

test("@S22 an officer reads a proposed step and who can answer it; nobody else’s council learns of it", async ({
  as,
  council,
  helena,
  priya,
}) => {
  const address = `/escalations/${await stepProposedBefore({ council, reviewer: helena, admin: priya })}`;
  const page = await as(council.officer);
  await page.goto("/schools");
  await page.getByRole("link", { name: "Read why" }).click();
  await expect(page.getByRole("main")).toContainText(proposal);
  await expect(page.getByRole("main")).toContainText(`Leads of ${council.name}: ${council.lead.name}.`);
  await expect(page.getByRole("button", { name: "Make representations" })).toHaveCount(0);
  await expectAccessible(page);
  expect((await page.goto(`${address}/represent`))?.status()).toBe(403);

  const elsewhere = await as((await takeCouncil()).lead);
  await elsewhere.goto("/schools");
  await expect(elsewhere.getByRole("main")).not.toContainText("The Department proposes");
  for (const path of [address, `${address}/represent`]) expect((await elsewhere.goto(path))?.status()).toBe(404);
  const reviewer = await as(helena);
  expect((await reviewer.goto(address))?.status()).toBe(200);
  await expectAccessible(reviewer);
});

test("@S22 an answer that comes after the decision is refused, and says whose decision stands", async ({
  as,
  council,
  helena,
  priya,
  tom,
}) => {
  const escalationId = await stepProposedBefore({ council, reviewer: helena, admin: priya });
  const page = await as(council.lead);
  await page.goto(`/escalations/${escalationId}/represent`);
  await stepConfirmed(council, tom);
  await page.getByRole("textbox").fill(answer);
  await press(page, "Send representations");
  await expect(page.getByRole("main")).toContainText("No step is proposed.");
  await expect(page.getByRole("main")).toContainText("Tom Wexcombe confirmed the step");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to the escalation" }).click();
  await expect(page.getByRole("main")).toContainText("The Department has told the council of its concern.");
  await page.goto("/schools");
  await expect(page.getByRole("main")).toContainText("The Department has told the council of its concern.");
  await expectAccessible(page);
  expect((await page.goto(`/escalations/${escalationId}/represent`))?.status()).toBe(409);
});
