/** What makes an answer useful, with one that is and one that is not. Every school in them is made up. */
export type AnswerExamples = { tip: string; good: string; weak: string };

const evidence: AnswerExamples = {
  tip: "Say what was found, by whom, when and in how many cases, so that somebody outside the school could check it.",
  good: "In 14 of 20 lessons that the council’s adviser saw in October, pupils waited for work that matched what they knew. Books of 30 pupils showed the same in maths, not in English.",
  weak: "Teaching is not good enough and needs to improve.",
};

const risk: AnswerExamples = {
  tip: "Name what could happen, how you will notice, and who does what then.",
  good: "The head of maths leaves in April and is not replaced. Mitigation: the post is advertised in January; if nobody is appointed by 1 March, the partner school lends a teacher for two days a week.",
  weak: "Staffing. We will monitor the situation.",
};

/** By the field that the answer is for. */
export const answerExamples: Readonly<Record<string, AnswerExamples>> = {
  standing: {
    tip: "Read the figures for somebody who has not seen them: which way they move, for how many pupils, and against whom.",
    good: "Results fell from 52% to 46% over three years, while the council’s average rose by two points. One pupil is 3.6 percentage points here, so 46% is 13 of 28 pupils. Reading is near the average; maths is not.",
    weak: "Results are below the floor but we are confident that they will rise.",
  },
  intake: {
    tip: "Give numbers, and say what is different from other schools nearby. An intake explains; it does not excuse.",
    good: "A third of pupils join after year 3, most from two estates that are being rebuilt. 41% speak another language at home, against 12% in the council.",
    weak: "Our intake is very challenging.",
  },
  improving: {
    tip: "Name what changed, since when, and the figure that shows it.",
    good: "Since the reading programme began in September 2025, pupils in year 4 have gained 14 months of reading age in 9 months.",
    weak: "Staff morale is good and there is a positive atmosphere.",
  },
  evidence,
  together: {
    tip: "Say which action waits for which, and what happens if the first is late.",
    good: "The maths tutor (action 2) begins only when the new scheme of work (action 1) is taught, from April. The deputy head watches over both and reports to governors each half term.",
    weak: "All actions support each other.",
  },
  basis: {
    tip: "Begin from the pupils who will be assessed: how many are near the line, and what the actions change for them.",
    good: "Of the 30 pupils now in year 5, 15 are on course and 6 more are within a term of it. With tuition for those 6, 19 to 21 reach the standard: 63% to 70%. The target is 65%.",
    weak: "Targets are ambitious and reflect our high expectations.",
  },
  governorsSaid: {
    tip: "Say what was put to them, what they asked, and what changed because of it.",
    good: "Governors read the draft on 12 January. They asked for a check after one term rather than two, and named a governor for maths. Both are in the plan.",
    weak: "Governors support the plan.",
  },
  parents: {
    tip: "Say how many were reached, how, and what they said. Name nobody.",
    good: "All 240 families had a letter in December; 61 came to one of two meetings. They asked most about homework and the change of class teachers, which action 4 now covers.",
    weak: "Parents have been informed through the usual channels.",
  },
  headAbsent: {
    tip: "Say what was tried, and when a reply can be expected.",
    good: "The headteacher has been on leave since 4 January. The acting head was asked on 11 January and will reply before the review; her comments on action 3 are in the plan.",
    weak: "No reply received.",
  },
  savingsFrom: {
    tip: "Say what is shared, with whom, from when, and what it costs today.",
    good: "One business manager for both schools from September 2027: £41,000 today for two posts, £27,000 for one.",
    weak: "Efficiencies from working together.",
  },
  funding: {
    tip: "Name each source, the sum, and whether it is agreed, by whom and when.",
    good: "£18,000 from the school’s own budget, agreed by governors on 12 January. £9,500 from the council’s improvement fund, applied for, with an answer due in March.",
    weak: "To be confirmed.",
  },
  risk,
  what: {
    tip: "Say what will be different, for which pupils, how often.",
    good: "One-to-one tuition in maths for the 6 pupils in year 5 who are within a term of the standard: twice a week for 30 minutes, from April to July.",
    weak: "Raise standards in maths.",
  },
  milestone: {
    tip: "Give a date, and something that can be counted on that day.",
    good: "By 30 June 2027 the 6 pupils have had 18 sessions each, and at least 4 pass the end-of-unit test.",
    weak: "Good progress by the summer.",
  },
  measureOfSuccess: {
    tip: "Say which figure moves, from where to where, and who measures it.",
    good: "At least 5 of the 6 pupils reach the expected standard in maths in May 2027. The partner school marks the test.",
    weak: "Pupils make better progress.",
  },
};
