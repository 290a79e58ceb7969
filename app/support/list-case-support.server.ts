import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { describeWanted } from "./describe-wanted";

export type CaseSupport = {
  id: string;
  support: string;
  wanted: string;
  startsOn: string;
  endsOn: string;
  state: string;
};

/** The requests of a case that are waiting or accepted, for its own council and the Department. */
export async function listCaseSupport(tx: Tx, caseId: string): Promise<CaseSupport[]> {
  const rows = await tx.supportRequest.findMany({
    where: { caseId, state: { in: ["asked", "accepted"] } },
    include: { supportSchool: { select: { school: { select: { name: true } } } } },
    orderBy: [{ state: "asc" }, { startsOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    support: row.supportSchool.school.name,
    wanted: describeWanted({ ...row, days: row.days && Number(row.days) }),
    startsOn: isoDate(row.startsOn),
    endsOn: isoDate(row.endsOn),
    state: row.state,
  }));
}
