import { system } from "../../app/platform/actor";
import { asActor } from "../../app/platform/db.server";

export type FoundCase = { caseId: string; planId: string | null; state: string };

/** One case in each state that a council of the demonstration has, its newest programme's first. */
export async function oneCaseOfEachState(councilCode: string): Promise<FoundCase[]> {
  const rows = await asActor(system("e2e"), (tx) =>
    tx.schoolCase.findMany({
      where: { councilCode },
      orderBy: [{ createdAt: "desc" }, { school: { laestab: "asc" } }],
      select: { id: true, planId: true, planState: true },
    }),
  );
  const first = new Map(rows.toReversed().map((row) => [row.planState, row]));
  return [...first.values()].map(({ id, planId, planState }) => ({ caseId: id, planId, state: planState }));
}

/** Ids of things that are there once or more, for addresses that name one. */
export async function someIds() {
  return asActor(system("e2e"), async (tx) => {
    const programme = await tx.programme.findFirstOrThrow({
      // The demonstration's: tests publish programmes of their own beside it.
      where: { template: "primary", state: "published", cases: { some: { councilCode: "001" } } },
      orderBy: { createdAt: "desc" },
    });
    const run = await tx.identificationRun.findFirstOrThrow({ where: { programmeId: programme.id } });
    const file = await tx.resultsFile.findFirstOrThrow({ where: { state: "takenOver", kind: "results" } });
    const person = await tx.person.findFirstOrThrow({ where: { email: "dev.rathmoor@council-001.example" } });
    const revision = await tx.revision.findFirstOrThrow({
      where: { plan: { councilCode: "002" }, withdrawnAt: null },
      orderBy: { submittedAt: "desc" },
    });
    return { programmeId: programme.id, runId: run.id, fileId: file.id, personId: person.id, revisionId: revision.id };
  });
}
