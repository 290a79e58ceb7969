import type { HistoryEntry } from "~/audit/get-history.server";
import { nameActor } from "~/audit/name-actor";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import type { EscalationRefusal, EscalationState, Level, StoredEscalation } from "~workflows/council-escalation/types";
import { storedEscalation } from "./apply-escalation-event.server";
import { decideInRoles } from "./decide-in-roles";
import { describeEscalationEvent, type LoggedEscalationEvent } from "./describe-escalation-event";
import { type ProposedStep, proposedStep } from "./proposed-step.server";

export type EscalationDetail = {
  id: string;
  council: { code: string; name: string };
  programme: { id: string; name: string };
  level: Level;
  proposal: (ProposedStep & { reason: string | null; lastAnsweredAt: string | null }) | null;
  /** The newest first. */
  entries: HistoryEntry[];
  /** The person belongs to the council; the Department reads the same page. */
  ofOwnCouncil: boolean;
  mayAnswer: boolean;
};

type ReadEscalation = {
  detail: EscalationDetail;
  state: EscalationState;
  /** Why the person could not answer now; null where they may. */
  refusal: EscalationRefusal | null;
};

function refusalOfAnswer(
  stored: StoredEscalation,
  councilCode: string,
  { actor, now }: { actor: PersonActor; now: Date },
) {
  const event = { type: "RECORD_REPRESENTATIONS" as const, wordsGiven: true };
  const chosen = decideInRoles({ stored, councilCode, actor, event, today: dateInLondon(now) });
  if (!chosen) return "notYourRole";
  return chosen.decision.ok ? null : chosen.decision.reason;
}

const title = (event: LoggedEscalationEvent) => {
  const told = describeEscalationEvent(event);
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}`;
};

async function readHistory(tx: Tx, escalationId: string) {
  const events = await tx.event.findMany({
    // The row that opens a chain happens with the first proposal and says nothing of its own.
    where: { chain: `escalation:${escalationId}`, type: { not: "ESCALATION_OPENED" } },
    orderBy: { sequence: "desc" },
    include: { words: { select: { words: true } } },
  });
  const ids = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))];
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map((event) => ({ ...event, name: names.get(event.actorId ?? "") }));
}

export type AskedEscalation = { actor: PersonActor; escalationId: string; now: Date };

/** An escalation as far as this person may see it: the Department any, a council its own. Throws a 404 for any other. */
export async function readEscalation(tx: Tx, asked: AskedEscalation): Promise<ReadEscalation> {
  const { actor, escalationId, now } = asked;
  const row = await tx.councilEscalation.findUnique({
    where: { id: escalationId },
    include: { council: { select: { code: true, name: true } }, programme: { select: { id: true, name: true } } },
  });
  if (!row) throw new Response("Not found", { status: 404 });
  const stored = storedEscalation(row);
  const events = await readHistory(tx, escalationId);
  const proposal = proposedStep(stored, now);
  const proposedAt = events.findIndex(({ type }) => type === "PROPOSE_STEP");
  const lastAnswer = events.slice(0, Math.max(0, proposedAt)).find(({ type }) => type === "RECORD_REPRESENTATIONS");
  const refusal = refusalOfAnswer(stored, row.councilCode, asked);
  return {
    state: stored.state,
    refusal,
    detail: {
      id: row.id,
      council: row.council,
      programme: row.programme,
      level: stored.state.level,
      proposal: proposal && {
        ...proposal,
        reason: events[proposedAt]?.words?.words ?? null,
        lastAnsweredAt: lastAnswer?.at.toISOString() ?? null,
      },
      entries: events.map(({ id, name, actorRole, at, words, departmentOnly, ...event }) => ({
        id,
        title: title(event as unknown as LoggedEscalationEvent),
        by: nameActor(name, actorRole),
        at: at.toISOString(),
        words: words?.words ?? null,
        moved: null,
        departmentOnly,
      })),
      ofOwnCouncil: councilsOf(actor).includes(row.councilCode),
      mayAnswer: refusal === null,
    },
  };
}
