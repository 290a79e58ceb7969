import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvFile } from "~prisma/scenarios/evidence-files";
import { challengeFlag } from "~/identification/challenge-flag.server";
import { getChallenge } from "~/identification/get-challenge.server";
import { getChallengeFiles } from "~/identification/get-challenge-files.server";
import { upholdFlag } from "~/identification/uphold-flag.server";
import { closePeopleDatabase } from "~/people/people.fixture";
import { getProgress, getProgressNote } from "~/plans/get-progress.server";
import { getRevision } from "~/plans/get-revision.server";
import { recordProgress } from "~/plans/record-progress.server";
import type { PersonActor } from "~/platform/actor";
import { approvePlan } from "~/reviews/approve-plan.server";
import * as scenes from "~/reviews/review-scene.fixture";
import { attachEvidence } from "./attach-evidence.server";
import type { EvidenceOwner } from "./evidence-owner";
import { openEvidenceScene } from "./evidence-scene.fixture";
import { getEvidence } from "./get-evidence.server";
import { getEvidenceFile } from "./get-evidence-file.server";
import { removeEvidence } from "./remove-evidence.server";

let scene: scenes.Scene;
let adviser: PersonActor;
let otherAdviser: PersonActor;
beforeAll(async () => {
  ({ scene, adviser, otherAdviser } = await openEvidenceScene());
});
afterAll(closePeopleDatabase);

const { outcomeOf, asService } = scenes;
const now = scenes.TODAY;
let count = 0;
const attach = (owner: EvidenceOwner, actor = scene.officer) =>
  attachEvidence({
    actor,
    owner,
    file: { name: "roll.csv", bytes: csvFile([["Pupils"], [(count += 1)]]) },
    description: "Pupils on roll",
    commandId: randomUUID(),
    now,
  });

/** Who of all may open a piece, by page and by file alike. */
async function whoOpens(evidenceId: string, more: Record<string, PersonActor> = {}): Promise<string[]> {
  const { officer, lead, otherLead, reviewer, admin } = scene;
  const people = { officer, lead, otherLead, reviewer, admin, adviser, otherAdviser, ...more };
  const opened: string[] = [];
  for (const [name, actor] of Object.entries(people)) {
    const answers = [
      await outcomeOf(getEvidence({ actor, evidenceId })),
      await outcomeOf(getEvidenceFile({ actor, evidenceId })),
    ];
    expect([
      ["done", "done"],
      [404, 404],
    ]).toContainEqual(answers);
    if (answers[0] === "done") opened.push(name);
  }
  return opened;
}

describe("a challenge's files", () => {
  const challenged = async () => {
    const caseId = await scenes.identified(scene);
    const words = { ground: "figures", evidence: "Three had left.", commandId: randomUUID() } as const;
    await challengeFlag({ actor: scene.officer, caseId, ...words, now });
    const { challenge } = await getChallengeFiles({ actor: scene.officer, caseId });
    return { caseId, challengeId: challenge.id };
  };

  test("are read by admins at once, by the council, and by nobody else; the decision shows them", async () => {
    const { caseId, challengeId } = await challenged();
    const attached = await attach({ challengeId });
    const id = attached.attached ? attached.id : "";
    const { schoolId } = await scenes.caseRow(caseId);
    const head = await scenes.person("Hal Brook", { role: "headteacher", councilCode: "001", schoolId });
    await scenes.headTold(scene, caseId);
    expect(await whoOpens(id, { head })).toEqual(["officer", "lead", "admin"]);
    const decision = await getChallenge({ actor: scene.admin, caseId, event: "UPHOLD_FLAG", now });
    expect(decision.challenge?.files).toMatchObject([{ id, description: "Pupils on roll", addedBy: "Olive Marsh" }]);
    expect(await outcomeOf(getChallengeFiles({ actor: scene.otherLead, caseId }))).toBe(404);
    expect(await outcomeOf(getChallengeFiles({ actor: scene.reviewer, caseId }))).toBe(404);
  });

  test("are attached by the council alone, while the challenge is open, and taken back by nobody", async () => {
    const { caseId, challengeId } = await challenged();
    expect(await outcomeOf(attach({ challengeId }, scene.otherLead))).toBe(404);
    expect(await outcomeOf(attach({ challengeId }, scene.admin))).toBe(404);
    expect(await outcomeOf(attach({ challengeId: randomUUID() }))).toBe(404);
    const attached = await attach({ challengeId });
    const evidenceId = attached.attached ? attached.id : "";
    expect(await outcomeOf(removeEvidence({ actor: scene.officer, evidenceId, now }))).toBe(404);
    await upholdFlag({ actor: scene.admin, caseId, dueOn: null, reason: "It stands.", commandId: randomUUID(), now });
    await expect(attach({ challengeId })).rejects.toThrow("has decided on the challenge");
    expect(await whoOpens(evidenceId)).toEqual(["officer", "lead", "admin"]);
    expect(await getChallengeFiles({ actor: scene.admin, caseId })).toMatchObject({ mayAttach: false });
  });

  test("are ten at most", async () => {
    const { challengeId } = await challenged();
    for (let at = 0; at < 10; at += 1) expect(await attach({ challengeId })).toMatchObject({ attached: true });
    expect(await attach({ challengeId })).toMatchObject({
      problem: "There are 10 files, the most that can be attached here",
    });
  });
});

test("files of a note on progress are read by the council, the Department and its adviser, with the note", async () => {
  const { caseId, planId } = await scenes.inReview(scene);
  await scenes.decided(scene, planId);
  await approvePlan({ actor: scene.reviewer, planId, commandId: randomUUID(), now });
  const said = { actionId: null, status: "onTrack", note: "Lessons have begun.", commandId: randomUUID() } as const;
  await recordProgress({ actor: scene.officer, caseId, ...said, now });
  const [note] = (await getProgress({ actor: scene.officer, caseId, now })).notes;
  const progressEntryId = note?.id ?? "";
  expect(await outcomeOf(attach({ progressEntryId }, scene.otherLead))).toBe(404);
  expect(await outcomeOf(attach({ progressEntryId }, scene.reviewer))).toBe(404);
  const attached = await attach({ progressEntryId });
  const id = attached.attached ? attached.id : "";
  expect(await whoOpens(id)).toEqual(["officer", "lead", "reviewer", "admin", "adviser"]);
  const mine = await getProgressNote({ actor: scene.officer, caseId, entryId: progressEntryId, now });
  expect(mine.note.files).toMatchObject([{ id }]);
  const asked = { actor: scene.admin, caseId, entryId: progressEntryId, now };
  expect(await outcomeOf(getProgressNote(asked))).toBe(404);
  const { id: revisionId } = await asService((tx) => tx.revision.findFirstOrThrow({ where: { planId } }));
  const read = await getRevision({ actor: adviser, revisionId });
  expect(read.progress).toMatchObject([{ files: [{ id }] }]);
});
