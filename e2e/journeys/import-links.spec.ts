import { uploadFile } from "../pages/results-page";
import { listOf, takeOverList } from "../pages/school-list";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("links between schools are shown before they count, and an admin decides with a reason whose results go on", async ({
  as,
  council,
  priya,
}) => {
  const { code } = council;
  const urn = (number: number) => `94${code}${number}`;
  const of = (word: string) => `${word} Vale School ${code}`;
  const ended = { ICLOSE: "2", CLOSEDATE: "20260831" };
  const schools = [
    { URN: urn(1), ESTAB: "3401", SCHNAME: of("Alder"), ...ended },
    { URN: urn(2), ESTAB: "3402", SCHNAME: of("Birch"), ...ended },
    { URN: urn(3), ESTAB: "3403", SCHNAME: of("Copse"), OPENDATE: "20260901" },
    { URN: urn(4), ESTAB: "3404", SCHNAME: of("Damson"), ...ended },
    { URN: urn(5), ESTAB: "3405", SCHNAME: of("Orchard"), OPENDATE: "20260901" },
  ];
  const row = (school: number, other: number, kind: string, on = "01-09-2026") =>
    [urn(school), urn(other), "A name", kind, on].join(",");
  const linksOf = (rows: string[]) => ["URN,LinkURN,LinkName,LinkType,LinkEstablishedDate", ...rows, ""].join("\r\n");
  const page = await as(priya);
  const main = page.getByRole("main");
  await uploadFile(page, `schools-links-${code}-2026-10-01.csv`, listOf(code, schools));
  await takeOverList(page);

  const damaged = [row(5, 4, "Predecessor", "31-02-2026"), row(3, 3, "Predecessor")];
  await uploadFile(page, `links-damaged-${code}.csv`, linksOf(damaged));
  const errors = page.getByRole("table", { name: /Errors by line and column/ });
  await expect(errors.getByRole("row").nth(1)).toContainText(/2\s*LinkEstablishedDate\s*31-02-2026/);
  await expect(errors.getByRole("row").nth(2)).toContainText(/3\s*LinkURN.*Must not be the school itself/);

  const links = [
    row(5, 4, "Predecessor"),
    row(4, 5, "Successor"),
    row(3, 1, "Predecessor - merged"),
    row(3, 2, "Predecessor - merged"),
    row(3, 7, "Predecessor"),
    row(1, 2, "Expansion"),
  ];
  await uploadFile(page, `links-${code}.csv`, linksOf(links));
  await expect(main).toContainText("New links1");
  await expect(page.getByRole("table", { name: "Links to choose among" }).getByRole("row")).toHaveCount(3);
  await expect(main).toContainText("Expansion (1)");
  await page.getByRole("link", { name: "1 link", exact: true }).click();
  await expect(page.getByRole("table", { name: /not stored/ })).toContainText(urn(7));
  await page.goBack();
  await press(page, "Take over links");
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "See which histories wait to be decided" }).click();
  const question = `Whose results go on at ${of("Copse")}?`;
  const card = page.locator(".govuk-summary-card").filter({ hasText: question });
  await expect(card.getByRole("table")).toContainText(urn(2));
  await expect(card.getByRole("table")).toContainText("31 August 2026");
  await card.getByRole("link", { name: /^Decide/ }).click();
  await expect(heading(page)).toContainText("Decide whose results go on");
  await press(page, "Save decision");
  await expect(page.getByRole("alert")).toContainText("Enter the reason for this decision");
  await expectAccessible(page);
  await page.getByRole("radio", { name: of("Birch") }).check();
  await page.getByLabel("Reason").fill("The proposal to merge names it");
  await press(page, "Save decision");
  await expect(main).toContainText("The decision is saved");
  await expect(page.locator(".govuk-summary-card").filter({ hasText: question })).toHaveCount(0);
});
