import type { Page } from "@playwright/test";
import { findActor } from "../../prisma/scenarios/people";
import { someIds } from "../support/find-cases";
import { expect, expectAccessible, heading, test } from "../support/test";

const noScript = async (page: Page) => expect(await page.locator("script").count()).toBe(0);

test("@S06 the Department reads the figures of every council; a council its own, its region's and England's", async ({
  as,
  helena,
}) => {
  const { programmeId } = await someIds();
  const page = await as(helena);
  await page.goto("/reviews");
  await page.getByRole("link", { name: "Statistics" }).click();
  await expect(heading(page)).toHaveText(/Statistics/);
  await page.goto(`/statistics/${programmeId}`);
  const councils = page.getByRole("table", { name: "By council" }).getByRole("rowheader");
  await expect(councils.first()).toHaveText("Ashmere");
  await expect(councils).toContainText(["Ashmere", "Larkhallow"]);
  await expectAccessible(page);
  await noScript(page);

  await page.getByLabel("Region", { exact: true }).selectOption("Mid Weald");
  await page.getByRole("button", { name: "Show figures" }).click();
  await expect(councils).toHaveText(["Elmwater", "Fenwhistle", "Gorsebury", "Hartlemoor"]);
  await page.getByRole("link", { name: "Share of eligible schools" }).click();
  await expect(page.getByRole("columnheader", { name: "Share of eligible schools" }).last()).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByRole("link", { name: "Gorsebury" }).click();
  await expect(page.getByRole("table", { name: "Gorsebury, Mid Weald, England" })).toBeVisible();
  const file = await page.request.get(`/statistics/${programmeId}/csv?council=007`);
  expect(file.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await file.text()).toMatch(/\r\nCouncil,007,Gorsebury,Mid Weald,2026,\d+,\d+,/);

  const officer = await as(await findActor("grace.pellingham@council-001.example"));
  await officer.goto("/schools");
  await officer.getByRole("link", { name: "Your figures" }).click();
  await officer.goto(`/your-figures/${programmeId}`);
  await expect(heading(officer)).toHaveText(/Your figures: Ashmere/);
  const areas = officer.getByRole("table", { name: /^Schools that need a plan/ }).getByRole("rowheader");
  await expect(areas).toHaveText(["Ashmere", "North Vale", "England"]);
  await expect(officer.getByText("No figure of another council can be worked out from this page.")).toBeVisible();
  for (const other of ["Brackenfold", "Mid Weald"]) await expect(officer.getByText(other)).toHaveCount(0);
  await expectAccessible(officer);
  await noScript(officer);
  const own = await (await officer.request.get(`/your-figures/${programmeId}/csv`)).text();
  expect(own).toContain("\r\nCouncil,001,Ashmere,");
  expect(own).not.toContain("Brackenfold");
  expect((await officer.request.get(`/your-figures/${programmeId}?council=002`)).status()).toBe(404);
  expect((await officer.request.get(`/statistics/${programmeId}`)).status()).toBe(403);
});
