import type { APIRequestContext } from "@playwright/test";
import { mayAsk } from "../../app/people/require-access.server";
import { type Access, permissions } from "../../app/people/permissions";
import type { PersonActor, RoleName } from "../../app/platform/actor";
import { addSomebody } from "../../prisma/scenarios/people";
import { addressOf } from "../support/address-of";
import { approvedBefore } from "../support/scenes";
import { addPersonOf, takeCouncil, type TakenCouncil } from "../support/take-council";
import { expect, test } from "../support/test";
import { FROZEN } from "../support/world";

const ask = async (request: APIRequestContext, address: string) =>
  (await request.get(address, { maxRedirects: 0, failOnStatusCode: false })).status();

async function everyRole(council: TakenCouncil, admin: PersonActor): Promise<Record<RoleName, PersonActor>> {
  const now = new Date(FROZEN);
  const add = (role: "reviewer" | "admin") =>
    addSomebody(
      { name: `Every ${role}`, email: `every.${role}@council-${council.code}.example`, choice: { role } },
      { admin, now },
    );
  return {
    officer: council.officer,
    lead: council.lead,
    headteacher: await addPersonOf(council, "headteacher", { school: council.cases[0].laestab }),
    adviser: await addPersonOf(council, "adviser"),
    reviewer: await add("reviewer"),
    admin: await add("admin"),
  };
}

test("@S28 each role may ask for exactly the routes that its permissions declare", async ({ as, council, priya }) => {
  test.setTimeout(180_000);
  const people = await everyRole(council, priya);
  for (const person of [null, ...Object.values(people)]) {
    const page = await as(person);
    const who = person?.roles[0]?.role ?? "nobody";
    for (const [route, access] of Object.entries(permissions) as [string, Access][]) {
      const address = addressOf(route, {});
      const status = await ask(page.request, address);
      const allowed = mayAsk(access, person);
      const told = `${who} at ${address}: ${status}`;
      if (allowed) expect([403, 500, 503], told).not.toContain(status);
      else expect(status, told).toBe(person ? 403 : 303);
    }
  }
});

test("@S28 another council's objects are not found, whatever the route", async ({ as, council, helena }) => {
  test.setTimeout(120_000);
  const theirs = await takeCouncil();
  const planId = await approvedBefore({ council: theirs, reviewer: helena });
  const objects = { planId, caseId: theirs.cases[0].caseId, code: theirs.code, section: "position" };
  const routes = Object.entries(permissions).filter(([route]) => /\$(planId|caseId)/.test(route));
  for (const person of [council.officer, council.lead, await addPersonOf(council, "adviser")]) {
    const page = await as(person);
    for (const [route, access] of routes) {
      const [status, missing] = [
        await ask(page.request, addressOf(route, objects)),
        await ask(page.request, addressOf(route, { section: "position" })),
      ];
      // The same answer as for what does not exist; a route that only takes a form sends its visitor elsewhere.
      expect(status, route).toBe(missing);
      expect(mayAsk(access as Access, person) ? [404, 302, 303] : [403], route).toContain(status);
    }
  }
});
