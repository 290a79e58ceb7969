import type { ActionAnswers } from "~/plans/plan-action.schema";
import type { PlanSetting, SectionContent } from "~/plans/plan-content";
import { causeKeys } from "~/plans/section-schemas";
import type { SectionKey } from "~workflows/school-plan/types";
import { actionTexts, causeTexts, riskTexts } from "./plan-phrases";
import { addDays } from "./london-time";
import { type Random, randomFrom } from "./random";

export type PlanTexts = { sections: Record<SectionKey, SectionContent>; actions: ActionAnswers[] };

type Subject = {
  setting: PlanSetting;
  /** The day on which it is written, "2027-01-12". */
  today: string;
  /** Whether the plan proposes a federation, which needs a second approval. */
  federation?: boolean;
};

const pounds = (pence: number) => (pence / 100).toLocaleString("en-GB");

function writeActions(random: Random, { setting, today, federation }: Subject): ActionAnswers[] {
  const { targetYears } = setting;
  const chosen = random.shuffle(actionTexts.filter(({ kind }) => kind !== "federation")).slice(0, random.between(2, 4));
  const all = federation ? [...chosen, ...actionTexts.filter(({ kind }) => kind === "federation")] : chosen;
  return all.map((text, at) => ({
    ...text,
    startsOn: addDays(today, 30 + at * 14),
    endsOn: addDays(today, 240 + at * 80),
    costPence: random.between(6, 60) * 50_000,
    // The first actions for the first year, the last for the years after it.
    targetYear: targetYears[Math.floor((at * targetYears.length) / all.length)],
  }));
}

function writeTargets(random: Random, { setting }: Subject): SectionContent {
  const { baseline, targetYears, goalValue, floor } = setting;
  const from = baseline?.value ?? floor - 8;
  // Most plans ask for what a school can do in a few years; some for the programme's goal, whatever lies between.
  const within = Math.round(from) + targetYears.length * random.between(4, 7);
  const goal = random.between(1, 6) === 1 ? Math.max(goalValue, floor + 3) : Math.max(within, floor + 1);
  const targets = targetYears.map((year, at): [string, string] => [
    `target-${year}`,
    String(Math.round(from + ((goal - from) * (at + 1)) / targetYears.length)),
  ]);
  const basis = random.pick([
    "Each pupil in years 5 and 6 has a target from their work and tests. The school’s targets add those up.",
    "The targets follow what pupils now in each year group are on course for, with the gain we expect from one-to-one tuition.",
    "We took the gain that schools with a similar intake made in two years, and checked it against each pupil’s progress.",
  ]);
  return { ...Object.fromEntries(targets), basis };
}

// Those that the actions answer, and in one plan of four another one, which no action answers.
function writeCauses(random: Random, actions: readonly ActionAnswers[]): SectionContent {
  const answered = actions.flatMap(({ causes = [] }) => causes);
  const [other] = random.shuffle(causeKeys.filter((key) => !answered.includes(key)));
  const more = random.between(1, 4) === 1 ? other : undefined;
  const inOrder = causeKeys.filter((key) => answered.includes(key) || key === more);
  return {
    causes: inOrder,
    ...Object.fromEntries(inOrder.map((key) => [`evidence-${key}`, random.pick(causeTexts[key])])),
  };
}

function writeRisks(random: Random): SectionContent {
  const chosen = random.shuffle(riskTexts).slice(0, 2);
  return Object.fromEntries(
    chosen.flatMap(([risk, mitigation], at) => [
      [`risk-${at + 1}`, risk],
      [`mitigation-${at + 1}`, mitigation],
    ]),
  );
}

/** A whole plan for a school in words of its own: the same each time for the same school and day. */
export function writePlan(subject: Subject): PlanTexts {
  const { setting, today } = subject;
  const school = setting.schools[0];
  const name = (school?.name ?? "The school").replace(/ (Church|Junior|Primary|Academy|School).*$/, "");
  const random = randomFrom(Number(school?.urn ?? 1) + name.length * 7919);
  const actions = writeActions(random, subject);
  const cost = actions.reduce((sum, { costPence }) => sum + costPence, 0);
  const [meetingYear = "", month = "", day = ""] = addDays(today, -random.between(6, 20)).split("-");
  const { baseline, floor } = setting;
  const figure = baseline ? `${baseline.value}% in ${baseline.year}` : "a result that was not published";
  return {
    actions,
    sections: {
      position: {
        standing: `${name} had ${figure}, against a floor of ${floor}%. Reading is stronger than writing, and fewer pupils reach level 4 in maths than in English.`,
        intake: `${name} has ${random.between(140, 410)} pupils. ${random.between(18, 46)}% can have free school meals and ${random.between(4, 38)}% speak English as an additional language. About ${random.between(4, 12)} pupils a year join or leave between year 3 and year 6.`,
        improving: random.pick([
          "Attendance rose by a percentage point last year, and results at the end of key stage 1 have risen for two years.",
          "Two new teachers joined year 5 and year 6 in September. Work in books shows faster progress in writing since then.",
          "The headteacher, appointed last year, has put weekly checks of reading and number facts in place in every class.",
        ]),
      },
      causes: writeCauses(random, actions),
      actions: {
        together: `The teaching of English and maths comes first. The other actions give ${name} the time and the people for it.`,
      },
      targets: writeTargets(random, subject),
      governance: {
        "governors-day": String(Number(day)),
        "governors-month": String(Number(month)),
        "governors-year": meetingYear,
        governorsSaid: random.pick([
          "Governors discussed the draft at a special meeting. They asked for a report on progress each half term and agreed the plan.",
          "Governors asked how the tuition would be paid for after this year. With that answered in the cost section, they agreed the plan.",
        ]),
        parents:
          "Parents had a letter and a meeting after school. They asked most about class sizes and about help with maths at home.",
        headAbsent: "The headteacher has seen the plan and will reply at the next meeting of governors.",
      },
      cost: {
        otherCosts: "1,500",
        otherCostsFor: "Cover for teachers who visit the support school",
        savings: subject.federation ? "24,000" : "0",
        savingsFrom: subject.federation ? "One leadership team and shared office staff for both schools" : "",
        funding: `The actions cost £${pounds(cost)}. The council’s school improvement budget pays two thirds and the school the rest.`,
      },
      risks: writeRisks(random),
    },
  };
}
