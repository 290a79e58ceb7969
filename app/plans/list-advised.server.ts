import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

export type AdvisedPlan = {
  revisionId: string;
  reference: string;
  submittedAt: string;
  planState: string;
  school: string;
  programme: string;
  council: string;
};

/** The newest submission of each plan of the councils that the person advises, newest first. */
export async function listAdvised({ actor }: { actor: PersonActor }): Promise<AdvisedPlan[]> {
  const councils = actor.roles.flatMap(({ role, councilCode }) =>
    role === "adviser" && councilCode ? [councilCode] : [],
  );
  return asActor(actor, async (tx) => {
    const revisions = await tx.revision.findMany({
      where: { withdrawnAt: null, plan: { councilCode: { in: councils } } },
      select: {
        id: true,
        planId: true,
        reference: true,
        submittedAt: true,
        plan: {
          select: {
            programme: { select: { name: true } },
            cases: {
              select: { planState: true, school: { select: { name: true } }, council: { select: { name: true } } },
            },
          },
        },
      },
      orderBy: [{ submittedAt: "desc" }, { number: "desc" }],
    });
    const newest = revisions.filter(
      ({ planId }, index) => revisions.findIndex((other) => other.planId === planId) === index,
    );
    return newest.map(({ id, reference, submittedAt, plan }) => ({
      revisionId: id,
      reference,
      submittedAt: submittedAt.toISOString(),
      planState: plan.cases[0]?.planState ?? "",
      school: plan.cases.map(({ school }) => school.name).join(", "),
      programme: plan.programme.name,
      council: plan.cases[0]?.council.name ?? "",
    }));
  });
}
