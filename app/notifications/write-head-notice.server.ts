import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { findFlag } from "~/schools/find-flag.server";
import type { PlanState } from "~workflows/school-plan/types";
import { headNotice } from "./head-words";
import { isFlaggedAgain } from "./is-flagged-again";

/**
 * The job that tells a headteacher in the service what the council has told them already. It may run again: the notice's
 * key is the run and the case. A head without an account never sees it.
 */
export async function writeHeadNotice({ tellingId }: { tellingId: string }): Promise<void> {
  await asActor(system("tell-headteacher"), async (tx) => {
    const telling = await tx.headTelling.findUnique({
      where: { id: tellingId },
      include: {
        case: {
          select: { id: true, schoolId: true, planState: true, createdAt: true, school: { select: { name: true } } },
        },
        run: { select: { publishedAt: true } },
      },
    });
    if (!telling) return;
    const { runId, run, case: told } = telling;
    const flag = await findFlag(tx, { runId, schoolId: told.schoolId });
    if (!flag) return;
    await tx.notice.createMany({
      data: [
        {
          dedupeKey: `head:${runId}:${told.id}`,
          audience: "school",
          schoolId: told.schoolId,
          ...headNotice({
            school: told.school.name,
            sentence: flag.sentence,
            planState: told.planState as PlanState,
            again: isFlaggedAgain(told, run),
          }),
          link: "/your-school",
          createdAt: telling.recordedAt,
        },
      ],
      skipDuplicates: true,
    });
  });
}
