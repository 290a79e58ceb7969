import type { Page } from "@playwright/test";
import { findActor } from "../../prisma/scenarios/people";
import { oneCaseOfEachState, someIds } from "../support/find-cases";
import { expect, expectAccessible, heading, test } from "../support/test";

/** Opens each address; every page answers (a refusal is a page too), has one heading, and stands in nobody's way. */
async function openAll(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const response = await page.goto(address);
    expect([200, 409], `${address}: ${response?.status()}`).toContain(response?.status());
    await expect(heading(page), address).toHaveCount(1);
    await expectAccessible(page);
  }
}

const sections = ["position", "causes", "actions", "targets", "governance", "cost", "risks"];

test("@S29 every page of a council, in every state of a plan, has no axe violation", async ({ as }) => {
  test.slow();
  const page = await as(await findActor("grace.pellingham@council-001.example"));
  const cases = await oneCaseOfEachState("001");
  expect(cases.map(({ state }) => state).sort()).toEqual(
    "approved awaitingSecondApproval challenged closed drafting exited identified inReview removed returned submitted".split(
      " ",
    ),
  );
  await openAll(page, ["/", "/schools", "/notices", "/account", "/account/password", "/accessibility", "/privacy"]);
  for (const { caseId, planId, state } of cases) {
    await openAll(page, [`/cases/${caseId}`]);
    if (planId) await openAll(page, [`/plans/${planId}`]);
    if (planId && state === "returned")
      await openAll(
        page,
        [...sections.map((section) => `sections/${section}`), "check", "submit", "reply-date", "actions/new"].map(
          (rest) => `/plans/${planId}/${rest}`,
        ),
      );
    if (state === "identified")
      await openAll(
        page,
        ["challenge", "extension", "headteacher"].map((end) => `/cases/${caseId}/${end}`),
      );
    if (state === "approved") await openAll(page, [`/cases/${caseId}/progress`, `/cases/${caseId}/history`]);
  }
});

test("@S29 every page of reviewers and guests has no axe violation", async ({ as, helena }) => {
  test.slow();
  const page = await as(helena);
  await openAll(page, ["/", "/reviews", "/account/interests", "/councils/001"]);
  for (const { caseId, planId, state } of await oneCaseOfEachState("001")) {
    await openAll(page, [`/cases/${caseId}`]);
    if (!planId || !["submitted", "inReview", "awaitingSecondApproval", "returned", "approved"].includes(state))
      continue;
    await openAll(page, [`/plans/${planId}/review`, `/plans/${planId}/review/targets`]);
    if (state !== "inReview") continue;
    const rest = [...sections.map((section) => `review/${section}`), "return", "approve", "hand-over", "release"];
    await openAll(
      page,
      rest.map((end) => `/plans/${planId}/${end}`),
    );
  }
  const { revisionId } = await someIds();
  await openAll(await as(await findActor("edmund.vaisley@adviser.example")), [
    "/",
    "/advised",
    `/revisions/${revisionId}`,
  ]);
  await openAll(await as(await findActor("ruth.ambleforth@school-0012001.example")), ["/", "/your-school/reply"]);
});

test("@S29 every page of admins has no axe violation", async ({ as, priya }) => {
  test.slow();
  const page = await as(priya);
  const { programmeId, runId, fileId, personId } = await someIds();
  await openAll(page, [
    ...["/board", "/board?state=overdue&sort=name", "/decisions", "/access-log", "/people", "/people/new"],
    ...["", "/roles", "/deactivate", "/set-password-link"].map((rest) => `/people/${personId}${rest}`),
    ...["/programmes", "/programmes/new", "/programmes/new?template=secondary", `/programmes/${programmeId}`],
    ...["preview", "preview?list=near", "cleared"].map((rest) => `/programmes/${programmeId}/${rest}`),
    ...[
      `/runs/${runId}/compare`,
      `/programmes/${programmeId}/deadlines`,
      "/results",
      "/results/upload",
      `/results/${fileId}`,
    ],
    ...["", "/schools", "/schools?list=flagged", "/cohort", "/publish"].map((rest) => `/runs/${runId}${rest}`),
    "/councils/001",
  ]);
  for (const { caseId, state } of await oneCaseOfEachState("001")) {
    await openAll(page, [`/cases/${caseId}`]);
    if (state === "challenged") await openAll(page, [`/cases/${caseId}/uphold`, `/cases/${caseId}/remove-flag`]);
    if (state === "drafting") await openAll(page, [`/cases/${caseId}/close`, `/cases/${caseId}/succeed`]);
    if (state === "approved") await openAll(page, [`/cases/${caseId}/reopen`, `/cases/${caseId}/history`]);
  }
  await page.context().clearCookies();
  await openAll(page, ["/sign-in"]);
});
