import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { acceptAndApprove, mouse, submit } from "../pages/plan-page";
import { publishAsProposed } from "../pages/publish-run";
import { takeOver } from "../pages/results-page";
import { writeWholePlan } from "../pages/write-plan";
import { test } from "../support/own-world";
import { asUpload } from "../support/results-file";
import { addPersonOf } from "../support/take-council";
import { expect, expectAccessible, heading, press } from "../support/test";

/** Real published files are not part of the project. Where a copy lies beside it, the whole job is done with each. */
const folder = path.resolve("../shared/data");
const isThere = existsSync(folder);
if (!isThere)
  console.warn(`Skipped: the whole job on real files, because ${path.join("..", "shared", "data")} is not there`);

// One after the other: both programmes run in one service, as they would.
test.describe.configure({ mode: "default" });
test.use({ worldOf: "run-real-files" });
test.skip(!isThere, "There is no folder of real files beside the project.");

/** A figure at the top of a page, by its name. */
const figure = (page: Page, name: string) =>
  page
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator("xpath=following-sibling::dd[1]");

async function expectFigures(page: Page, figures: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(figures)) await expect(figure(page, name), name).toHaveText(value);
  await expectAccessible(page);
}

/** Uploads a file, and waits on the page that shows how far the work on it is. */
async function upload(page: Page, name: string): Promise<void> {
  await page.goto("/results/upload");
  await page.getByLabel("Results file").setInputFiles(asUpload(name, readFileSync(path.join(folder, name))));
  await press(page, "Upload");
  await expect(heading(page)).toHaveText(/Reading the file/);
  await expect(page.getByRole("status")).toHaveText("Waiting for its turn");
  await expectAccessible(page);
}

/** The page moves on by itself once the file has been read. */
async function awaitRead(page: Page, name: string): Promise<void> {
  await expect(heading(page)).toHaveText(`Results file ${name}`, { timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Take over results" })).toBeVisible();
}

/** Opens pages again and again until something is done; returns how many answered before it was. */
async function openMeanwhile(page: Page, addresses: readonly string[], work: Promise<void>): Promise<number> {
  let [isDone, answered] = [false, 0];
  const done = work.finally(() => (isDone = true));
  for (let at = 0; !isDone; at += 1) {
    const response = await page.goto(addresses[at % addresses.length] ?? "/");
    expect(response?.status()).toBe(200);
    await expect(heading(page)).toBeVisible();
    answered += isDone ? 0 : 1;
  }
  await done;
  return answered;
}

/** Sets up a template's programme on the results that are stored, changes what is named, and runs its rule. */
async function runTemplate(page: Page, template: "primary" | "secondary", changed: Record<string, string>) {
  await page.goto(`/programmes/new?chosen=&template=${template}`);
  for (const [label, value] of Object.entries(changed)) await page.getByLabel(label, { exact: true }).fill(value);
  const name = await page.getByLabel("Name of the programme").inputValue();
  await press(page, "Set up programme");
  const programmeId = page.url().split("/").at(-1) ?? "";
  await press(page, "Run identification");
  await expect(heading(page)).toHaveText(/Identification run 1/);
  return { programmeId, name };
}

type Board = { admin: Page; programmeId: string };

/** The row of the board's first council, its code and name. */
async function firstCouncil({ admin, programmeId }: Board) {
  await admin.goto(`/board?programme=${programmeId}`);
  await expectAccessible(admin);
  const link = admin.getByRole("rowheader").getByRole("link").first();
  const code = /\/councils\/(\d{3})/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? "";
  return { code, name: await link.innerText() };
}

async function countOf({ admin, programmeId }: Board, council: string, label: string): Promise<string> {
  await admin.goto(`/board?programme=${programmeId}`);
  const names = await admin.getByRole("columnheader").allInnerTexts();
  const row = admin.getByRole("row").filter({ has: admin.getByRole("link", { name: council, exact: true }) });
  // The first column's cells are the rows' headers.
  return row
    .getByRole("cell")
    .nth(names.findIndex((name) => name.startsWith(label)) - 1)
    .innerText();
}

/** A lead opens the first school of the council, which says why it is there. */
async function openFirstSchool(lead: Page, sentence: RegExp): Promise<void> {
  await lead.goto("/schools");
  await expectAccessible(lead);
  await lead.locator("main .govuk-task-list__link").first().click();
  await expect(lead.getByRole("main")).toContainText(sentence);
  await expectAccessible(lead);
}

/** The lead writes the plan of the school on the page and submits it; a reviewer approves it. */
async function carryThrough(lead: Page, reviewer: Page): Promise<void> {
  await press(lead, "Start plan");
  const planId = lead.url().split("/").at(-1) ?? "";
  await writeWholePlan(lead, planId);
  await submit(lead, planId, mouse);
  await reviewer.goto("/reviews");
  await expectAccessible(reviewer);
  await acceptAndApprove(reviewer, planId);
}

test("the whole job with the real primary file of one council", async ({ as, priya, helena, startWork }) => {
  test.setTimeout(120_000);
  const admin = await as(priya);
  const name = "ks2_2012_318_dfe.csv";
  await upload(admin, name);
  startWork();
  await awaitRead(admin, name);
  await expect(admin.getByRole("main")).toContainText("37 rows read");
  // English and maths of four years, and reading, writing and maths of one.
  await expectFigures(admin, { "New results": "185", "Changed results": "0" });
  await takeOver(admin);

  const { programmeId } = await runTemplate(admin, "primary", { Floor: "84" });
  await expectFigures(admin, { "Schools read": "37", Eligible: "34", Flagged: "5", "First concern": "1" });
  await publishAsProposed(admin);
  await expect(admin.getByRole("alert")).toContainText("5 cases opened");

  const board = { admin, programmeId };
  const council = await firstCouncil(board);
  expect(council.code).toBe("318");
  const lead = await as(await addPersonOf(council, "lead"));
  await openFirstSchool(lead, /Below 84% in/);
  // One council's file says what the Department printed of the country.
  await expect(lead.getByRole("main")).toContainText("England average");
  await carryThrough(lead, await as(helena));
  expect(await countOf(board, council.name, "Approved")).toBe("1");
});

test("the whole job with the real secondary file of England, while others go on working", async ({
  as,
  priya,
  helena,
  startWork,
}) => {
  test.setTimeout(180_000);
  const [admin, reviewer] = [await as(priya), await as(helena)];
  const name = "ks4_2010_england.csv.gz";
  const addresses = ["/reviews", "/notices", "/account"];
  await upload(admin, name);
  startWork();
  expect(await openMeanwhile(reviewer, addresses, awaitRead(admin, name))).toBeGreaterThan(0);
  await expect(admin.getByRole("main")).toContainText("5,178 rows read");
  await expectFigures(admin, { "New results": "20,712", "Changed results": "0" });
  expect(await openMeanwhile(reviewer, addresses, takeOver(admin))).toBeGreaterThan(0);

  const { programmeId } = await runTemplate(admin, "secondary", {});
  await expectFigures(admin, { "Schools read": "5,178", Eligible: "2,965", Flagged: "81", "First concern": "30" });
  await publishAsProposed(admin);
  await expect(admin.getByRole("alert")).toContainText("81 cases opened");

  const board = { admin, programmeId };
  const council = await firstCouncil(board);
  const lead = await as(await addPersonOf(council, "lead"));
  await openFirstSchool(lead, /Below 30% in/);
  await expect(lead.getByRole("main")).toContainText("England average");
  await carryThrough(lead, reviewer);
  expect(await countOf(board, council.name, "Approved")).toBe("1");
});
