import { type ListedEvidence, listEvidence } from "~/evidence/list-evidence.server";
import { readCaseForEvent, type CaseForEvent } from "~/plans/get-case-for-event.server";
import type { Challenge } from "~/generated/prisma/client";
import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { readCase } from "~/plans/get-case.server";
import type { RuleOf } from "~/schools/describe-rule";
import { listResults } from "~/schools/list-results.server";
import type { YearResult } from "~/schools/results-over-time";
import { formatDateTime } from "~/ui/format-date";
import { challengeGrounds, isChallengeGround } from "./challenge-flag.schema";

type Asked = { actor: Actor; caseId: string; event: "UPHOLD_FLAG" | "REMOVE_FLAG"; now: Date };

/** What the council brought forward against the flag. */
export type OpenChallenge = {
  id: string;
  ground: string;
  evidence: string;
  madeBy: string;
  madeAt: string;
  files: ListedEvidence[];
};

/** What the flag rests on: its reason, the rule, and the results as they are stored today. */
export type FlagFigures = { caseId: string; rule: RuleOf; sentence: string | null; results: YearResult[] };

/** A challenge's row with who made it and the files that were attached to it. */
export async function readChallenge(tx: Tx, row: Challenge): Promise<OpenChallenge> {
  const person = await tx.person.findUnique({ where: { id: row.madeById }, select: { name: true } });
  return {
    id: row.id,
    ground: isChallengeGround(row.ground) ? challengeGrounds[row.ground] : row.ground,
    evidence: row.evidence,
    madeBy: person?.name ?? "The council",
    madeAt: formatDateTime(row.madeAt),
    files: await listEvidence(tx, { challengeId: row.id }),
  };
}

async function readFigures(tx: Tx, asked: Asked): Promise<FlagFigures> {
  const { detail } = await readCase(tx, asked);
  const { school, council, programme, flag } = detail;
  const results = await listResults(tx, { school: { ...school, councilCode: council.code }, programme });
  return { caseId: detail.id, rule: programme, sentence: flag?.sentence ?? null, results: results.school };
}

/** The case for the decision on its flag, with the open challenge where there is one. 404 and EventRefused as getCaseForEvent. */
export async function getChallenge(
  asked: Asked,
): Promise<{ case: CaseForEvent; challenge: OpenChallenge | null; figures: FlagFigures }> {
  return asActor(asked.actor, async (tx) => {
    const found = await readCaseForEvent(tx, asked);
    const row = await tx.challenge.findFirst({ where: { caseId: asked.caseId, state: "open" } });
    const figures = await readFigures(tx, asked);
    return { case: found, challenge: row && (await readChallenge(tx, row)), figures };
  });
}
