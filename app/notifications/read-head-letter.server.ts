import type { Tx } from "~/platform/db.server";
import type { RuleOf } from "~/schools/describe-rule";
import { findFlag } from "~/schools/find-flag.server";
import { listResults } from "~/schools/list-results.server";
import { type HeadFacts, headLetter, type HeadLetter, headNotice } from "./head-words";
import type { Words } from "./publication-words";

type RuleRow = Omit<RuleOf, "floor" | "goalValue"> & { name: string; floor: unknown; goalValue: unknown };

type Asked = {
  school: { id: string; name: string; councilCode: string };
  council: string;
  programme: RuleRow;
  runId: string;
} & Pick<HeadFacts, "planState" | "again" | "replyByOn" | "today">;

/** The council's letter to the head of a school that a run flags, and the head's notice: the same before and after it is published. */
export async function readHeadLetter(
  tx: Tx,
  { school, council, programme: row, runId, ...standing }: Asked,
): Promise<{ letter: HeadLetter; notice: Words; hasAccount: boolean }> {
  const programme = { ...row, floor: Number(row.floor), goalValue: Number(row.goalValue) };
  const flag = await findFlag(tx, { runId, schoolId: school.id });
  const results = await listResults(tx, { school, programme });
  const heads = await tx.roleGrant.count({
    where: { schoolId: school.id, role: "headteacher", revokedAt: null, person: { active: true } },
  });
  const hasAccount = heads > 0;
  const facts = {
    ...standing,
    school: school.name,
    council,
    programme,
    sentence: flag?.sentence ?? "",
    firstConcern: flag?.firstConcern ?? false,
    years: results.school,
    hasAccount,
  };
  return { letter: headLetter(facts), notice: headNotice(facts), hasAccount };
}
