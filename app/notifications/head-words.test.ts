import { describe, expect, it } from "vitest";
import { type HeadFacts, headLetter, headNotice } from "./head-words";

const facts: HeadFacts = {
  school: "Heron Lane Primary School",
  council: "Ashmere",
  programme: {
    name: "Primary floor standard 2026",
    measure: "ks2-l4-em",
    floor: 55,
    latestYear: 2026,
    ruleYears: 1,
    concernYears: 4,
    goalValue: 78,
    goalYear: 2028,
    goalKind: "national",
    exitYears: 1,
  },
  sentence: "Below 55% in 2026: 50",
  firstConcern: false,
  years: [{ year: 2026, value: 50, code: null }],
  planState: null,
  again: false,
  replyByOn: null,
  hasAccount: true,
  today: "2026-11-24",
};
const said = (given: Partial<HeadFacts> = {}) => {
  const letter = headLetter({ ...facts, ...given });
  return { title: letter.title, headings: letter.parts.map(({ heading }) => heading), text: JSON.stringify(letter) };
};

describe("the letter to a headteacher", () => {
  it.each([null, "identified", "challenged", "drafting", "returned"] as const)(
    "says that a plan is needed and how to reply while it is %s",
    (planState) => {
      const { title, headings } = said({ planState });
      expect(title).toBe("Heron Lane Primary School needs an action plan");
      expect(headings).toEqual(["Why we are writing", "What happens next", "Your right of reply", "How to reply"]);
    },
  );

  it.each([
    ["submitted", "Ashmere has sent the school’s action plan to the Department."],
    ["inReview", "Ashmere has sent the school’s action plan to the Department."],
    ["awaitingSecondApproval", "Ashmere has sent the school’s action plan to the Department."],
    ["approved", "The Department has approved the school’s action plan."],
  ] as const)(
    "of a school that is flagged again says that its %s plan stands, and asks for nothing",
    (planState, done) => {
      const asked = { planState, again: true, replyByOn: "2027-01-29" };
      const { title, headings, text } = said(asked);
      expect(title).toBe("Heron Lane Primary School is flagged again and its plan stands");
      expect(headings).toEqual(["Why we are writing", "What happens next", "Where to read it"]);
      expect(text).toContain(`${done} The plan stands`);
      expect(text).toContain("has identified Heron Lane Primary School in “Primary floor standard 2026” again");
      expect(text).toContain("leaves the programme when");
      expect(text).not.toMatch(/reply|challenge|needs an action plan|29 January|writes an action plan/);
      expect(headNotice({ ...facts, ...asked })).toEqual({
        title,
        body: "Below 55% in 2026: 50. The plan that your council has sent stands. Read the reason and the figures.",
      });
    },
  );

  it("does not say again of a first flag that the head is told of after the plan was sent", () => {
    const { title, text } = said({ planState: "submitted" });
    expect(title).toBe("Heron Lane Primary School is flagged and has an action plan");
    expect(text).not.toMatch(/again|reply/);
  });

  it("asks for a reply by the council's date until it has passed", () => {
    const asks = (replyByOn: string) =>
      said({ planState: "drafting", replyByOn }).text.includes("We ask you to reply by");
    expect([asks("2026-11-25"), asks("2026-11-24"), asks("2026-11-23")]).toEqual([true, true, false]);
  });

  it("speaks of a challenge as it stands", () => {
    expect(said({ planState: "drafting" }).text).toContain("We can challenge the flag");
    expect(said({ planState: "challenged" }).text).toContain("We have challenged the flag with the Department");
    expect(said({ planState: "returned" }).text).not.toContain("challenge");
  });

  it.each(["removed", "exited", "closed"] as const)("of a case that is %s asks for nothing", (planState) => {
    const { title, text } = said({ planState });
    expect(title).toBe("Heron Lane Primary School was below the floor");
    expect(text).toContain("The case has ended");
    expect(text).not.toMatch(/reply|challenge|leaves the programme|stands/);
  });
});
