import { describe, expect, it } from "vitest";
import { permissions } from "~/people/permissions";
import type { RoleName } from "~/platform/actor";
import { availableEvents } from "~workflows/school-plan/decide";
import { actorOf, after, caseIn, eventOf, historyTo, TODAY, verdictOnAll } from "~workflows/school-plan/example-cases";
import type { CaseEventType, PlanState, StoredCase } from "~workflows/school-plan/types";
import { eventLinks } from "./case-events";
import { hasEnded } from "./final-states";

const states = Object.keys(historyTo) as PlanState[];
const people = ["officer", "lead", "reviewer", "admin"] as const;
// A cohort's new date is set for all its cases at once, on the programme's page.
const inBulk: CaseEventType[] = ["DEADLINE_SET"];
// What ends a case or leaves it as it is: a state with no other way on would be a dead end.
const asideOf: CaseEventType[] = ["REMOVE_FLAG", "CLOSE_SCHOOL", "SUCCEED_SCHOOL", "REQUEST_EXTENSION", "DEADLINE_SET"];

/** A state with what can lie beside it: verdicts of either kind, and a request for more time where one can be pending. */
function variantsOf(state: PlanState): StoredCase[] {
  const plain = caseIn(state);
  const owing = ["identified", "challenged", "drafting", "returned"].includes(state);
  const variants = owing ? [after(plain, eventOf("REQUEST_EXTENSION", "officer"))] : [];
  if (state === "inReview")
    variants.push(after(plain, ...verdictOnAll("accepted")), after(plain, ...verdictOnAll("comment")));
  return [plain, ...variants];
}

const offered = (stored: StoredCase, role: RoleName): CaseEventType[] => {
  // The second approver is a reviewer other than the plan's own.
  const actor = actorOf(role, stored.state.plan === "awaitingSecondApproval" ? `${role}-2` : `${role}-1`);
  return availableEvents(stored, { actor, today: TODAY, independent: true });
};

const routeOf = (href: string) =>
  href.slice(1).replace("cases/case", "cases/$caseId").replace("plans/plan", "plans/$planId").replaceAll("/", ".");

describe.each(states)("a case that is %s", (state) => {
  it("has a page for everything that is offered, which the person may ask for", () => {
    for (const stored of variantsOf(state))
      for (const role of people) {
        const available = offered(stored, role);
        const links = eventLinks({ id: "case", planId: "plan" }, available);
        const expected = available.filter((event) => !inBulk.includes(event));
        expect(links.map(({ event }) => event).sort(), role).toEqual([...expected].sort());
        for (const { href } of links)
          expect(permissions[routeOf(href) as keyof typeof permissions], href).toContain(role);
      }
  });

  it(`is ${hasEnded(state) ? "at its end: nothing is offered" : "no dead end: somebody can take it on"}`, () => {
    for (const stored of variantsOf(state)) {
      const all = people.flatMap((role) => offered(stored, role));
      if (hasEnded(state)) expect(all).toEqual([]);
      else expect(all.filter((event) => !asideOf.includes(event))).not.toEqual([]);
    }
  });
});
