import { appendEvents } from "~/audit/append-event.server";
import { addJobs } from "~/platform/add-job.server";
import type { Tx } from "~/platform/db.server";
import { changedMeanwhile } from "./apply-event.server";
import { type ApplyEvent, type AskedEvent, workOutEvent } from "./work-out-event.server";

type ApplyEvents = Omit<ApplyEvent, "caseId" | "event"> & {
  caseIds: readonly string[];
  /** Not those that set columns of their own. */
  event: Exclude<AskedEvent, { type: "SUBMIT_PLAN" | "WITHDRAW_SUBMISSION" }>;
};

type Worked = { id: string; version: number } & NonNullable<ReturnType<typeof workOutEvent>>;
type Head = { count: number; hash: string } | undefined;

const columnsOf = ({ id, version, columns }: Worked, head: Head) => ({
  ...columns,
  id,
  version,
  eventCount: head?.count,
  eventHash: head?.hash,
});

const storeAll = (tx: Tx, rows: ReturnType<typeof columnsOf>[]) => tx.$executeRaw`
  UPDATE school_cases c
     SET plan_state = d."planState", deadline_state = d."deadlineState", context = d.context,
         machine_version = d."machineVersion", due_on = d."dueOn", first_due_on = d."firstDueOn",
         revision_number = d."revisionNumber", reviewer_id = d."reviewerId", event_count = d."eventCount",
         event_hash = d."eventHash", updated_at = d."updatedAt", ended_at = d."endedAt", version = c.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d (
           id uuid, version int, "planState" text, "deadlineState" text, context jsonb, "machineVersion" int,
           "dueOn" date, "firstDueOn" date, "revisionNumber" int, "reviewerId" uuid, "eventCount" int,
           "eventHash" text, "updatedAt" timestamptz, "endedAt" timestamptz)
   WHERE c.id = d.id AND c.version = d.version`;

/**
 * The same event on many cases, all or none, as applyEvent would do it one by one but in a handful of statements. A case
 * that the form's key has reached before stays as it is. Returns how many cases moved. Throws EventRefused for the first
 * that refuses.
 */
export async function applyEvents(tx: Tx, { caseIds, ...asked }: ApplyEvents): Promise<number> {
  const where = { id: { in: [...caseIds] } };
  // In the order of their ids, as everywhere, so that two people never wait for each other.
  await tx.$queryRaw`SELECT id FROM school_cases WHERE id = ANY (${where.id.in}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.schoolCase.findMany({ where, orderBy: { id: "asc" } });
  if (rows.length !== new Set(caseIds).size) throw new Response("Not found", { status: 404 });
  const before = asked.commandId
    ? await tx.event.findMany({
        where: { caseId: where.id, commandId: asked.commandId },
        select: { caseId: true },
      })
    : [];
  const reached = new Set(before.map(({ caseId }) => caseId));
  const worked = rows.flatMap((row): Worked[] => {
    const found = reached.has(row.id) ? null : workOutEvent(row, { ...asked, caseId: row.id });
    return found ? [{ id: row.id, version: row.version, ...found }] : [];
  });
  if (worked.length === 0) return 0;
  const heads = await appendEvents(
    tx,
    worked.map(({ logged }) => logged),
  );
  const stored = await storeAll(
    tx,
    worked.map((one, at) => columnsOf(one, heads[at])),
  );
  if (stored !== worked.length) throw changedMeanwhile();
  const told = heads.flatMap(({ id }, at) =>
    worked[at]?.effects.length ? [{ payload: { eventId: id }, key: `tell:${id}` }] : [],
  );
  await addJobs(tx, "tell-of-event", told);
  return worked.length;
}
