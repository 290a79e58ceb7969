import { resubmittedBefore } from "../support/scenes";
import { expect, expectAccessible, heading, test } from "../support/test";

test("@S13 the reviewer of a resubmission reads each comment beside its reply and what changed, word by word", async ({
  as,
  council,
  helena,
}) => {
  const planId = await resubmittedBefore({ council, reviewer: helena });
  const page = await as(helena);
  await page.goto(`/plans/${planId}/review`);
  await page.getByRole("link", { name: "Read each comment beside what changed" }).click();
  await expect(heading(page)).toContainText("Comments and what changed");
  const causes = page.getByRole("region", { name: "2. Causes" });
  await expect(causes).toContainText("For one cause the evidence is a single lesson.");
  await expect(causes).toContainText("We agree. The section now says what we will do");
  await expect(causes.getByRole("insertion")).toContainText("We have looked at this again");
  await expect(causes.getByRole("deletion")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "4. Targets" })).toContainText(
    "The text of this section is as it was.",
  );
  await expectAccessible(page);

  await page.getByRole("link", { name: "Compare the two texts" }).click();
  await expect(page.getByRole("main")).toContainText(/1 section changed from revision 1, .*, to revision 2, /);
  await expectAccessible(page);
  // The other way round, what was added is what was removed.
  const from = page.getByLabel("From");
  const [older, newer] = [await from.inputValue(), await page.getByLabel("To").inputValue()];
  await from.selectOption(newer);
  await page.getByLabel("To").selectOption(older);
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("region", { name: "2. Causes" }).getByRole("deletion")).toContainText("We have looked");

  // The plan's feed is XML to a browser, and is sent once.
  const feed = await page.request.get(`/plans/${planId}/feed`);
  const xml = await feed.text();
  const parsed = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, "application/xml");
    return [
      read.documentElement.nodeName,
      ...[...read.querySelectorAll("entry > title")].map((node) => node.textContent),
    ];
  }, xml);
  expect([parsed[0], parsed.filter((title) => title?.endsWith("Plan submitted")).length]).toEqual(["feed", 2]);
  const again = { headers: { "If-None-Match": feed.headers().etag ?? "" } };
  expect((await page.request.get(`/plans/${planId}/feed`, again)).status()).toBe(304);

  // A lead of the same council reads it too, of another council's plan nothing.
  const lead = await as(council.lead);
  await lead.goto(`/plans/${planId}`);
  await lead.getByRole("link", { name: "See what changed between submissions" }).click();
  await expect(lead.getByRole("insertion").last()).toContainText("We have looked at this again");
});
