import { decideSupportRequest, initialSupportRequest } from "~workflows/support-request/decide";
import type { SupportRequestContext, SupportRequestEvent } from "~workflows/support-request/types";
import { decideSupportSchool, initialSupportSchool } from "~workflows/support-school/decide";
import type { SupportSchoolEvent } from "~workflows/support-school/types";
import { type Difference, findBrokenLink } from "./check-chain";
import { canonicalJson } from "./event-hash";
import type { LoggedEvent, StoredSupportChain } from "./read-chains.server";

const asked = <Event>({ type, payload, actorId, actorRole }: LoggedEvent): Event =>
  ({ ...payload, type, actor: { id: actorId ?? "system", role: actorRole } }) as unknown as Event;

type Decided = { ok: true; state: string; context: object } | { ok: false; reason: string };

/** Plays a chain through its workflow; `context` gives what a request was opened with. */
function replay({ kind, id, councilCode, context, events }: StoredSupportChain): { state: string; context: object } {
  const school = initialSupportSchool({ supportSchoolId: id, councilCode });
  const request = initialSupportRequest(context as SupportRequestContext);
  let stored: { state: string; context: object } = kind === "support-school" ? school : request;
  for (const event of events) {
    const decided: Decided =
      kind === "support-school"
        ? decideSupportSchool(stored as typeof school, asked<SupportSchoolEvent>(event))
        : decideSupportRequest(stored as typeof request, asked<SupportRequestEvent>(event));
    if (!decided.ok) throw new Error(`Event ${event.sequence}, ${event.type}, was refused: ${decided.reason}`);
    if (canonicalJson(event.after) !== canonicalJson({ state: decided.state }))
      throw new Error(`Event ${event.sequence}, ${event.type}, leads to another state`);
    stored = { state: decided.state, context: decided.context };
  }
  return stored;
}

/** The first difference between the log of a support school or request and its row, or null where they agree. */
export function checkSupport(chain: StoredSupportChain): Difference | null {
  const { kind, id, state, context, eventCount, eventHash, events } = chain;
  const caseId = `${kind} ${id}`;
  const broken = findBrokenLink(events, { chain: `${kind}:${id}`, caseId: null });
  if (broken) return { caseId, ...broken };
  try {
    const expected = { ...replay(chain), eventCount: events.length, eventHash: events.at(-1)?.hash };
    if (canonicalJson(expected) === canonicalJson({ state, context, eventCount, eventHash })) return null;
    return { caseId, sequence: null, problem: "its row is not what the log gives" };
  } catch (error) {
    return { caseId, sequence: null, problem: error instanceof Error ? error.message : "it cannot be replayed" };
  }
}
