import { challengeGrounds, isChallengeGround } from "~/identification/challenge-flag.schema";
import { storedCase } from "~/plans/work-out-event.server";
import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { daysFrom, isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import type { CaseContext } from "~workflows/school-plan/types";

/** One thing that waits for an admin, with the case it is about. Dates are "2027-02-26". */
type Waiting = {
  caseId: string;
  schoolName: string;
  councilName: string;
  dueOn: string;
  since: string;
  daysWaiting: number;
};

export type Decisions = {
  challenges: (Waiting & { ground: string })[];
  extensions: (Waiting & { requestedDueOn: string })[];
  attention: (Waiting & Pick<NonNullable<CaseContext["needsAttention"]>, "year" | "exitRuleMet">)[];
};

const withSchool = { school: { select: { name: true } }, council: { select: { name: true } } } as const;

type Served = { id: string; dueOn: Date; school: { name: string }; council: { name: string } };

function waiting(row: Served, since: Date, today: string): Waiting {
  const from = dateInLondon(since);
  return {
    caseId: row.id,
    schoolName: row.school.name,
    councilName: row.council.name,
    dueOn: isoDate(row.dueOn),
    since: from,
    daysWaiting: daysFrom(from, today),
  };
}

/** What waits for an admin's decision, the oldest first: open challenges, pending extensions, and results that came in while a plan was not approved. */
export async function listDecisions({ actor, now }: { actor: PersonActor; now: Date }): Promise<Decisions> {
  const today = dateInLondon(now);
  return asActor(actor, async (tx) => {
    const challenges = await tx.challenge.findMany({
      where: { state: "open" },
      include: { case: { include: withSchool } },
      orderBy: [{ madeAt: "asc" }, { id: "asc" }],
    });
    const requests = await tx.extensionRequest.findMany({
      where: { state: "pending" },
      include: { case: { include: withSchool } },
      orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    });
    const flagged = await tx.schoolCase.findMany({
      where: { endedAt: null, context: { path: ["needsAttention", "year"], gt: 0 } },
      include: withSchool,
      orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
    });
    return {
      challenges: challenges.map((row) => ({
        ...waiting(row.case, row.madeAt, today),
        ground: isChallengeGround(row.ground) ? challengeGrounds[row.ground] : row.ground,
      })),
      extensions: requests.map((row) => ({
        ...waiting(row.case, row.requestedAt, today),
        requestedDueOn: isoDate(row.requestedDueOn),
      })),
      attention: flagged.flatMap((row) => {
        const { needsAttention } = storedCase(row).context;
        return needsAttention ? [{ ...waiting(row, row.updatedAt, today), ...needsAttention }] : [];
      }),
    };
  });
}
