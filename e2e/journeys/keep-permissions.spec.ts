import type { APIRequestContext } from "@playwright/test";
import { mayAsk } from "../../app/people/require-access.server";
import { type Access, permissions } from "../../app/people/permissions";
import type { PersonActor, RoleName } from "../../app/platform/actor";
import { addSomebody } from "../../prisma/scenarios/people";
import { addressOf } from "../support/address-of";
import { addPersonOf, type TakenCouncil } from "../support/take-council";
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
