import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import {
  asService,
  caseRow,
  completeSections,
  drafted,
  identified,
  openScene,
  outcomeOf,
  type Scene,
  submitted,
  TODAY as now,
  write,
} from "~/reviews/review-scene.fixture";
import { asActor } from "~/platform/db.server";
import { acceptWords } from "./accept-words.server";
import { StaleForm } from "./event-refused";
import { getPlan } from "./get-plan.server";
import { listWordFindings } from "./list-word-findings.server";
import type { PlanContent } from "./plan-content";
import { planFingerprint } from "./plan-fingerprint.server";
import { readPlan } from "./read-plan.server";
import { submitPlan } from "./submit-plan.server";

let scene: Scene;
let caseId: string;
let planId: string;
const FAILING = "The boiler is failing. Year 6 was taught in the hall.";

const risks = (text: string) => write(scene, planId, "risks", { ...completeSections.risks, "risk-1": text });
async function findings() {
  const plan = await getPlan({ actor: scene.officer, planId, now });
  return listWordFindings({ actor: scene.officer, plan });
}
async function submit() {
  const seen = await asActor(scene.lead, async (tx) => planFingerprint((await readPlan(tx, planId)).content));
  return submitPlan({ actor: scene.lead, planId, seen, now });
}
const accept = (key: string, reason = "It is the boiler that fails.", actor = scene.officer) =>
  acceptWords({ actor, planId, key, reason, now });

beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  caseId = await identified(scene);
  planId = await drafted(scene, caseId);
});
afterAll(closePeopleDatabase);

describe("a draft with a word that condemns", () => {
  it("is not submitted, and says which word it is and where", async () => {
    expect(await findings()).toEqual([]);
    await risks(FAILING);
    expect(await submit()).toMatchObject({ submitted: false, words: [{ words: "failing", label: "Risk 1" }] });
    expect((await caseRow(caseId)).planState).toBe("drafting");
    expect(await asService((tx) => tx.revision.count({ where: { planId } }))).toBe(0);
  });

  it("is told of everything at once where a section is missing too", async () => {
    const { governance } = completeSections;
    await write(scene, planId, "governance", { ...governance, parents: "" });
    expect(await submit()).toMatchObject({
      submitted: false,
      facts: { incompleteSections: ["governance"] },
      words: [{ words: "failing" }],
    });
    await write(scene, planId, "governance", governance);
  });

  it("keeps a reason for these words in this sentence alone", async () => {
    const [finding] = await findings();
    const key = finding?.key ?? "";
    await expect(accept("0".repeat(32))).rejects.toThrow(StaleForm);
    expect(await outcomeOf(accept(key, "Ours now", scene.otherLead))).toBe(404);
    await accept(key, "For now.");
    await accept(key);
    expect(await findings()).toMatchObject([
      { accepted: { reason: "It is the boiler that fails.", by: "Olive Marsh" } },
    ]);

    await risks(FAILING.replace("boiler", "school"));
    expect(await findings()).toMatchObject([{ words: "failing", accepted: null }]);
    // What is written elsewhere in the field changes nothing.
    await risks(`${FAILING} It was cold.`);
    expect(await findings()).toMatchObject([{ accepted: { by: "Olive Marsh" } }]);
  });

  it("is submitted with the words and the reason in the revision, which the reviewer reads", async () => {
    await submitted(scene, planId);
    const { content } = await asActor(scene.reviewer, (tx) => tx.revision.findFirstOrThrow({ where: { planId } }));
    expect((content as unknown as PlanContent).acceptedWords).toEqual([
      {
        section: "risks",
        label: "Risk 1",
        words: "failing",
        sentence: "The boiler is failing.",
        reason: "It is the boiler that fails.",
      },
    ]);
    expect(await asActor(scene.reviewer, (tx) => tx.acceptedWords.count())).toBe(0);
    expect(await outcomeOf(accept("0".repeat(32)))).toBe("wrongState");
  });
});
