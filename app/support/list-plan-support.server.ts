import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { formatDate } from "~/ui/format-date";
import { listCaseSupport } from "./list-case-support.server";

/** The accepted support of a plan's schools, to name in an action. */
export const listPlanSupport = ({ actor, planId }: { actor: PersonActor; planId: string }) =>
  asActor(actor, async (tx) => {
    const cases = await tx.schoolCase.findMany({ where: { planId }, select: { id: true }, orderBy: { id: "asc" } });
    const found = [];
    for (const { id } of cases) found.push(...(await listCaseSupport(tx, id)));
    return found
      .filter(({ state }) => state === "accepted")
      .map(({ id, support, wanted, startsOn, endsOn }) => ({
        id,
        text: `${support}: ${wanted}, ${formatDate(startsOn)} to ${formatDate(endsOn)}`,
      }));
  });
