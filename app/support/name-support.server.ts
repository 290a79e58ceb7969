import type { Tx } from "~/platform/db.server";

type Named = { supportRequestId: string | null; supportSchool: string | null };

/**
 * The accepted support that an action of a plan names, with its support school as it is called now. None where the
 * request is not one of the plan's own schools, or is not accepted.
 */
export async function nameSupport(
  tx: Tx,
  { planId, requestId }: { planId: string; requestId: string | undefined },
): Promise<Named> {
  if (!requestId) return { supportRequestId: null, supportSchool: null };
  const cases = await tx.schoolCase.findMany({ where: { planId }, select: { id: true } });
  const accepted = await tx.supportRequest.findMany({
    where: { caseId: { in: cases.map(({ id }) => id) }, state: "accepted" },
    select: { id: true, supportSchool: { select: { school: { select: { name: true } } } } },
  });
  const found = accepted.find(({ id }) => id === requestId);
  return { supportRequestId: found?.id ?? null, supportSchool: found?.supportSchool.school.name ?? null };
}
