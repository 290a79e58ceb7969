import type { Tx } from "~/platform/db.server";
import { finalStates } from "~/plans/final-states";

type School = { id: string; name: string; open: boolean; mainstream: boolean };

/**
 * Why a school cannot be a support school, in a sentence; null where it can. Whoever asks must be able to see the cases
 * of the school's council: that is its own officers and the Department.
 */
export async function findObstacle(tx: Tx, { id, name, open, mainstream }: School): Promise<string | null> {
  if (!open) return `${name} is not open.`;
  if (!mainstream) return `${name} is not a state-funded mainstream school.`;
  const flagged = await tx.schoolCase.findFirst({
    where: { schoolId: id, planState: { notIn: [...finalStates] } },
    select: { programme: { select: { name: true } } },
  });
  return flagged
    ? `${name} has an open case in “${flagged.programme.name}”. A school that is identified itself cannot support another.`
    : null;
}
