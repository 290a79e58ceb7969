import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvFile, pdfFile } from "~prisma/scenarios/evidence-files";
import { closePeopleDatabase } from "~/people/people.fixture";
import { getPlan } from "~/plans/get-plan.server";
import { getRevision } from "~/plans/get-revision.server";
import { changedSections, type PlanContent, type SectionContent } from "~/plans/plan-content";
import { planFingerprint } from "~/plans/plan-fingerprint.server";
import { saveSection } from "~/plans/save-section.server";
import { submitPlan } from "~/plans/submit-plan.server";
import { withdrawSubmission } from "~/plans/withdraw-submission.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { returnPlan } from "~/reviews/return-plan.server";
import * as scenes from "~/reviews/review-scene.fixture";
import { startReview } from "~/reviews/start-review.server";
import { MAX_EVIDENCE_BYTES } from "./attach-evidence.schema";
import { attachEvidence } from "./attach-evidence.server";
import { toCite } from "./cites";
import { claimsWithoutEvidence } from "./claims";
import { describeEvidence } from "./describe-evidence.server";
import { openEvidenceScene } from "./evidence-scene.fixture";
import { getEvidence } from "./get-evidence.server";
import { getEvidenceFile } from "./get-evidence-file.server";
import { listEvidenceOfPlan } from "./list-evidence.server";
import { removeEvidence } from "./remove-evidence.server";

let scene: scenes.Scene;
let adviser: PersonActor;
let otherAdviser: PersonActor;
beforeAll(async () => {
  ({ scene, adviser, otherAdviser } = await openEvidenceScene());
});
afterAll(closePeopleDatabase);

const { asService, outcomeOf } = scenes;
const now = scenes.TODAY;
let count = 0;
/** A file whose bytes no other has. */
const file = (name = "observations.pdf") => ({ name, bytes: pdfFile("Observations", [`Lesson ${(count += 1)}`]) });

const attach = (planId: string, more: Partial<Parameters<typeof attachEvidence>[0]> = {}) =>
  attachEvidence({
    actor: scene.officer,
    owner: { planId },
    file: file(),
    description: "Lesson observations in maths",
    commandId: randomUUID(),
    now,
    ...more,
  });

async function attached(planId: string): Promise<string> {
  const result = await attach(planId);
  if (!result.attached) throw new Error(result.problem);
  return result.id;
}

const look = (planId: string) => getPlan({ actor: scene.officer, planId, now });
const draft = async () => scenes.drafted(scene, await scenes.identified(scene));

async function saveCauses(planId: string, change: SectionContent, actor = scene.officer, version?: number) {
  const { sections, content } = await look(planId);
  const section = sections.find(({ key }) => key === "causes");
  return saveSection({
    actor,
    planId,
    section: "causes",
    version: version ?? section?.version ?? 0,
    content: { ...content.sections.causes, ...change },
    complete: true,
    now,
  });
}
const cite = (planId: string, ...ids: string[]) =>
  saveCauses(planId, { cites: ids.map((id) => toCite("evidence-maths", id)) });

async function headOf(planId: string): Promise<PersonActor> {
  const { schoolId } = await asService((tx) => tx.schoolCase.findFirstOrThrow({ where: { planId } }));
  return scenes.person("Hal Brook", { role: "headteacher", councilCode: "001", schoolId });
}

describe("adding a file", () => {
  test("keeps it with what it shows, its checksum, who and when; the same form sent twice adds it once", async () => {
    const planId = await draft();
    const asked = { file: file("Überblick 数学.pdf"), commandId: randomUUID() };
    const answers = await Promise.all([attach(planId, asked), attach(planId, asked)]);
    expect(answers).toEqual(Array(2).fill({ attached: true, id: asked.commandId, filename: "Überblick 数学.pdf" }));
    const [only, ...others] = await listEvidenceOfPlan({ actor: scene.lead, planId });
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      kind: "pdf",
      addedBy: "Olive Marsh",
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const kept = await getEvidenceFile({ actor: scene.officer, evidenceId: asked.commandId });
    expect(kept.bytes.equals(asked.file.bytes)).toBe(true);
    const wrote = await asService((tx) => tx.planContributor.findMany({ where: { planId } }));
    expect(wrote.map(({ personId }) => personId)).toContain(scene.officer.personId);
  });

  test("of two officers who add the same file at once, the second is told whose it is", async () => {
    const planId = await draft();
    const same = { file: file() };
    const answers = await Promise.all([attach(planId, same), attach(planId, { ...same, actor: scene.lead })]);
    expect(answers.filter((answer) => answer.attached)).toHaveLength(1);
    expect(answers.find((answer) => !answer.attached)).toMatchObject({
      problem: expect.stringMatching(
        /here already: “Lesson observations in maths”, added by .* on 24 November/,
      ) as string,
    });
  });

  test("of 10 MiB it takes seconds at most, and comes back as it was", async () => {
    const planId = await draft();
    const large = { name: "large.txt", bytes: Buffer.alloc(MAX_EVIDENCE_BYTES, "a line of text\n") };
    const began = performance.now();
    const answer = await attach(planId, { file: large });
    expect(performance.now() - began).toBeLessThan(5_000);
    const { bytes } = await getEvidenceFile({ actor: scene.officer, evidenceId: answer.attached ? answer.id : "" });
    expect(bytes.equals(large.bytes)).toBe(true);
  });

  test("stops at 50 files and at 100MB, with a sentence", async () => {
    const fill = async (files: number, size: number) => {
      const planId = await draft();
      const row = { planId, filename: "a.txt", kind: "text", size, description: "Filler" };
      await asService((tx) =>
        tx.evidence.createMany({
          data: Array.from({ length: files }, (_, at) => ({
            ...row,
            checksum: String(at).padStart(64, "0"),
            addedById: scene.officer.personId,
            addedAt: now,
          })),
        }),
      );
      return attach(planId);
    };
    expect(await fill(49, 10)).toMatchObject({ attached: true });
    expect(await fill(50, 10)).toMatchObject({ problem: "There are 50 files, the most that can be attached here" });
    expect(await fill(10, MAX_EVIDENCE_BYTES)).toMatchObject({
      problem: expect.stringMatching(/more than 100MB/) as string,
    });
  });

  test("a disguised file is refused; another council, the Department and a submitted plan are as everywhere", async () => {
    const planId = await draft();
    const disguised = { name: "observations.pdf", bytes: Buffer.from("<script>x()</script>") };
    expect(await attach(planId, { file: disguised })).toMatchObject({ attached: false });
    expect(await outcomeOf(attach(planId, { actor: scene.otherLead }))).toBe(404);
    expect(await outcomeOf(attach(planId, { actor: scene.admin }))).toBe(404);
    expect(await outcomeOf(attach("1"))).toBe(404);
    await scenes.submitted(scene, planId);
    expect(await outcomeOf(attach(planId))).toBe("wrongState");
    expect(await listEvidenceOfPlan({ actor: scene.officer, planId })).toEqual([]);
  });
});

describe("citing", () => {
  test("stands in the section, and what cites nothing is counted", async () => {
    const planId = await draft();
    const id = await attached(planId);
    const before = await look(planId);
    expect(claimsWithoutEvidence(before.content).map(({ key }) => key)).toEqual([
      ...["standing", "improving", "evidence-maths", "evidence-turnover"],
      before.content.actions[0]?.id,
      "basis",
    ]);
    expect(await cite(planId, id)).toEqual({ saved: true, version: 3 });
    const { content } = await look(planId);
    expect(content.evidence).toMatchObject([{ id, description: "Lesson observations in maths" }]);
    expect(claimsWithoutEvidence(content, "causes").map(({ key }) => key)).toEqual(["evidence-turnover"]);
    expect(changedSections(before.content, content)).toEqual(["causes"]);
    expect(planFingerprint(content)).not.toBe(planFingerprint(before.content));
  });

  test("by two people at once is a conflict like any other text", async () => {
    const planId = await draft();
    const [one, two] = [await attached(planId), await attached(planId)];
    const version = (await look(planId)).sections[1]?.version;
    const causes = (id: string) => ({ cites: [toCite("evidence-maths", id)] });
    expect(await saveCauses(planId, causes(one), scene.officer, version)).toEqual({ saved: true, version: 3 });
    expect(await saveCauses(planId, causes(two), scene.lead, version)).toMatchObject({
      saved: false,
      stored: { content: causes(one), byName: "Olive Marsh" },
    });
  });

  test("what a colleague removed, or another plan has, stores nothing and says which", async () => {
    const [planId, other] = [await draft(), await draft()];
    const [id, theirs] = [await attached(planId), await attached(other)];
    await removeEvidence({ actor: scene.lead, evidenceId: id, now });
    expect(await cite(planId, id)).toEqual({ saved: false, stored: null, gone: [id] });
    expect(await cite(planId, theirs)).toEqual({ saved: false, stored: null, gone: [theirs] });
    expect((await look(planId)).content.evidence).toEqual([]);
  });

  test("of what is removed at the same moment: either it stays and is cited, or it is gone and the form says so", async () => {
    const planId = await draft();
    const id = await attached(planId);
    const [saved, removed] = await Promise.allSettled([
      cite(planId, id),
      removeEvidence({ actor: scene.lead, evidenceId: id, now }),
    ]);
    const there = await asService((tx) => tx.evidence.count({ where: { id } }));
    const cited = saved.status === "fulfilled" && saved.value.saved;
    expect([cited, removed.status, there]).toEqual(there ? [true, "rejected", 1] : [false, "fulfilled", 0]);
  });
});

test("a file that a claim cites is not removed, and the answer names the claim", async () => {
  const planId = await draft();
  const id = await attached(planId);
  await cite(planId, id);
  await expect(removeEvidence({ actor: scene.officer, evidenceId: id, now })).rejects.toThrow(
    "“Lesson observations in maths” was not removed because the plan cites it: Evidence for maths.",
  );
  await describeEvidence({ actor: scene.lead, evidenceId: id, description: "Observations, autumn", now });
  expect((await look(planId)).content.evidence).toMatchObject([{ description: "Observations, autumn" }]);
  await cite(planId);
  expect(await removeEvidence({ actor: scene.officer, evidenceId: id, now })).toBe(planId);
  expect(await asService((tx) => tx.evidenceContent.count({ where: { evidenceId: id } }))).toBe(0);
  expect(await outcomeOf(removeEvidence({ actor: scene.officer, evidenceId: id, now }))).toBe(404);
});

describe("who may open it", () => {
  const open = async (actor: PersonActor, evidenceId: string) => {
    const [page, bytes] = await Promise.all([
      outcomeOf(getEvidence({ actor, evidenceId })),
      outcomeOf(getEvidenceFile({ actor, evidenceId })),
    ]);
    expect(page).toBe(bytes);
    return page;
  };

  test("of a draft the council's people, and the head what is cited, once told; of a revision its readers", async () => {
    const caseId = await scenes.identified(scene);
    const planId = await scenes.drafted(scene, caseId);
    const [cited, loose] = [await attached(planId), await attached(planId)];
    await cite(planId, cited);
    const head = await headOf(planId);
    const people = { ...scene, adviser, otherAdviser, head };
    const names = ["officer", "lead", "otherLead", "reviewer", "admin", "head", "adviser", "otherAdviser"] as const;
    const whoOpens = async (id: string) => {
      const answers = await Promise.all(names.map(async (name) => [name, await open(people[name], id)] as const));
      expect(answers.every(([, answer]) => answer === "done" || answer === 404)).toBe(true);
      return answers.flatMap(([name, answer]) => (answer === "done" ? [name] : []));
    };
    const council = ["officer", "lead"];
    expect(await whoOpens(cited)).toEqual(council);
    await scenes.headTold(scene, caseId);
    expect(await whoOpens(cited)).toEqual([...council, "head"]);
    expect(await whoOpens(loose)).toEqual(council);
    await scenes.submitted(scene, planId);
    expect(await whoOpens(cited)).toEqual([...council, "reviewer", "admin", "head", "adviser"]);
    expect(await whoOpens(loose)).toEqual(council);
    await withdrawSubmission({ actor: scene.lead, planId, commandId: randomUUID(), now });
    await cite(planId);
    expect(await whoOpens(cited)).toEqual(council);
    expect(await whoOpens(randomUUID())).toEqual([]);
  });
});

describe("what was submitted", () => {
  async function returned() {
    const planId = await draft();
    const id = await attached(planId);
    await cite(planId, id);
    await scenes.submitted(scene, planId);
    await startReview({ actor: scene.reviewer, planId, now });
    await scenes.decided(scene, planId, { causes: "Name the source" });
    await returnPlan({ actor: scene.reviewer, planId, dueOn: "2027-04-09", commandId: randomUUID(), now });
    const { id: revisionId } = await asService((tx) => tx.revision.findFirstOrThrow({ where: { planId } }));
    return { planId, id, revisionId };
  }

  test("keeps its evidence when the draft takes it out, and its description", async () => {
    const { planId, id, revisionId } = await returned();
    const change = describeEvidence({ actor: scene.officer, evidenceId: id, description: "Other words", now });
    await expect(change).rejects.toThrow("because a submission cites it");
    await scenes.write(scene, planId, "causes", scenes.completeSections.causes, "Taken out");
    await removeEvidence({ actor: scene.officer, evidenceId: id, now });
    expect(await listEvidenceOfPlan({ actor: scene.officer, planId })).toEqual([]);
    expect(await getEvidence({ actor: scene.officer, evidenceId: id })).toMatchObject({ draft: { removed: true } });
    for (const actor of [scene.reviewer, scene.officer, adviser]) {
      const { content } = await getRevision({ actor, revisionId });
      expect(content.evidence).toMatchObject([{ id, description: "Lesson observations in maths" }]);
      expect(await outcomeOf(getEvidenceFile({ actor, evidenceId: id }))).toBe("done");
    }
  });

  test("cannot be deleted or described anew, whoever asks the database as the council", async () => {
    const { id } = await returned();
    const asCouncil = asActor(scene.officer, (tx) => tx.evidence.deleteMany({ where: { id } }));
    expect(await asCouncil).toEqual({ count: 0 });
    const update = asActor(scene.officer, (tx) => tx.evidence.update({ where: { id }, data: { description: "x" } }));
    await expect(update).rejects.toThrow(/description stays/);
    const bytes = asActor(scene.officer, (tx) => tx.evidenceContent.deleteMany({ where: { evidenceId: id } }));
    await expect(bytes).rejects.toThrow(/permission denied/);
  });

  test("is what the lead declared: a citation that changed since is not submitted", async () => {
    const planId = await draft();
    const seen = planFingerprint((await look(planId)).content);
    await cite(planId, await attached(planId));
    await expect(submitPlan({ actor: scene.lead, planId, seen, now })).rejects.toThrow("changed after you opened");
  });

  test("of before evidence could be attached says nothing about it", () => {
    const old = { sections: { ...scenes.completeSections }, actions: [] } as unknown as PlanContent;
    expect(claimsWithoutEvidence(old)).toEqual([]);
  });
});

test("a CSV in Windows-1252 is kept byte for byte", async () => {
  const planId = await draft();
  const bytes = Buffer.concat([csvFile([["School", "Value"]]), Buffer.from("Caf\xe9 \x96 club,5\r\n", "latin1")]);
  const answer = await attach(planId, { file: { name: "clubs.csv", bytes } });
  expect(answer).toMatchObject({ attached: true });
  const kept = await getEvidenceFile({ actor: scene.officer, evidenceId: answer.attached ? answer.id : "" });
  expect([kept.contentType, kept.bytes.equals(bytes)]).toEqual(["text/csv", true]);
});
