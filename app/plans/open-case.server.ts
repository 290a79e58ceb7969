import { randomUUID } from "node:crypto";
import { appendEvent } from "~/audit/append-event.server";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { initialCase } from "~workflows/school-plan/decide";
import { machineVersion } from "~workflows/school-plan/replay";
import { caseColumns } from "./apply-event.server";

export type OpenCase = {
  actor: Actor;
  programmeId: string;
  runId: string;
  school: { id: string; urn: string | null; laestab: string; councilCode: string };
  /** The day by which the plan is due, "2027-02-26". */
  dueOn: string;
  /** The finished case that this one follows, where the school was flagged before. */
  previousCaseId: string | null;
  now: Date;
};

/** Opens the case of a flagged school at publication: the first row of its chain holds what a replay starts from. */
export async function openCase(
  tx: Tx,
  { actor, programmeId, runId, school, dueOn, previousCaseId, now }: OpenCase,
): Promise<string> {
  const id = randomUUID();
  const opened = { caseId: id, schoolUrn: school.urn, laestab: school.laestab, dueOn, today: dateInLondon(now) };
  const stored = initialCase(opened);
  // The row comes first, then its log: policies of the log look at neither, and the head is stored last.
  await tx.schoolCase.create({
    data: {
      id,
      programmeId,
      runId,
      schoolId: school.id,
      councilCode: school.councilCode,
      previousCaseId,
      ...caseColumns(stored),
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  const head = await appendEvent(tx, {
    chain: `case:${id}`,
    caseId: id,
    programmeId,
    councilCode: school.councilCode,
    type: "CASE_OPENED",
    at: now,
    actorId: actor.kind === "system" ? null : actor.personId,
    actorRole: actor.kind === "system" ? "system" : "admin",
    payload: { ...opened, runId },
    machineVersion,
    before: {},
    after: stored.state,
    head: { count: 0, hash: "" },
  });
  await tx.schoolCase.update({
    where: { id },
    data: { eventCount: head.count, eventHash: head.hash },
    select: { id: true },
  });
  return id;
}
