import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionTexts, causeTexts, riskTexts } from "~prisma/scenarios/plan-phrases";
import { checkWords } from "./check-words";
import type { FindingKind } from "./word-finding";

const found = (text: string) => checkWords(text).map(({ words }) => words);

const mustFind: Record<FindingKind, [sentence: string, words: string][]> = {
  condemns: [
    ["This is a failing school.", "failing"],
    ["It was known as a failed school for years.", "failed school"],
    ["The last plan was a total failure.", "total failure"],
    ["Parents call it a sink school.", "sink school"],
    ["The behaviour of some boys is hopeless.", "hopeless"],
    ["Bad parents do not come to meetings.", "Bad parents"],
    ["Poor parenting explains the attendance.", "Poor parenting"],
    ["Three lazy teachers hold the team back.", "lazy"],
    ["The marking is appalling.", "appalling"],
    ["Low-ability pupils are taught apart.", "Low-ability pupils"],
    ["Weak teachers were moved to year 3.", "Weak teachers"],
    ["Parents are to blame for the absences.", "Parents are to blame"],
    ["The class was written off in the autumn.", "written off"],
    ["Most come from broken homes.", "broken homes"],
  ],
  personal: [
    ["Year 6 pupil Jake Ellis missed forty days.", "Jake Ellis"],
    ["A boy called Jayden was excluded.", "Jayden"],
    ["Pupils: Chloe Adams and two others need tuition.", "Chloe Adams"],
    ["Amina’s mother asked for help with maths.", "Amina’s mother"],
    ["Olivia Brown, a pupil in year 5, left at Easter.", "Olivia Brown, a pupil"],
    ["The girl who complained was Ruby Winters.", "Ruby Winters"],
    ["Mrs Patel leads maths.", "Mrs Patel"],
    ["Write to office@heronlane.example for the minutes.", "office@heronlane.example"],
    ["Call 0117 496 0123 to join.", "0117 496 0123"],
    ["The nurse has him as 943 476 5919.", "943 476 5919"],
    ["One pupil, A123456789012, joined late.", "A123456789012"],
    ["Candidate 123450081234K sat the paper again.", "123450081234K"],
    ["The tutor’s number is AB 12 34 56 C.", "AB 12 34 56 C"],
    ["The youngest was born on 12 March 2016.", "born on 12 March 2016"],
    ["The family moved to BS5 7QQ.", "BS5 7QQ"],
  ],
  empty: [
    ["We will raise standards in the school.", "raise standards"],
    ["Going forward, maths comes first.", "Going forward"],
    ["There will be robust monitoring.", "robust"],
    ["Leaders drill down into the figures.", "drill down"],
    ["Support is given as appropriate.", "as appropriate"],
    ["Training follows as soon as possible.", "as soon as possible"],
    ["The date is to be confirmed.", "to be confirmed"],
    ["All stakeholders were involved.", "All stakeholders"],
    ["A range of strategies is in use.", "A range of strategies"],
    ["Progress is closely monitored.", "closely monitored"],
  ],
};

// What honest officers write: figures, dates, roles, school names, and words that only look like those above.
const honest = [
  "Results fell from 61% in 2023 to 47% in 2026, against a floor of 55%.",
  "Reading held at 72% while writing fell by nine points.",
  "The school has had three headteachers in four years.",
  "Two thirds of the marks lost in maths were on problems in words.",
  "A third of the pupils can have free school meals.",
  "The heating failed twice in January and year 6 was taught in the hall.",
  "Five pupils did not reach level 4 in either subject.",
  "Failing that, the post is advertised again in May.",
  "The pupil premium pays for the tuition.",
  "Parents Evening moved to a Thursday so that more parents can come.",
  "Child Protection training was given to all staff in September.",
  "Pupils English is new to are assessed within a week.",
  "The deputy headteacher teaches year 6 with the class teacher.",
  "The literacy consultant visits each Tuesday from 12 January to 2 April 2027.",
  "The council’s school improvement budget pays £12,500.",
  "St Mary’s Primary School plans with us each half term.",
  "Teachers from Heron Lane Primary School visit on Mondays.",
  "Thomas Alleyne Academy lends us a maths specialist one day a week.",
  "Each pupil in year 5 has a target from their work and tests.",
  "Attendance rose from 92.1% to 93.4% after the welfare officer’s visits.",
  "Eleven pupils in years 5 and 6 missed more than a day a week.",
  "Nine of 16 teachers joined in the last two years.",
  "Governors asked for a report each half term and agreed the plan on 12 November 2026.",
  "Parents asked most about class sizes and help with maths at home.",
  "The School Council asked for a quiet place at lunch.",
  "Key Stage 1 results have risen for two years.",
  "The SENCO and the Education Welfare Officer meet each family in the first week of an absence.",
  "The specialist’s post is not filled: the council’s consultant covers one day a week until it is.",
  "Low-level disruption was noted in a third of lessons, mostly after lunch.",
  "Eight pupils were excluded for a fixed time last year.",
  "Year 6 had three teachers in one year.",
  "The weakest area was ratio, where 12 of 30 pupils scored no mark.",
  "Boys write less than girls: 48% of boys and 66% of girls reached level 4.",
  "One pupil in five joined after year 2.",
  "The URN is 900101 and the number on roll 214.",
  "The roof of the infant building leaks, and two classrooms cannot be used.",
  "If the tutor leaves, the assistant headteacher takes the group.",
  "By Easter every class has had six lessons with the specialist.",
  "The headteacher coaches both subject leaders on Wednesdays.",
  "We did not check spelling between years 2 and 6, and now test it each month.",
  "The support school’s head and ours read ten books from each class every half term.",
  "Poor spelling cost 40 of the 112 marks lost in writing.",
  "Parents of 31 pupils came to the maths workshop in October.",
  "Every Child Counts is taught to eight pupils in year 2.",
  "The cost is £48,000 over two years, two thirds of it from the council.",
  "Monday’s staff meeting looks at the work of six pupils.",
  "Children’s Services know of 14 families who moved in the year.",
  "The target for 2028 is 66%, eleven points above the floor.",
  "Our Polish and Romanian pupils make three points more than the national average.",
  "Pupils told us that marking says what was right, seldom what to do next.",
  "The music teacher is shared with two schools nearby, two days a week.",
  "Support for phonics is required by 14 pupils in year 3.",
  "An ongoing court case keeps us from naming the contractor.",
];

describe("the check of words", () => {
  it.each(
    Object.entries(mustFind).flatMap(([kind, list]) => list.map(([text, words]) => [kind, text, words] as const)),
  )("finds what %s: %s", (kind, text, words) => {
    expect(checkWords(text)).toContainEqual(expect.objectContaining({ kind, words, sentence: text }));
  });

  it("raises a false alarm on one honest sentence in fifty at most", () => {
    const alarms = honest.filter((sentence) => checkWords(sentence).length > 0);
    // A rule that knows nothing of courts: such a word is accepted with a reason.
    expect(alarms).toEqual(["An ongoing court case keeps us from naming the contractor."]);
    expect(alarms.length / honest.length).toBeLessThanOrEqual(1 / 50);
  });

  it("raises none on the demonstration's plans", () => {
    const texts = [causeTexts, actionTexts, riskTexts].flatMap((group) => JSON.stringify(group).split('"'));
    expect(texts.filter((text) => checkWords(text).length > 0)).toEqual([]);
  });

  it("gives the sentence, the place in it, the reason and what to write instead", () => {
    expect(checkWords("Results fell.\n  The boiler is failing again. We wait.")).toEqual([
      {
        kind: "condemns",
        words: "failing",
        sentence: "The boiler is failing again.",
        at: 14,
        why: expect.stringContaining("judge") as string,
        suggestion: expect.stringContaining("below the floor") as string,
      },
    ]);
  });

  it("tells words that overlap once, and all that stand apart", () => {
    expect(found("Failed school, failing pupils, failing.")).toEqual(["Failed school", "failing", "failing"]);
    expect(found("")).toEqual([]);
  });

  it("finds words where it says that they are, whatever the text", () => {
    const parts = [
      "failing",
      "Jake Ellis",
      "pupil ",
      "Mrs Patel",
      "robust",
      ". ",
      "\n",
      " ",
      "é",
      "🙂",
      "0117 496 0123",
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 4 })), { maxLength: 30 });
    fc.assert(
      fc.property(text, (pieces) => {
        const typed = pieces.join("");
        for (const { words, sentence, at } of checkWords(typed)) {
          expect(sentence.slice(at, at + words.length)).toBe(words);
          expect(typed).toContain(sentence);
        }
      }),
    );
  });

  it.each(["a", "Aa ", "pupil Aa ", "0 1", "a@", "a.", "Jack Aa ", "’-A", "Mr A", "failing. ", "as and when ", " "])(
    "reads 20,000 characters of “%s” in good time",
    (piece) => {
      const text = piece.repeat(Math.ceil(20_000 / piece.length));
      const began = performance.now();
      checkWords(text);
      expect(performance.now() - began).toBeLessThan(300);
    },
  );
});
