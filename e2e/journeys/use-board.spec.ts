import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { findActor } from "../../prisma/scenarios/people";
import { someIds } from "../support/find-cases";
import { councilNamedAsFormula } from "../support/scenes";
import { addPersonOf } from "../support/take-council";
import { expect, expectAccessible, press, test } from "../support/test";
import { TODAY, world } from "../support/world";

const counts = [
  "Plans needed",
  "Not started",
  "Challenged",
  "Drafting",
  "Submitted",
  "Returned",
  "Approved",
  "Overdue",
];
type Row = Record<string, string>;

/** The board's rows as they are shown, by the names of the columns. */
const rowsOf = (page: Page): Promise<Row[]> =>
  page.getByRole("table", { name: /^Plans by council/ }).evaluate((table: HTMLTableElement) => {
    const text = (element: Element) => (element as HTMLElement).innerText.trim();
    const names = [...table.tHead!.rows[0]!.cells].map(text);
    // A table without rows says so in one cell.
    const rows = [...table.tBodies[0]!.rows].filter(({ cells }) => cells.length > 1);
    return rows.map((row) => {
      const [name = "", region = ""] = text(row.cells[0]!).split("\n");
      const cells = [...row.cells].map((cell, at): [string, string] => [names[at] ?? "", text(cell)]);
      return { ...Object.fromEntries(cells), Council: name, Region: region };
    });
  });

/** The board of the demonstration's programme, which no test changes. */
async function openBoard(page: Page): Promise<string> {
  const address = `/board?programme=${(await someIds()).programmeId}`;
  await page.goto(address);
  return address;
}

test("an admin filters the board by region, cohort and each state", async ({ as, priya }) => {
  const page = await as(priya);
  await openBoard(page);
  const all = await rowsOf(page);
  expect(all).toHaveLength(12);
  const filter = async (label: string, choice: string) => {
    await page.getByLabel(label, { exact: true }).selectOption(choice);
    await press(page, "Apply filters");
  };
  const expectRows = async (rows: Row[]) => {
    expect(await rowsOf(page)).toEqual(rows);
    await expect(page.getByRole("heading", { name: `Plans by council: ${rows.length} of 12 councils` })).toBeVisible();
  };
  for (const state of counts.slice(1)) {
    await filter("Has plans", state);
    const having = all.filter((row) => Number(row[state]) > 0);
    expect(having.length, state).toBeGreaterThan(0);
    if (having.length < 12) await expectRows(having);
    else expect(await rowsOf(page)).toEqual(all);
    await expect(page.getByRole("link", { name: `Remove filter: Has plans: ${state.toLowerCase()}` })).toBeVisible();
  }
  await filter("Region", "Mid Weald");
  await filter("Cohort", "Standard");
  const both = all.filter((row) => row.Region === "Mid Weald" && row.Cohort === "Standard");
  await expectRows(both.filter((row) => Number(row.Overdue) > 0));
  await expectAccessible(page);
  await page.getByRole("link", { name: "Remove filter: Has plans: overdue" }).click();
  await expectRows(both);
  await page.getByRole("link", { name: "Clear filters" }).click();
  expect(await rowsOf(page)).toEqual(all);

  await page.getByRole("link", { name: "Returned" }).first().click();
  await expectRows(all.filter((row) => Number(row.Returned) > 0));
  await page.goto("/board?region=Nowhere");
  await expect(page.getByRole("main")).toContainText("No council matches these filters.");
});

/** What a cell counts for in the order of its column. */
function weight(column: string, text: string): number | string {
  if (column === "Council" || column === "Cohort") return text;
  if (column !== "Days left") return Number(text);
  const days = Number(/\d+/.exec(text)?.[0] ?? 0);
  return text.startsWith("Nothing") ? Infinity : text.startsWith("Overdue") ? -days : days;
}

test("an admin sorts the board by each column, both ways, and a filter keeps the order", async ({ as, priya }) => {
  const page = await as(priya);
  await openBoard(page);
  const expectOrder = async (column: string, direction: "ascending" | "descending") => {
    await expect(page.getByRole("columnheader", { name: column })).toHaveAttribute("aria-sort", direction);
    const weights = (await rowsOf(page)).map((row) => weight(column, row[column] ?? ""));
    const sign = direction === "ascending" ? 1 : -1;
    const inOrder = [...weights].sort((a, b) => sign * (a < b ? -1 : a > b ? 1 : 0));
    expect(weights, `${column} ${direction}`).toEqual(inOrder);
    expect(new Set(weights).size, column).toBeGreaterThan(1);
  };
  const sort = async (column: string, direction: "ascending" | "descending") => {
    await page.getByRole("columnheader", { name: column }).getByRole("link").click();
    await expectOrder(column, direction);
  };
  // A second click turns the order round.
  await sort("Days left", "descending");
  for (const column of counts) await sort(column, "descending");
  await sort("Overdue", "ascending");
  for (const column of ["Cohort", "Days left", "Council"]) await sort(column, "ascending");
  await sort("Council", "descending");
  await page.getByRole("columnheader", { name: "Approved" }).getByRole("link").click();
  await page.getByLabel("Cohort", { exact: true }).selectOption("Standard");
  await press(page, "Apply filters");
  await expectOrder("Approved", "descending");
});

async function download(page: Page) {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download these rows (CSV)" }).click();
  const file = await started;
  const text = readFileSync(await file.path(), "utf8");
  const { data } = Papa.parse<Row>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true });
  return { name: file.suggestedFilename(), text, rows: data };
}

test("the board's CSV holds the rows that are shown, in their order", async ({ as, priya }) => {
  const page = await as(priya);
  const address = await openBoard(page);
  await page.goto(`${address}&cohort=standard&state=notStarted&sort=name&order=desc`);
  const shown = await rowsOf(page);
  expect(shown.length).toBeGreaterThan(1);
  const { name, text, rows } = await download(page);
  expect(name).toBe(`board-${TODAY}.csv`);
  // Without the mark spreadsheets take it for another encoding.
  expect(text.startsWith("\uFEFFCouncil code,Council,Region,Cohort,")).toBe(true);
  expect(Object.keys(rows[0] ?? {})).toEqual([
    ...["Council code", "Council", "Region", "Cohort"],
    ...[...counts, "Ended", "Next due date", "Days left"],
  ]);
  const same = (row: Row) => [row.Council, row.Region, row.Cohort, ...counts.map((count) => row[count])];
  expect(rows.map(same)).toEqual(shown.map(same));
  for (const [at, row] of rows.entries()) {
    const days = weight("Days left", shown[at]?.["Days left"] ?? "");
    expect(row["Days left"], row.Council).toBe(days === Infinity ? "" : String(days));
    expect(row["Next due date"]).toMatch(days === Infinity ? /^$/ : /^20\d\d-\d\d-\d\d$/);
  }
});

test("the CSV holds no formula that a spreadsheet would work out, and is the admins' alone", async ({
  as,
  council,
  priya,
  helena,
}, testInfo) => {
  const named = await councilNamedAsFormula(`09${testInfo.repeatEachIndex}`, priya);
  const page = await as(priya);
  const query = `programme=${world().programmeId}&region=${encodeURIComponent(named.region)}`;
  await page.goto(`/board?${query}`);
  expect((await rowsOf(page)).map((row) => row.Council)).toEqual([named.name]);
  const { rows } = await download(page);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ Council: `'${named.name}`, Region: `'${named.region}`, "Plans needed": "0" });

  const head = await addPersonOf(council, "headteacher", { school: council.cases[0].laestab });
  const adviser = await findActor("edmund.vaisley@adviser.example");
  for (const person of [council.officer, council.lead, head, adviser, helena, null]) {
    const { request } = await as(person);
    for (const path of ["/board.csv", "/board", "/board.csv?cohort=priority", "/board?cohort=priority&state=overdue"]) {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect(answer.status(), path).toBe(person ? 403 : 303);
      expect(await answer.text(), path).not.toMatch(/Priority|Standard|Harrowmere|Ashmere/);
    }
  }
});
