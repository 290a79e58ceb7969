import { randomUUID } from "node:crypto";
import { appendEvents } from "~/audit/append-event.server";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import { initialCase } from "~workflows/school-plan/decide";
import { machineVersion } from "~workflows/school-plan/replay";
import { caseColumns } from "./work-out-event.server";

export type CaseToOpen = {
  school: { id: string; urn: string | null; laestab: string; councilCode: string };
  /** The day by which the plan is due, "2027-02-26". */
  dueOn: string;
  /** The finished case that this one follows, where the school was flagged before. */
  previousCaseId: string | null;
};

type Publication = { actor: Actor; programmeId: string; runId: string; now: Date };

export type OpenCase = Publication & CaseToOpen;

const BATCH = 500;

/** Opens the case of a flagged school; see openCases. */
export async function openCase(tx: Tx, { school, dueOn, previousCaseId, ...publication }: OpenCase): Promise<string> {
  const [id] = await openCases(tx, { ...publication, cases: [{ school, dueOn, previousCaseId }] });
  if (!id) throw new Error("A case was not opened");
  return id;
}

/**
 * Opens the cases of flagged schools at publication: the first row of each chain holds what a replay starts from. Many
 * at a time, because a publication can open more than a thousand. Returns their ids in the same order.
 */
export async function openCases(
  tx: Tx,
  { cases, ...publication }: Publication & { cases: readonly CaseToOpen[] },
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < cases.length; from += BATCH)
    ids.push(...(await openBatch(tx, publication, cases.slice(from, from + BATCH))));
  return ids;
}

async function openBatch(tx: Tx, { actor, programmeId, runId, now }: Publication, cases: readonly CaseToOpen[]) {
  const opening = cases.map(({ school, dueOn, previousCaseId }) => {
    const id = randomUUID();
    const opened = { caseId: id, schoolUrn: school.urn, laestab: school.laestab, dueOn, today: dateInLondon(now) };
    return { id, school, previousCaseId, opened, stored: initialCase(opened) };
  });
  const heads = await appendEvents(
    tx,
    opening.map(({ id, school, opened, stored }) => ({
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
    })),
  );
  await tx.schoolCase.createMany({
    data: opening.map(({ id, school, previousCaseId, stored }, at) => ({
      id,
      programmeId,
      runId,
      schoolId: school.id,
      councilCode: school.councilCode,
      previousCaseId,
      ...caseColumns(stored),
      eventCount: heads[at]?.count ?? 0,
      eventHash: heads[at]?.hash ?? "",
      createdAt: now,
      updatedAt: now,
    })),
  });
  return opening.map(({ id }) => id);
}
