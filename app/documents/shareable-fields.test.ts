import { describe, expect, test } from "vitest";
import { sectionFields } from "~/plans/section-schemas";
import { sectionKeys } from "~workflows/school-plan/types";
import { planContent, planDocument } from "./document.fixture";
import { documentBlocks } from "./document-blocks";
import { isSharedField, sectionDecisions, shareableContent } from "./shareable-fields";

const words = (version: "whole" | "shareable") =>
  JSON.stringify(documentBlocks(planDocument({ version, content: planContent() }), 1));

describe("the shareable version", () => {
  test("has a decision for every field of every section", () => {
    const asked = sectionKeys.flatMap((key) => sectionFields(key, { targetYears: [] }));
    expect(asked.filter((field) => sectionDecisions[field] === undefined)).toEqual([]);
  });

  // Each of these stands in the whole plan, so that the test does not pass for want of it.
  test.each([
    ["who does what", "Quillfeather"],
    ["an action's cost", "£12,345"],
    ["where the money comes from", "Marshwater"],
    ["the head's reply", "Cobblewick"],
    ["that there is a reply", "Disagrees"],
    ["evidence about the leadership", "Thistledown"],
    ["what governors said", "monthly report"],
    ["a risk", "maths lead leaves"],
    ["other costs", "Cover for training"],
    ["who submitted it", "Lena Firth"],
  ])("leaves out %s", (_, mark) => {
    expect(words("whole")).toContain(mark);
    expect(words("shareable")).not.toContain(mark);
  });

  test("keeps what is published and what will be done", () => {
    for (const kept of ["six lessons by Easter", "approach to fractions", "2024: 46%", "AP-7KQ2M9XD"])
      expect(words("shareable")).toContain(kept);
    expect(words("shareable")).not.toContain("Not given yet");
  });

  test("leaves out a field that nobody has decided on, and a part that was added since", () => {
    const content = planContent();
    content.sections.position = { ...content.sections.position, unheardOf: "Hushmark" };
    const action = { ...content.actions[0], evidence: "Hushmark" };
    const added = { ...content, actions: [action], unheardOf: ["Hushmark"] } as ReturnType<typeof planContent>;
    expect(isSharedField("unheardOf")).toBe(false);
    expect(JSON.stringify(shareableContent(added))).not.toContain("Hushmark");
  });
});
