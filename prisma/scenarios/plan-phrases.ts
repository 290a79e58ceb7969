import type { ActionAnswers } from "~/plans/plan-action.schema";
import type { CauseKey } from "~/plans/section-schemas";

/** What the demonstration's plans say of causes, actions and risks; each plan picks its own. */
export const causeTexts: Readonly<Record<CauseKey, readonly [string, ...string[]]>> = {
  leadership: [
    "The school has had three headteachers in four years. Subject leaders for English and maths are new to the role.",
    "The senior team checks lessons often, but does not follow up what it finds.",
  ],
  teaching: [
    "Of 14 lessons seen with the council’s adviser, 6 did not give able pupils enough to do.",
    "Marking says what was right, seldom what to do next. Pupils told us they do not know how to get better.",
  ],
  english: [
    "Writing holds results back: 78% reached level 4 in reading, 54% in writing.",
    "Spelling and sentence structure are taught well in year 2 and then not built on.",
  ],
  maths: [
    "Pupils calculate well but do not manage problems in words: two thirds of the marks lost were there.",
    "Four teachers say they are not confident with fractions and ratio. There is no maths specialist.",
  ],
  attendance: [
    "Attendance is 92.6%. Eleven pupils in years 5 and 6 missed more than a day a week.",
    "Holidays in term time cost 212 pupil days last year, most of them in year 6.",
  ],
  behaviour: [
    "Low-level disruption was noted in a third of lessons, mostly after lunch and with cover teachers.",
    "Eight pupils were excluded for a fixed time last year, five of them from one class.",
  ],
  turnover: [
    "Nine of 16 teachers joined in the last two years. Year 6 had three teachers in one year.",
    "One pupil in five joined after year 2, many with little English.",
  ],
};

type ActionText = Omit<ActionAnswers, "startsOn" | "endsOn" | "costPence" | "targetYear"> & { causes: CauseKey[] };

export const actionTexts: readonly ActionText[] = [
  {
    kind: "english",
    causes: ["english"],
    what: "Daily guided writing in years 3 to 6, planned with the council’s literacy consultant, and one-to-one tuition for 12 pupils.",
    who: "English leader with the council’s literacy consultant",
    funding: "School improvement budget",
    milestone: "Half of the pupils tutored have moved up a sub-level by the end of the spring term",
    measureOfSuccess: "65% reach level 4 in writing",
  },
  {
    kind: "maths",
    causes: ["maths"],
    what: "A maths specialist works with each teacher for half a term on problems in words, and teaches a booster group in year 6.",
    who: "Maths specialist teacher",
    funding: "School improvement budget, one day a week",
    milestone: "Every class has a weekly problem-solving lesson by February half term",
    measureOfSuccess: "68% reach level 4 in maths",
  },
  {
    kind: "behaviour",
    causes: ["attendance", "behaviour"],
    what: "One behaviour policy for lessons and lunch, with training for lunchtime staff and a place to cool down.",
    who: "Deputy headteacher with the behaviour support team",
    funding: "School budget",
    milestone: "Incidents after lunch down by a third by Easter",
    measureOfSuccess: "No lesson lost to disruption in the last half term",
  },
  {
    kind: "leadership",
    causes: ["leadership"],
    what: "An experienced headteacher coaches the head and both subject leaders one day a week, and reviews lessons with them.",
    who: "National leader of education",
    funding: "National programme for leaders of education",
    milestone: "Each subject leader has reported to governors on what they found and changed",
    measureOfSuccess: "Governors’ reviews find teaching good in three lessons of four",
  },
  {
    kind: "supportSchool",
    causes: ["teaching"],
    what: "Teachers of years 5 and 6 plan with those of a neighbouring school each week and teach alongside them each half term.",
    who: "Both headteachers",
    funding: "Council’s support fund",
    milestone: "Twelve joint lessons taught by the end of the spring term",
    measureOfSuccess: "Work in books matches the support school’s in a joint review",
  },
  {
    kind: "sharedTeacher",
    causes: ["english", "turnover"],
    what: "A teacher of English as an additional language, shared with two schools nearby, two days a week.",
    who: "Shared specialist teacher",
    funding: "A third from each school",
    milestone: "Every new arrival assessed within a week",
    measureOfSuccess: "New arrivals make two sub-levels of progress in a year",
  },
  {
    kind: "partnerEmployer",
    causes: ["english"],
    what: "Thirty volunteers from a local employer hear pupils read for half an hour each week.",
    who: "Assistant headteacher",
    funding: "School budget, for checks on the volunteers",
    milestone: "All volunteers trained and matched by March",
    measureOfSuccess: "The pupils’ reading age rises by nine months in six",
  },
  {
    kind: "federation",
    causes: ["leadership", "turnover"],
    what: "Federate with a neighbouring school under one governing body and one executive headteacher, after consultation.",
    who: "Council, with both governing bodies",
    funding: "Council’s reorganisation fund",
    milestone: "Consultation ends and both governing bodies vote",
    measureOfSuccess: "One leadership team in place by September",
  },
];

export const riskTexts: readonly (readonly [string, string])[] = [
  [
    "The maths specialist’s post is not filled.",
    "The council’s consultant covers one day a week until it is, and we share a post with a school nearby.",
  ],
  [
    "Teachers leave at Easter and year 6 changes hands again.",
    "The deputy headteacher teaches year 6 with the class teacher, so that one of them stays with the pupils.",
  ],
  ["Attendance falls in the summer term.", "The education welfare officer visits in the first week of any absence."],
  [
    "Too many actions at once take leaders out of lessons.",
    "Governors look at the load each half term and put actions off if they must.",
  ],
  ["The support school’s own results fall.", "The council reviews the match each term and has a second school ready."],
];
