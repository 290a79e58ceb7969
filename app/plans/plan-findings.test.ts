import { describe, expect, test } from "vitest";
import { listFindings } from "./plan-findings";
import { action, planOf } from "./plan-findings.fixture";
import { saysNothing } from "./says-nothing";

type Changed = Parameters<typeof planOf>[0];
const sentences = (section: "actions" | "targets" | "cost", changed?: Changed) =>
  listFindings(section, planOf(changed)).map(({ sentence }) => sentence);
const with2 = (changed: Partial<typeof action>) => ({
  actions: [action, { ...action, id: "b", kind: "english", targetYear: 2028, ...changed }],
});

test("a plan that hangs together has nothing to look at, and an empty one neither", () => {
  for (const section of ["actions", "targets", "cost"] as const) {
    expect(sentences(section)).toEqual([]);
    expect(sentences(section, { actions: [], causes: [], targets: {} })).toEqual([]);
  }
});

describe("an action", () => {
  test.each([
    [{ funding: "TBC" }, "Action 2 costs £5,000 and does not say where the money comes from."],
    [{ milestone: " - " }, "Action 2 has no milestone."],
    [
      { startsOn: "2028-09-01", endsOn: "2028-09-01" },
      "Action 2 starts on 1 September 2028, after the school year 2028 whose target it is meant to move.",
    ],
    [{ endsOn: "2028-09-01" }, "Action 2 goes on until 1 September 2028, after the last year with a target, 2028."],
    [{ causes: ["maths", "attendance"] }, "Action 2 answers attendance, which section 2 does not name as a cause."],
    [{ causes: undefined }, "Action 2 does not say which cause it answers."],
    [
      { kind: "maths" },
      "Actions 1 and 2 are of the same kind, maths, and overlap from 11 January 2027 to 14 July 2028.",
    ],
  ])("%o is pointed out, with the way to mend it", (changed, sentence) => {
    const found = listFindings("actions", planOf(with2(changed)));
    expect(found.map((finding) => finding.sentence)).toEqual([sentence]);
    expect(found[0]?.mend.path).toBe(sentence.startsWith("Actions") ? "sections/actions" : "actions/b");
  });

  test.each([
    { funding: "TBC", costPence: 0 },
    { endsOn: "2028-08-31" },
    { kind: "maths", startsOn: "2028-07-15", endsOn: "2028-08-01" },
  ])("%o is not", (changed) => expect(sentences("actions", with2(changed))).toEqual([]));

  test("for a year that the plan has no target for is pointed out, and the target that it leaves", () =>
    expect(sentences("actions", with2({ targetYear: 2031 }))).toEqual([
      "Action 2 is meant to move the target for 2031, and the plan has no target for that year.",
      "No action is meant to move the target for 2028.",
    ]));
});

describe("the actions together", () => {
  test("leave a cause and a target without an action", () => {
    const found = listFindings("actions", planOf({ actions: [action], causes: ["maths", "english"] }));
    expect(found).toEqual([
      { sentence: "No action answers the cause “English”.", mend: { path: "actions/new", text: "Add an action" } },
      {
        sentence: "No action is meant to move the target for 2028.",
        mend: { path: "actions/new", text: "Add an action" },
      },
    ]);
  });

  test("of before it was asked say nothing of causes and targets, which is told once", () => {
    const before = { ...action, causes: undefined, targetYear: undefined };
    expect(sentences("actions", { actions: [before, { ...before, id: "b", kind: "english" }] })).toEqual([
      "Actions 1 and 2 do not say which causes they answer.",
      "Actions 1 and 2 do not say which targets they are meant to move.",
    ]);
  });

  test("give one owner many at once, however the name is typed", () => {
    const third = { ...action, id: "c", kind: "behaviour", who: " deputy  Head", startsOn: "2027-04-12" };
    const [first, second] = planOf().actions as [typeof action, typeof action];
    expect(sentences("actions", { actions: [first, second, third] })).toEqual([
      "“Deputy head” has 3 actions at once from 12 April 2027 to 14 July 2028: 1, 2 and 3.",
    ]);
    expect(sentences("actions", { actions: [first, second, { ...third, who: "Head" }] })).toEqual([]);
  });

  test("leave months without anything", () =>
    expect(
      sentences("actions", {
        actions: [
          { ...action, endsOn: "2027-03-26" },
          { ...action, id: "b", startsOn: "2027-06-01", endsOn: "2027-06-30" },
          { ...action, id: "c", startsOn: "2027-12-01", targetYear: 2028 },
        ],
      }),
    ).toEqual(["Nothing goes on from April 2027 to May 2027.", "Nothing goes on from July 2027 to November 2027."]));
});

describe("targets", () => {
  test("beyond what 9 in 10 comparable schools gained are pointed out, those up to it are not", () => {
    expect(sentences("targets", { targets: { "target-2027": "60", "target-2028": "65" } })).toEqual([]);
    expect(sentences("targets", { targets: { "target-2027": "60.1", "target-2028": "78" } })).toEqual([
      "The target for 2027 asks for 12.1 percentage points more than the result of 2026. Of 412 schools that started between 43% and 53%, 9 in 10 gained 12 percentage points or fewer in one year.",
      "The target for 2028 asks for 30 percentage points more than the result of 2026. Of 398 schools that started between 43% and 53%, 9 in 10 gained 17 percentage points or fewer in two years.",
    ]);
  });

  test("are not judged where too few schools are known, or by a revision of before", () => {
    for (const comparable of [[], undefined])
      expect(
        sentences("targets", { targets: { "target-2027": "90", "target-2028": "95" }, setting: { comparable } }),
      ).toEqual([]);
  });

  test("that fall, and a last one below the floor", () =>
    expect(sentences("targets", { targets: { "target-2027": "47", "target-2028": "46.5%" } })).toEqual([
      "The target for 2027, 47%, is lower than the result of 2026, 48%.",
      "The target for 2028, 46.5%, is lower than the target for 2027, 47%.",
      "The target for 2028 is below the floor of 55%.",
    ]));
});

test("a cost without funding is pointed out in the section on cost once it is begun", () => {
  const cost = { otherCosts: "1,500", otherCostsFor: "Cover", savings: "0", funding: "to be agreed" };
  expect(sentences("cost", { cost })).toEqual([
    "The plan costs £11,500, and this section does not say where the money comes from.",
  ]);
  expect(sentences("cost", { cost: { ...cost, funding: "Council" } })).toEqual([]);
  expect(sentences("cost", { cost: { otherCosts: "", funding: "" } })).toEqual([]);
});

test("words that leave a question open are told from answers", () => {
  for (const text of ["", " - ", "TBC", "n/a", "None.", "not yet agreed", "to be confirmed by governors", "£0"])
    expect(saysNothing(text), text).toBe(true);
  for (const text of [
    "Council",
    "None of it is new money: school budget",
    "No cost beyond checks",
    "Nil return audit fund",
    "0.5 of a post from the school",
  ])
    expect(saysNothing(text), text).toBe(false);
});
