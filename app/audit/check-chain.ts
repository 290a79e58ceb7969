import { hasEnded } from "~/plans/final-states";
import { decide, initialCase } from "~workflows/school-plan/decide";
import { machineVersion } from "~workflows/school-plan/replay";
import type { CaseEvent, StoredCase } from "~workflows/school-plan/types";
import { canonicalJson, eventHash } from "./event-hash";
import type { LoggedEvent, StoredChain } from "./read-chains.server";

/** Where the log and what is stored first differ; `sequence` is null where the difference is in the case's own row. */
export type Difference = { caseId: string; sequence: number | null; problem: string };

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

/** Order, links and hashes of a chain, read from the rows alone. */
export function findBrokenLink(
  events: readonly LoggedEvent[],
  { chain, caseId }: { chain: string; caseId: string | null },
): Omit<Difference, "caseId"> | null {
  let previousHash = "";
  for (const [index, event] of events.entries()) {
    const sequence = index + 1;
    const { hash, at, ...facts } = event;
    if (event.sequence !== sequence) return { sequence, problem: "an event of this number is missing" };
    if (event.chain !== chain || event.caseId !== caseId)
      return { sequence, problem: "the event belongs to another chain" };
    if (event.previousHash !== previousHash) return { sequence, problem: "it does not follow from the event before" };
    if (hash !== eventHash({ ...facts, at: new Date(at) }))
      return { sequence, problem: "its facts are not those that were recorded" };
    previousHash = hash;
  }
  return null;
}

const asked = ({ type, payload, actorId, actorRole }: LoggedEvent): CaseEvent =>
  ({ ...payload, type, actor: { id: actorId ?? "system", role: actorRole } }) as unknown as CaseEvent;

type Input = Parameters<typeof initialCase>[0];

function replayInput({ payload }: LoggedEvent): Input {
  const { caseId, schoolUrn, laestab, dueOn, today } = payload as Input;
  return { caseId, schoolUrn, laestab, dueOn, today };
}

/** Plays the events through the workflow one by one; what each left must be what its row says. */
function replayEvents(events: readonly LoggedEvent[]): { stored: StoredCase } | Omit<Difference, "caseId"> {
  const [opened, ...later] = events;
  if (opened?.type !== "CASE_OPENED") return { sequence: 1, problem: "the chain does not begin with CASE_OPENED" };
  let stored = initialCase(replayInput(opened));
  if (!same(opened.after, stored.state))
    return { sequence: 1, problem: "the workflow opens the case in another state" };
  for (const event of later) {
    const at = { sequence: event.sequence };
    if (!same(event.before, stored.state)) return { ...at, problem: "the state before it is not where the case stood" };
    const decision = decide(stored, asked(event));
    if (!decision.ok) return { ...at, problem: `the workflow refuses ${event.type}: ${decision.reason}` };
    if (!same(event.after, decision.state)) return { ...at, problem: `${event.type} leads to another state` };
    stored = { state: decision.state, context: decision.context };
  }
  return { stored };
}

/** What the case's row must repeat of its chain. */
function expectedRow(events: readonly LoggedEvent[], { state, context }: StoredCase): Omit<StoredChain, "events"> {
  const last = events.at(-1);
  const submission = events.findLast(({ type }) => type === "SUBMIT_PLAN" || type === "WITHDRAW_SUBMISSION");
  const stands = submission?.type === "SUBMIT_PLAN" ? submission : null;
  return {
    caseId: context.caseId,
    planState: state.plan,
    deadlineState: state.deadline,
    context: context as unknown as Record<string, unknown>,
    machineVersion,
    dueOn: context.dueOn,
    firstDueOn: context.firstDueOn,
    submittedOn: stands ? String(stands.payload.today) : null,
    submittedAt: stands?.at ?? null,
    revisionNumber: context.revision,
    reviewerId: context.reviewerId,
    endedAt: hasEnded(state.plan) ? (last?.at ?? null) : null,
    eventCount: events.length,
    eventHash: last?.hash ?? "",
  };
}

/** The first difference between a case's log and what is stored of it, or null where they agree. */
export function checkChain({ events, ...row }: StoredChain): Difference | null {
  const broken = findBrokenLink(events, { chain: `case:${row.caseId}`, caseId: row.caseId });
  if (broken) return { caseId: row.caseId, ...broken };
  const replayed = replayEvents(events);
  if (!("stored" in replayed)) return { caseId: row.caseId, ...replayed };
  const expected = expectedRow(events, replayed.stored);
  const differing = Object.keys(expected).find(
    (column) => !same(row[column as keyof typeof row], expected[column as keyof typeof expected]),
  );
  return differing ? { caseId: row.caseId, sequence: null, problem: `${differing} is not what the log gives` } : null;
}
