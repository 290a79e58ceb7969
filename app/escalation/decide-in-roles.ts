import { actingRoles } from "~/plans/acting-roles";
import type { Actor } from "~/platform/actor";
import { decideEscalation, type EscalationDecision } from "~workflows/council-escalation/decide";
import type { EscalationEvent, StoredEscalation } from "~workflows/council-escalation/types";
import type { Role } from "~workflows/school-plan/types";

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, "actor" | "today"> : never;
/** What is asked of an escalation, with the facts its guards read. Who asks and the day are added here, never by a form. */
export type AskedEscalationEvent = WithoutStamp<EscalationEvent>;

type Asked = {
  stored: StoredEscalation;
  councilCode: string;
  actor: Actor;
  event: AskedEscalationEvent;
  /** "2026-11-24", in Europe/London. */
  today: string;
};

/** The workflow's decision in the first of the person's roles that it allows, else in the strongest; null for no role. */
export function decideInRoles(asked: Asked): { role: Role; decision: EscalationDecision } | null {
  const { stored, councilCode, actor, event, today } = asked;
  const id = actor.kind === "person" ? actor.personId : "system";
  const decisions = actingRoles(actor, councilCode).map((role) => ({
    role,
    decision: decideEscalation(stored, { ...event, actor: { id, role }, today } as EscalationEvent),
  }));
  return decisions.find(({ decision }) => decision.ok) ?? decisions[0] ?? null;
}
