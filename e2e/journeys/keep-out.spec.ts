import type { Page } from "@playwright/test";
import { mayAsk } from "../../app/people/require-access.server";
import { type Access, permissions } from "../../app/people/permissions";
import { addressOf } from "../support/address-of";
import { type Answer, cleanAnswer } from "../support/clean-answer";
import { findBelongings, fingerprintCouncil } from "../support/find-belongings";
import { csrfOf } from "../support/post-form";
import { approvedBefore, stepProposedBefore } from "../support/scenes";
import { addPersonOf, takeCouncil } from "../support/take-council";
import { expect, test } from "../support/test";

// A link to set a password is a way in for whoever holds it: that is what it is for.
const routes = Object.entries(permissions).filter(([route]) => route.includes("$") && !route.includes("$token"));

type Sent = { method: "GET" | "POST"; form?: Record<string, string> };

/** What the service answers to one request, without the ids and the address that it was asked about. */
async function answerTo(page: Page, address: string, { method, form }: Sent, own: string[]): Promise<Answer> {
  const { origin } = new URL(page.url());
  const options = { method, form, headers: { origin }, maxRedirects: 0, failOnStatusCode: false } as const;
  const answer = await page.request.fetch(address, options);
  const headers = answer.headersArray().map(({ name, value }): [string, string] => [name.toLowerCase(), value]);
  return cleanAnswer({ status: answer.status(), headers, text: () => answer.text() }, [address, ...own]);
}

test("@S28 what belongs to another council answers as what does not exist, on every route, to every role, read or sent", async ({
  as,
  council,
  helena,
  priya,
}) => {
  test.setTimeout(240_000);
  const theirs = await takeCouncil();
  await stepProposedBefore({ council: theirs, reviewer: helena, admin: priya });
  const planId = await approvedBefore({ council: theirs, reviewer: helena, at: 1, evidence: true });
  const objects = await findBelongings(theirs, planId);
  const missing: Record<string, string> = { section: "position", code: "999" };
  const before = await fingerprintCouncil(theirs.code);

  const outside = {
    officer: council.officer,
    lead: council.lead,
    adviser: await addPersonOf(council, "adviser"),
    headteacher: await addPersonOf(council, "headteacher", { school: council.cases[0].laestab }),
  };
  for (const [role, person] of Object.entries(outside)) {
    const page = await as(person);
    await page.goto("/account");
    const csrf = await csrfOf(page);
    for (const [route, access] of routes as [string, Access][]) {
      const [there, nowhere] = [addressOf(route, objects), addressOf(route, missing)];
      const own = [...Object.values(objects).filter((id) => id.length > 8), ...nowhere.split("/")].filter(
        (part) => part.length > 30,
      );
      // Any version and any words: nothing about the object may be told before it is found.
      const form = { csrf, commandId: crypto.randomUUID(), version: "1", reason: "A reason.", comment: "A comment." };
      for (const sent of [{ method: "GET" }, { method: "POST", form }] as const) {
        const at = `${role} ${sent.method} ${route}`;
        const real = await answerTo(page, there, sent, own);
        // Who may not ask for a route is told so before anything is looked up.
        const expected = mayAsk(access, person) ? [302, 303, 400, 404, 405] : [403, 405];
        expect.soft(expected, `${at}: ${real.status}`).toContain(real.status);
        if (mayAsk(access, person)) expect.soft(real, at).toEqual(await answerTo(page, nowhere, sent, own));
      }
    }
  }
  expect(await fingerprintCouncil(theirs.code), "nothing of theirs has changed").toBe(before);
});
