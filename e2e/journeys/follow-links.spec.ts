import type { Page } from "@playwright/test";
import { demonstrationPassword } from "../../prisma/scenarios/accounts";
import { startedBefore } from "../support/scenes";
import { expect, heading, press, test } from "../support/test";
import { world } from "../support/world";

const signInAs = (page: Page, name: string) => page.getByRole("button", { name: `Sign in as ${name}` }).click();

test("an address that is opened signed out is where signing in leads, with all that it asks for", async ({ as }) => {
  const page = await as(null);
  const board = `/board?state=approved&programme=${world().programmeId}&sort=name&order=desc#moved`;
  await page.goto(board);
  await expect(heading(page)).toHaveText("Sign in");
  await signInAs(page, "Priya Nandlake");
  await expect(page).toHaveURL(board.replace(/#.*/, ""));
  await expect(heading(page)).toContainText("Board");

  // By password too, after one that was not right.
  const other = await as(null);
  await other.goto("/reviews?part=returned");
  await other.getByLabel("Email address").fill("helena.marshwick@department.example");
  await other.getByLabel("Password", { exact: true }).fill("not this one at all");
  await press(other, "Sign in");
  await expect(other.getByRole("alert")).toContainText("The email address or the password is not right");
  await other.getByLabel("Password", { exact: true }).fill(demonstrationPassword);
  await press(other, "Sign in");
  await expect(other).toHaveURL("/reviews?part=returned");
  await expect(heading(other)).toHaveText("Review queue");
});

test("an address that is not the person's is not shown after signing in either", async ({ as, council }) => {
  const planId = await startedBefore({ council });
  const page = await as(null);
  await page.goto(`/plans/${planId}`);
  await signInAs(page, "Dev Rathmoor");
  await expect(page).toHaveURL(`/plans/${planId}`);
  await expect(heading(page)).toHaveText("Page not found");
  const other = await as(null);
  await other.goto("/board");
  await signInAs(other, "Dev Rathmoor");
  await expect(heading(other)).toHaveText("You do not have permission");
});

test("signing in never leads to another site", async ({ as }) => {
  const page = await as(null);
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  for (const next of ["https://other.example/", "//other.example/", "/\\other.example", "/\t/other.example"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signInAs(page, "Callum Brightholm");
    await expect(heading(page)).toHaveText("Review queue");
    expect([...asked], next).toEqual([world().baseURL]);
  }
});
