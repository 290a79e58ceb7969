import { replayEscalation } from "~workflows/council-escalation/decide";
import type { EscalationEvent } from "~workflows/council-escalation/types";
import { type Difference, findBrokenLink } from "./check-chain";
import { canonicalJson } from "./event-hash";
import type { LoggedEvent, StoredEscalationChain } from "./read-chains.server";

const asked = ({ type, payload, actorId, actorRole }: LoggedEvent): EscalationEvent =>
  ({ ...payload, type, actor: { id: actorId ?? "system", role: actorRole } }) as unknown as EscalationEvent;

/** The first difference between the log of a council's escalation and what is stored of it, or null where they agree. */
export function checkEscalation({ events, ...row }: StoredEscalationChain): Difference | null {
  const caseId = `escalation of council ${row.councilCode}`;
  const broken = findBrokenLink(events, { chain: `escalation:${row.escalationId}`, caseId: null });
  if (broken) return { caseId, ...broken };
  const [opened, ...later] = events;
  if (opened?.type !== "ESCALATION_OPENED")
    return { caseId, sequence: 1, problem: "the chain does not begin with ESCALATION_OPENED" };
  try {
    const replayed = replayEscalation(
      { escalationId: row.escalationId, councilCode: row.councilCode },
      later.map(asked),
    );
    const expected = {
      ...replayed.state,
      context: replayed.context,
      eventCount: events.length,
      eventHash: events.at(-1)?.hash,
    };
    const { level, step, context, eventCount, eventHash } = row;
    if (canonicalJson(expected) === canonicalJson({ level, step, context, eventCount, eventHash })) return null;
    return { caseId, sequence: null, problem: "its row is not what the log gives" };
  } catch (error) {
    return { caseId, sequence: null, problem: error instanceof Error ? error.message : "it cannot be replayed" };
  }
}
