import type { Page } from "@playwright/test";
import { mayAsk } from "../../app/people/require-access.server";
import { permissions } from "../../app/people/permissions";
import { checkPage } from "../pages/check-page";
import { beforePublication, everyPage, pageRoutes, type Reader, readers, visitsOf } from "../pages/every-page";
import { oneCaseOfEachState } from "../support/find-cases";
import { findObjects } from "../support/find-objects";
import { findReader } from "../support/find-reader";
import { expect, test } from "../support/test";
import { fullStrength } from "../../app/platform/reached.fixture";

async function openAll(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(address === "/there-is-no-such-page" ? 404 : 200);
    expect(new URL(page.url()).pathname, `${address} is a page of its own`).toBe(address.replace(/\?.*/, ""));
    await checkPage(page);
  }
}

test("@S29 the list of every page has each route that answers with one, for somebody who may ask for it", async () => {
  const routesOf = (reader: Reader) => new Set(Object.values<readonly string[]>(everyPage[reader]).flat());
  const listed = new Set([...beforePublication, ...readers.flatMap((reader) => [...routesOf(reader)])]);
  const pages = pageRoutes.map(({ route }) => route);
  expect(pages.filter((route) => !listed.has(route))).toEqual([]);
  expect([...listed].filter((route) => !pages.some((page) => page === route))).toEqual([]);
  for (const reader of readers) {
    const person = await findReader(reader);
    for (const { route } of pageRoutes.filter((page) => routesOf(reader).has(page.route)))
      expect(mayAsk(permissions[route], person), `${reader} may ask for ${route}`).toBe(true);
  }
  // Their pages differ with the state of the plan: the council of the lead has a case in each.
  expect((await oneCaseOfEachState("001")).map(({ state }) => state).sort()).toEqual(
    "approved awaitingSecondApproval challenged closed drafting exited identified inReview removed returned submitted".split(
      " ",
    ),
  );
});

const AT_ONCE = 20;
// `npm run prove` opens every page as everybody who has it; here each is opened once: the journeys
// open cases and plans in their states.
const visits = (reader: Reader, objects: Parameters<typeof visitsOf>[1]) =>
  visitsOf(reader, objects).filter(({ isRepeated }) => fullStrength || !isRepeated);

for (const reader of readers) {
  const count = visits(reader, {}).length;
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = `${from + 1} to ${Math.min(from + AT_ONCE, count)}`;
    test(`@S29 nothing stands in the way on any page, nor scrolls sideways: ${reader}, pages ${some}`, async ({
      as,
      priya,
    }) => {
      test.slow();
      const own = visits(reader, await findObjects(priya)).slice(from, from + AT_ONCE);
      await openAll(
        await as(await findReader(reader)),
        own.map(({ address }) => address),
      );
    });
  }
}

test("@S29 nothing stands in the way on lists that are filtered or sorted, or on the other template", async ({
  as,
  priya,
}) => {
  const { common = {} } = await findObjects(priya);
  await openAll(await as(priya), [
    "/board?state=overdue&sort=name",
    "/programmes/new?template=secondary",
    `/programmes/${common.programmeId}/preview?list=near`,
    `/runs/${common.runId}/schools?list=flagged`,
  ]);
});
