import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { SectionKey } from "~workflows/school-plan/types";
import { isEditable } from "./lock-plan.server";
import type { SectionContent } from "./plan-content";
import { requireOwnPlan } from "./require-own-plan.server";
import { isSectionEmpty } from "./section-schemas";

/** Another draft of the same council, to which a text may be copied. */
export type CopyTarget = {
  planId: string;
  school: string;
  programme: string;
  /** The sections that nobody has written in yet. */
  emptySections: SectionKey[];
  actions: number;
};

/** The council's other drafts, by the names of their schools; 404 for a plan of another council. */
export async function listCopyTargets({
  actor,
  planId,
}: {
  actor: PersonActor;
  planId: string;
}): Promise<CopyTarget[]> {
  return asActor(actor, async (tx) => {
    await requireOwnPlan(tx, planId);
    const own = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: { councilCode: true } });
    const plans = await tx.plan.findMany({
      where: { councilCode: own.councilCode, id: { not: planId } },
      select: {
        id: true,
        programme: { select: { name: true } },
        cases: { select: { planState: true, school: { select: { name: true } } }, orderBy: { id: "asc" } },
        sections: { select: { key: true, content: true } },
        actions: { where: { removedAt: null }, select: { id: true } },
      },
    });
    return plans
      .filter(({ cases }) => isEditable(cases.map(({ planState }) => planState)))
      .map(({ id, programme, cases, sections, actions }) => ({
        planId: id,
        school: cases.map(({ school }) => school.name).join(", "),
        programme: programme.name,
        emptySections: sections
          .filter(({ content }) => isSectionEmpty(content as SectionContent))
          .map(({ key }) => key as SectionKey),
        actions: actions.length,
      }))
      .sort((a, b) => a.school.localeCompare(b.school, "en-GB") || (a.planId < b.planId ? -1 : 1));
  });
}
