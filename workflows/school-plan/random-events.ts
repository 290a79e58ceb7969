import { typicalFacts } from "./example-cases";
import { caseEventTypes, groundKeys, roles, sectionKeys } from "./types";
import type { Actor, CaseEvent, CaseEventType, PlanState, Role, StoredCase } from "./types";

/** A repeatable stream of numbers from 0 to below 1 (mulberry32), so that a failing run can be run again. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

const owing = ["REQUEST_EXTENSION", "GRANT_EXTENSION", "REFUSE_EXTENSION"] as const;
const always = ["DAY_BEGAN", "SUCCEED_SCHOOL", "RECORD_RESULTS"] as const;

/** Events that lead on from each state: only hints, so that random histories get far. */
const onward: Record<PlanState, readonly CaseEventType[]> = {
  identified: [...owing, "START_PLAN", "START_PLAN", "START_PLAN", "CHALLENGE_FLAG", "DEADLINE_SET"],
  challenged: [...owing, "UPHOLD_FLAG", "UPHOLD_FLAG", "UPHOLD_FLAG"],
  drafting: [...owing, "SUBMIT_PLAN", "SUBMIT_PLAN", "SUBMIT_PLAN", "SUBMIT_PLAN", "CHALLENGE_FLAG", "DEADLINE_SET"],
  submitted: ["START_REVIEW", "START_REVIEW", "START_REVIEW", "WITHDRAW_SUBMISSION"],
  inReview: [
    "APPROVE_PLAN",
    "APPROVE_PLAN",
    "RETURN_PLAN",
    "RETURN_PLAN",
    "RECORD_VERDICT",
    "HAND_OVER_REVIEW",
    "RELEASE_REVIEW",
  ],
  awaitingSecondApproval: ["CONFIRM_APPROVAL", "REFUSE_APPROVAL"],
  returned: [...owing, "SUBMIT_PLAN", "SUBMIT_PLAN", "SUBMIT_PLAN"],
  approved: ["RECORD_PROGRESS", "REOPEN_PLAN", "REOPEN_PLAN", "RECORD_RESULTS"],
  removed: [],
  exited: [],
  closed: [],
};

const reviewing = /_(REVIEW|VERDICT|APPROVAL)$|^(RETURN|APPROVE)_PLAN$/;
const byOfficer = /^(CHALLENGE_FLAG|START_PLAN|RECORD_PROGRESS|REQUEST_EXTENSION)$/;

function likelyRole(type: CaseEventType): Role {
  if (reviewing.test(type)) return "reviewer";
  if (byOfficer.test(type)) return "officer";
  if (type === "SUBMIT_PLAN" || type === "WITHDRAW_SUBMISSION") return "lead";
  return type === "DAY_BEGAN" || type === "RECORD_RESULTS" ? "system" : "admin";
}

/** Any event by anybody or, three times in four, one that leads on; most of its facts as they should be and some not. */
function randomEvent(next: () => number, { state, context }: StoredCase, today: string): CaseEvent {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const likely = () => next() < 0.9;
  const some = () => sectionKeys.filter(() => next() < 0.15);
  const few = () => (likely() ? [] : some());
  const leading = next() < 0.75 ? pick(next() < 0.8 ? onward[state.plan] : always) : undefined;
  const type = leading ?? pick(caseEventTypes);
  const role = leading ? likelyRole(leading) : pick(roles);
  const anybody = `${role}-${1 + Math.floor(next() * 3)}`;
  const isReviewing = state.plan === "inReview" && leading !== undefined && role === "reviewer" && likely();
  const actor: Actor = { id: (isReviewing && context.reviewerId) || anybody, role };
  const date = addDays(today, Math.floor(next() * 90) - 10);
  const facts = {
    independent: likely(),
    reasonGiven: likely(),
    commentGiven: likely(),
    toIndependent: likely(),
    toId: pick(["reviewer-1", "reviewer-2", "reviewer-3"]),
    section: pick(sectionKeys),
    verdict: next() < 0.75 ? "accepted" : "comment",
    sections: some(),
    incompleteSections: few(),
    commentsWithoutReply: few(),
    changedSections: some(),
    headReply: pick(["given", "explained", "given", "explained", "missing"]),
    proposesStructuralChange: next() < 0.5,
    newUrn: pick(["900001", "900002", "900003"]),
    year: 2027,
    exitRuleMet: next() < 0.4,
    ground: pick(groundKeys),
    dueOn: date,
    requestedDueOn: date,
  };
  // Only the facts that this type has: one left over from another type could change what a guard reads.
  const own = Object.keys(typicalFacts[type]).map((key) => [key, facts[key as keyof typeof facts]]);
  return { type, actor, today, ...Object.fromEntries(own) } as CaseEvent;
}

/** What comes next in a random history: one event or, now and then in a review, a verdict on every section. */
export function nextEvents(next: () => number, stored: StoredCase, today: string): CaseEvent[] {
  const { reviewerId } = stored.context;
  if (stored.state.plan !== "inReview" || !reviewerId || next() > 0.4) return [randomEvent(next, stored, today)];
  const actor: Actor = { id: reviewerId, role: "reviewer" };
  const allAccepted = next() < 0.6;
  return sectionKeys.map((section): CaseEvent => {
    const verdict = allAccepted || next() < 0.5 ? "accepted" : "comment";
    return { type: "RECORD_VERDICT", actor, today, independent: true, section, verdict, commentGiven: true };
  });
}
