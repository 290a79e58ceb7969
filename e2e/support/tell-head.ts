import { system } from "../../app/platform/actor";
import { asActor } from "../../app/platform/db.server";
import { FROZEN } from "./world";

/** The head of a case's school was told of the flag before the test begins, and may read it from then on. */
export async function toldBefore(caseId: string): Promise<void> {
  await asActor(system("e2e"), async (tx) => {
    const { runId } = await tx.schoolCase.findUniqueOrThrow({ where: { id: caseId }, select: { runId: true } });
    const at = new Date(FROZEN);
    await tx.headTelling.create({ data: { caseId, runId, how: "earlier", toldOn: at, recordedAt: at } });
  });
}
