import { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** A row of the log as it stands in the database. */
export type LoggedEvent = {
  id: string;
  chain: string;
  sequence: number;
  caseId: string | null;
  programmeId: string | null;
  councilCode: string | null;
  type: string;
  at: string;
  actorId: string | null;
  actorRole: string;
  payload: Record<string, unknown>;
  machineVersion: number;
  before: unknown;
  after: unknown;
  previousHash: string;
  hash: string;
  commandId: string | null;
  departmentOnly: boolean;
};

/** A case as it is stored, with its whole chain in order. Dates are "2027-02-26". */
export type StoredChain = {
  caseId: string;
  planState: string;
  deadlineState: string;
  context: Record<string, unknown>;
  machineVersion: number;
  dueOn: string;
  firstDueOn: string;
  submittedOn: string | null;
  submittedAt: string | null;
  revisionNumber: number;
  reviewerId: string | null;
  endedAt: string | null;
  eventCount: number;
  eventHash: string;
  events: LoggedEvent[];
};

/** A council's escalation as it is stored, with its whole chain in order. */
export type StoredEscalationChain = {
  escalationId: string;
  councilCode: string;
  level: string;
  step: string;
  context: Record<string, unknown>;
  machineVersion: number;
  eventCount: number;
  eventHash: string;
  events: LoggedEvent[];
};

const eventObject = Prisma.sql`json_build_object(
  'id', e.id, 'chain', e.chain, 'sequence', e.sequence, 'caseId', e.case_id, 'programmeId', e.programme_id,
  'councilCode', e.council_code, 'type', e.type, 'at', e.at, 'actorId', e.actor_id, 'actorRole', e.actor_role,
  'payload', e.payload, 'machineVersion', e.machine_version, 'before', e.before, 'after', e.after,
  'previousHash', e.previous_hash, 'hash', e.hash, 'commandId', e.command_id, 'departmentOnly', e.department_only)`;

/**
 * The next cases in the order of their ids, each with its chain. One statement, so that case and chain are seen at the
 * same instant while people go on working.
 */
export async function readChains(tx: Tx, { after, limit }: { after: string; limit: number }): Promise<StoredChain[]> {
  return tx.$queryRaw<StoredChain[]>`
    SELECT c.id AS "caseId", c.plan_state AS "planState", c.deadline_state AS "deadlineState", c.context,
      c.machine_version AS "machineVersion", c.due_on::text AS "dueOn", c.first_due_on::text AS "firstDueOn",
      c.submitted_on::text AS "submittedOn", to_json(c.submitted_at) #>> '{}' AS "submittedAt",
      c.revision_number AS "revisionNumber", c.reviewer_id::text AS "reviewerId",
      to_json(c.ended_at) #>> '{}' AS "endedAt", c.event_count AS "eventCount", c.event_hash AS "eventHash",
      coalesce((SELECT json_agg(${eventObject} ORDER BY e.sequence) FROM events e
                WHERE e.chain = 'case:' || c.id OR e.case_id = c.id), '[]') AS events
    FROM school_cases c WHERE c.id > ${after}::uuid ORDER BY c.id LIMIT ${limit}`;
}

/** Every council's escalation with its chain: there is at most one for a council and programme. */
export async function readEscalationChains(tx: Tx): Promise<StoredEscalationChain[]> {
  return tx.$queryRaw<StoredEscalationChain[]>`
    SELECT c.id AS "escalationId", c.council_code AS "councilCode", c.level, c.step, c.context,
      c.machine_version AS "machineVersion", c.event_count AS "eventCount", c.event_hash AS "eventHash",
      coalesce((SELECT json_agg(${eventObject} ORDER BY e.sequence) FROM events e
                WHERE e.chain = 'escalation:' || c.id), '[]') AS events
    FROM council_escalations c ORDER BY c.id`;
}

/** A support school or a request as it is stored, with its whole chain in order. */
export type StoredSupportChain = {
  kind: "support-school" | "support-request";
  id: string;
  councilCode: string;
  state: string;
  context: Record<string, unknown>;
  eventCount: number;
  eventHash: string;
  events: LoggedEvent[];
};

/** Every support school and request with its chain. */
export async function readSupportChains(tx: Tx): Promise<StoredSupportChain[]> {
  return tx.$queryRaw<StoredSupportChain[]>`
    SELECT c.kind, c.id, c.council_code AS "councilCode", c.state, c.context, c.event_count AS "eventCount",
      c.event_hash AS "eventHash",
      coalesce((SELECT json_agg(${eventObject} ORDER BY e.sequence) FROM events e
                WHERE e.chain = c.kind || ':' || c.id), '[]') AS events
    FROM (SELECT 'support-school' AS kind, id, council_code, state, context, event_count, event_hash FROM support_schools
          UNION ALL
          SELECT 'support-request', id, asking_code, state, context, event_count, event_hash FROM support_requests) c
    ORDER BY c.kind, c.id`;
}
