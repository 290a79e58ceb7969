import { describe, expect, it } from "vitest";
import { availableEvents, decide, refusalSentence } from "./decide";
import { actorOf, after, caseIn, eventOf, historyTo, TODAY, verdictOnAll } from "./example-cases";
import { schoolPlanMachine } from "./machine";
import { caseEventTypes, roles } from "./types";
import type { CaseEventType, DeadlineState, PlanState, Role, StoredCase } from "./types";

/**
 * The plan's table, written out again by hand: state, event, who, next state. What is not here is refused. The case of
 * each state is prepared so that every other guard says yes (see `prepared`).
 */
const declared = `
identified             | CHALLENGE_FLAG      | officer lead   | challenged
identified             | START_PLAN          | officer lead   | drafting
challenged             | UPHOLD_FLAG         | admin          | identified
drafting               | SUBMIT_PLAN         | lead           | submitted
drafting               | CHALLENGE_FLAG      | officer lead   | challenged
submitted              | WITHDRAW_SUBMISSION | lead           | drafting
submitted              | START_REVIEW        | reviewer       | inReview
inReview               | RECORD_VERDICT      | reviewer       | inReview
inReview               | RETURN_PLAN         | reviewer       | returned
inReview               | APPROVE_PLAN        | reviewer       | approved
inReview               | HAND_OVER_REVIEW    | reviewer admin | inReview
inReview               | RELEASE_REVIEW      | reviewer admin | submitted
awaitingSecondApproval | CONFIRM_APPROVAL    | reviewer       | approved
awaitingSecondApproval | REFUSE_APPROVAL     | reviewer       | inReview
returned               | SUBMIT_PLAN         | lead           | submitted
approved               | RECORD_PROGRESS     | officer lead   | approved
approved               | REOPEN_PLAN         | admin          | drafting
approved               | RECORD_RESULTS      | system         | exited
open                   | REMOVE_FLAG         | admin          | removed
open                   | CLOSE_SCHOOL        | admin          | closed
open                   | SUCCEED_SCHOOL      | admin          | stays
open                   | RECORD_RESULTS      | system         | stays
owing                  | REQUEST_EXTENSION   | officer lead   | stays
owing                  | GRANT_EXTENSION     | admin          | stays
owing                  | REFUSE_EXTENSION    | admin          | stays
owingFirst             | DEADLINE_SET        | admin          | stays
open                   | DAY_BEGAN           | system         | stays
`;

const states = Object.keys(historyTo) as PlanState[];
const groups: Record<string, PlanState[]> = {
  open: states.filter((state) => !["removed", "exited", "closed"].includes(state)),
  owing: ["identified", "challenged", "drafting", "returned"],
  owingFirst: ["identified", "challenged", "drafting"],
};

type Line = { states: string[]; event: string; who: string[]; next: string };
const lines: Line[] = declared
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([state = "", event = "", who = "", next = ""]) => ({
    states: groups[state] ?? [state],
    event,
    who: who.split(" "),
    next,
  }));

/** The case for an event in a state: a request is pending where one is decided; verdicts are given as the event needs. */
function prepared(state: PlanState, type: CaseEventType): StoredCase {
  const stored = caseIn(state);
  if ((type === "GRANT_EXTENSION" || type === "REFUSE_EXTENSION") && groups.owing?.includes(state)) {
    return after(stored, eventOf("REQUEST_EXTENSION", "officer"));
  }
  if (state === "inReview" && type === "RETURN_PLAN") return after(stored, ...verdictOnAll("comment"));
  if (state === "inReview" && type === "APPROVE_PLAN") return after(stored, ...verdictOnAll("accepted"));
  return stored;
}

// The second approver is a reviewer other than the plan's own.
const senderOf = (state: PlanState, role: Role) =>
  actorOf(role, state === "awaitingSecondApproval" ? `${role}-2` : `${role}-1`);

const deadlineOf = (next: PlanState): DeadlineState =>
  groups.owing?.includes(next) ? "notDue" : groups.open?.includes(next) ? "met" : "notRequired";

describe("every state × event × role", () => {
  for (const state of states) {
    it(`${state}: exactly the declared events`, () => {
      for (const type of caseEventTypes) {
        // The first line wins: a state's own line before the one for all open states.
        const line = lines.find((candidate) => candidate.states.includes(state) && candidate.event === type);
        for (const role of roles) {
          const stored = prepared(state, type);
          const copy = structuredClone(stored);
          const decision = decide(stored, eventOf(type, senderOf(state, role)));
          expect(stored, "the stored case is never written to").toEqual(copy);
          const at = `${state} ${type} ${role}`;
          if (line?.who.includes(role)) {
            const next = (line.next === "stays" ? state : line.next) as PlanState;
            expect(decision, at).toMatchObject({ ok: true, state: { plan: next, deadline: deadlineOf(next) } });
          } else {
            const reason = !groups.open?.includes(state)
              ? "finished"
              : line || (type === "DEADLINE_SET" && state === "returned")
                ? line || role !== "admin"
                  ? "notYourRole"
                  : "notFirstSubmission"
                : "wrongState";
            expect(decision, at).toEqual({ ok: false, reason });
          }
        }
      }
    });
  }

  it("the machine listens to no command that the types do not declare, and to each that they do", () => {
    const internal = /^(PLAN_|EXTENSION_GRANTED)/;
    const heard = schoolPlanMachine.events.filter((type) => !internal.test(type));
    expect([...heard].sort()).toEqual([...caseEventTypes].sort());
  });
});

describe("what an actor is offered", () => {
  it("is what decide accepts, in every state and for every role", () => {
    for (const state of states) {
      for (const role of roles) {
        const stored = caseIn(state);
        const offered = availableEvents(stored, { actor: senderOf(state, role), today: TODAY, independent: true });
        const accepted = caseEventTypes.filter((type) => {
          const facts = { dueOn: "2099-01-01" };
          const decision = decide(stored, eventOf(type, senderOf(state, role), facts));
          return decision.ok && decision.changed;
        });
        expect([...offered].sort(), `${state} ${role}`).toEqual([...accepted].sort());
      }
    }
  });

  it("leaves out what the case or the person does not allow", () => {
    const probe = { actor: actorOf("reviewer"), today: TODAY, independent: true };
    const accepted = after(caseIn("inReview"), ...verdictOnAll("accepted"));
    expect(availableEvents(accepted, probe)).toEqual([
      "RECORD_VERDICT",
      "APPROVE_PLAN",
      "HAND_OVER_REVIEW",
      "RELEASE_REVIEW",
    ]);
    expect(availableEvents(caseIn("submitted"), { ...probe, independent: false })).toEqual([]);
    expect(availableEvents(caseIn("inReview"), { ...probe, actor: actorOf("reviewer", "reviewer-9") })).toEqual([]);
    expect(availableEvents(caseIn("awaitingSecondApproval"), probe)).toEqual([]);
  });
});

describe("the sentence of a refusal", () => {
  it("says what happened and what stands", () => {
    expect(refusalSentence("incompleteSections", caseIn("drafting").state)).toBe(
      "The plan was not submitted because some sections are not complete. The plan is being drafted.",
    );
  });
});
