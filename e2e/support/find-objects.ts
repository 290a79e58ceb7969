import { randomUUID } from "node:crypto";
import { deactivatePerson } from "../../app/people/deactivate-person.server";
import { issueSetPasswordLink } from "../../app/people/issue-set-password-link.server";
import { type PersonActor, system } from "../../app/platform/actor";
import { asActor, type Tx } from "../../app/platform/db.server";
import { addSomebody } from "../../prisma/scenarios/people";
import { type FoundCase, oneCaseOfEachState, someIds } from "./find-cases";
import { FROZEN, preparedName, waitingName } from "./world";

/** Ids by the names that addresses give them. */
export type Objects = Record<string, string>;

const COUNCIL = "001";
/** The council of the demonstration that has a lead to sign in as and a step to answer. */
export const ESCALATED = "003";
const now = new Date(FROZEN);

/** A person who was invited and has set no password, one who has left, and an officer's role. */
async function findPeople(admin: PersonActor): Promise<Record<"common" | "left", Objects>> {
  const add = (name: string) =>
    addSomebody({ name, email: `${randomUUID()}@department.example`, choice: { role: "reviewer" } }, { admin, now });
  const { token } = await issueSetPasswordLink({ actor: admin, personId: (await add("Invited")).personId, now });
  const { personId } = await add("Departed");
  const officer = { councilCode: COUNCIL, role: "officer", revokedAt: null };
  const { version, grantId } = await asActor(system("e2e"), async (tx) => ({
    version: (await tx.person.findUniqueOrThrow({ where: { id: personId } })).version,
    grantId: (await tx.roleGrant.findFirstOrThrow({ where: officer })).id,
  }));
  await deactivatePerson({ actor: admin, personId, version, now });
  return { common: { token, grantId }, left: { personId } };
}

async function findRuns(tx: Tx): Promise<Record<"prepared" | "waiting", Objects>> {
  const run = (name: string) =>
    tx.identificationRun.findFirstOrThrow({
      where: { programme: { name } },
      select: { id: true, programmeId: true, councils: { where: { flagged: { gt: 0 } }, take: 1 } },
    });
  const [prepared, waiting] = [await run(preparedName), await run(waitingName)];
  const file = await tx.resultsFile.findFirstOrThrow({ where: { filename: `${waitingName}.csv` } });
  return {
    prepared: {
      programmeId: prepared.programmeId,
      runId: prepared.id,
      code: prepared.councils[0]?.councilCode ?? "",
    },
    waiting: { runId: waiting.id, fileId: file.id },
  };
}

/** The council's cases by state, each with an action of its plan, and the one that asks for an extension. */
async function findCases(tx: Tx, cases: readonly FoundCase[]): Promise<Record<string, Objects>> {
  const scenes: Record<string, Objects> = {};
  for (const { caseId, planId, state } of cases) {
    const action = planId && (await tx.planAction.findFirst({ where: { planId }, select: { id: true } }));
    const file = planId && (await tx.evidence.findFirst({ where: { planId }, select: { id: true } }));
    const entry = await tx.progressEntry.findFirst({ where: { caseId }, select: { id: true } });
    const words = planId && (await tx.acceptedWords.findFirst({ where: { planId }, select: { finding: true } }));
    scenes[state] = {
      caseId,
      ...(planId && { planId }),
      ...(action && { actionId: action.id }),
      ...(file && { evidenceId: file.id }),
      ...(entry && { entryId: entry.id }),
      ...(words && { finding: words.finding }),
    };
  }
  const asking = await tx.extensionRequest.findFirstOrThrow({
    where: { state: "pending", case: { councilCode: COUNCIL } },
    select: { caseId: true },
  });
  return { ...scenes, extension: asking };
}

/** Support to open: a match of a case, a school of the council, and requests in the states that a person can answer. */
async function findSupport(tx: Tx, cases: readonly FoundCase[]): Promise<Record<string, Objects>> {
  const of = (where: object) => tx.supportSchool.findFirstOrThrow({ where, orderBy: { proposedAt: "asc" } });
  const request = (state: string) =>
    tx.supportRequest.findFirstOrThrow({ where: { state, supportingCode: COUNCIL }, select: { id: true } });
  const caseId = cases.find(({ state }) => state === "drafting")?.caseId ?? "";
  return {
    matched: { caseId, supportId: (await of({ state: "accredited", councilCode: "004" })).id },
    supporting: { supportId: (await of({ state: "accredited", councilCode: COUNCIL, capacity: 1 })).id },
    proposed: { supportId: (await of({ state: "proposed" })).id },
    askedFor: { requestId: (await request("asked")).id },
    supported: { requestId: (await request("accepted")).id },
  };
}

/** Something for every address to name, by what it is an example of; `common` is what is the same for all. */
export async function findObjects(admin: PersonActor): Promise<Record<string, Objects>> {
  const [people, ids, cases] = [await findPeople(admin), await someIds(), await oneCaseOfEachState(COUNCIL)];
  return asActor(system("e2e"), async (tx) => {
    const flagged = await tx.schoolCase.findFirstOrThrow({
      where: { programmeId: ids.programmeId, councilCode: COUNCIL },
      select: { schoolId: true },
    });
    const { toId } = await tx.schoolLink.findFirstOrThrow({ where: { inOrder: true, continues: null } });
    const { id: escalationId } = await tx.councilEscalation.findFirstOrThrow({
      where: { step: "proposed", councilCode: ESCALATED },
    });
    return {
      ...(await findCases(tx, cases)),
      ...(await findSupport(tx, cases)),
      ...(await findRuns(tx)),
      left: people.left,
      common: {
        ...ids,
        ...people.common,
        ...flagged,
        escalationId,
        question: `later-${toId}`,
        code: COUNCIL,
        list: "newResults",
      },
    };
  });
}
