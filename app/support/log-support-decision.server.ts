import { appendEvent } from "~/audit/append-event.server";
import type { Prisma } from "~/generated/prisma/client";
import { ChangeRefused } from "~/people/change-refused";
import type { PersonActor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import type { Tx } from "~/platform/db.server";

/** What a form asks, whichever of the room's two workflows decides it. */
export type AskedEvent<Event> = {
  actor: PersonActor;
  event: Event;
  now: Date;
  /** What the person wrote with it, kept beside the log. */
  words?: string;
  commandId?: string;
};

type Decision<State, Context, Reason> =
  { ok: true; state: State; context: Context } | { ok: false; reason: Reason; state: State };

type LogDecision<State, Context, Reason, Role> = {
  chain: `support-school:${string}` | `support-request:${string}`;
  councilCode: string;
  /** Where the thing stands, and the roles in which the person can act on it, the strongest first. */
  before: State;
  roles: readonly Role[];
  /** The event with every fact that its guards read, but for who acts in which role. */
  facts: { type: string };
  decide: (actor: { id: string; role: Role }) => Decision<State, Context, Reason>;
  refusal: (reason: Reason, state: State) => string;
  /** What somebody reads who holds no role here. */
  notYours: string;
  machineVersion: number;
  head: { count: number; hash: string };
};

/**
 * Asks a workflow in the strongest role that it accepts, and appends the log's next row and the job that tells of it.
 * Gives the decision and the columns that every row with a chain of its own takes. Throws ChangeRefused where the
 * workflow refuses.
 */
export async function logSupportDecision<State extends string, Context, Reason, Role extends string>(
  tx: Tx,
  { actor, now, words, commandId }: Pick<AskedEvent<unknown>, "actor" | "now" | "words" | "commandId">,
  asked: LogDecision<State, Context, Reason, Role>,
) {
  const { chain, councilCode, before, roles, facts, decide, refusal, notYours, machineVersion, head } = asked;
  const decisions = roles.map((role) => ({ role, decision: decide({ id: actor.personId, role }) }));
  const chosen = decisions.find(({ decision }) => decision.ok) ?? decisions[0];
  if (!chosen) throw new ChangeRefused(notYours);
  const { role, decision } = chosen;
  if (!decision.ok) throw new ChangeRefused(refusal(decision.reason, decision.state));
  const { state, context } = decision;
  const { type, ...payload } = facts;
  const appended = await appendEvent(tx, {
    chain,
    // Neither case nor programme: the council of the support school reads the rows of a request.
    caseId: null,
    programmeId: null,
    councilCode,
    type,
    at: now,
    actorId: actor.personId,
    actorRole: role,
    payload,
    machineVersion,
    before: { state: before },
    after: { state },
    head,
    commandId,
    words,
  });
  await addJob(tx, "tell-of-event", { eventId: appended.id }, `tell:${appended.id}`);
  const columns = {
    state,
    context: context as Prisma.InputJsonValue,
    machineVersion,
    eventCount: appended.count,
    eventHash: appended.hash,
  };
  return { context, columns };
}

/** Whether the form's key is already in the log: the same form sent again changes nothing. */
export const isRepeated = async (tx: Tx, chain: string, commandId: string | undefined): Promise<boolean> =>
  commandId !== undefined &&
  (await tx.event.findUnique({ where: { chain_commandId: { chain, commandId } }, select: { id: true } })) !== null;
