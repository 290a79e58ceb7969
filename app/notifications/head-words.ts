import { isOwed } from "~/deadlines/describe-case-status";
import { hasEnded } from "~/plans/final-states";
import { describeConcern, describeExitRule, describeFlagRule, type RuleOf } from "~/schools/describe-rule";
import type { YearResult } from "~/schools/results-over-time";
import { formatDate } from "~/ui/format-date";
import { formatPercent } from "~/ui/format-number";
import type { PlanState } from "~workflows/school-plan/types";
import type { Words } from "./publication-words";

/** What the letter to a headteacher is made of: nothing in it says when the plan is due or in which cohort the council is. */
export type HeadFacts = {
  school: string;
  council: string;
  programme: RuleOf & { name: string };
  sentence: string;
  firstConcern: boolean;
  years: YearResult[];
  /** Where the plan of the open case stands; null where the publication opens the case. */
  planState: PlanState | null;
  /** An earlier run flagged the school, and its case was open when this one did. */
  again: boolean;
  /** The council's own date for the reply, where it has set one. */
  replyByOn: string | null;
  /** A headteacher of the school can sign in. */
  hasAccount: boolean;
  /** "2026-11-24": a date for the reply that has passed is not asked for. */
  today: string;
};

export type HeadLetter = {
  to: string;
  title: string;
  parts: { heading: string; paragraphs: string[] }[];
  floor: string;
  figures: { year: number; result: string }[];
};

const shown = ({ value, code }: YearResult): string =>
  value === null ? (code ? `No value (${code})` : "No value") : formatPercent(value);

type Standing = Pick<HeadFacts, "school" | "planState" | "again">;

// Until the plan is sent, and once it has come back, the head can reply to it.
const canReply = (state: PlanState | null) => state === null || isOwed(state);
const ended = (state: PlanState | null) => state !== null && hasEnded(state);

function titleOf({ school, planState, again }: Standing): string {
  if (canReply(planState)) return `${school} needs an action plan`;
  if (ended(planState)) return `${school} was below the floor`;
  return again ? `${school} is flagged again and its plan stands` : `${school} is flagged and has an action plan`;
}

/** What becomes of the plan, in a sentence. */
function describePlan({ planState, council }: Pick<HeadFacts, "planState" | "council">): string {
  if (ended(planState)) return "The case has ended. Nothing more is asked of the school because of this flag.";
  if (planState === "approved")
    return "The Department has approved the school’s action plan. The plan stands, and no other is needed because of this flag.";
  if (planState === "returned")
    return `The Department has returned the school’s action plan. ${council} revises it and sends it again.`;
  if (!canReply(planState))
    return `${council} has sent the school’s action plan to the Department. The plan stands, and no other is needed because of this flag.`;
  return `${council} writes an action plan for the school and sends it to the Department. It says what support the school gets, from whom, and what it is to achieve.`;
}

function rightOfReply({ planState, replyByOn, today }: HeadFacts): HeadLetter["parts"] {
  if (!canReply(planState)) return [];
  const wrong =
    "If you think that the figures are wrong, or that the rule does not fit your school, tell us what is wrong and how you know.";
  const challenge =
    planState === "challenged"
      ? "We have challenged the flag with the Department, which has not decided yet."
      : `${wrong} We can challenge the flag before the plan is sent.`;
  return [
    {
      heading: "Your right of reply",
      paragraphs: [
        `You can read the plan and reply to it before it is sent${planState === "returned" ? " again" : ""}: acknowledge it, or disagree and say why. Your reply stays with the plan, and the Department reads it.`,
        ...(replyByOn && replyByOn >= today ? [`We ask you to reply by ${formatDate(replyByOn)}.`] : []),
        // A plan that has come back is past the challenge.
        ...(planState === "returned" ? [] : [challenge]),
      ],
    },
  ];
}

function whereToRead({ planState, council, hasAccount }: HeadFacts): HeadLetter["parts"][number] {
  if (canReply(planState))
    return {
      heading: "How to reply",
      paragraphs: [
        hasAccount
          ? "Sign in to the service and open “Your school”. There you find the reason, the figures and, once we have begun it, the plan with your reply."
          : `Ask ${council} for an account in the service. You can also tell us what you think, and we put your words into the plan.`,
      ],
    };
  return {
    heading: "Where to read it",
    paragraphs: [
      hasAccount
        ? "Sign in to the service and open “Your school”. There you find the reason, the figures and the plan."
        : `Ask ${council} for an account in the service. There you find the reason, the figures and the plan.`,
    ],
  };
}

/** The council's letter to the head of a flagged school: the reason, the figures, the way out and, until the plan is sent, the right of reply. */
export function headLetter(facts: HeadFacts): HeadLetter {
  const { school, programme, sentence, firstConcern, years, again } = facts;
  return {
    to: `To the headteacher of ${school}`,
    title: titleOf(facts),
    parts: [
      {
        heading: "Why we are writing",
        paragraphs: [
          `The Department has identified ${school} in “${programme.name}”${again ? " again, on new results" : ""}. We want you to learn of it from us before anyone else does.`,
          `${sentence}.`,
          describeFlagRule(programme),
          ...(firstConcern ? [describeConcern(programme)] : []),
        ],
      },
      {
        heading: "What happens next",
        paragraphs: [describePlan(facts), ...(ended(facts.planState) ? [] : [describeExitRule(programme)])],
      },
      ...rightOfReply(facts),
      whereToRead(facts),
    ],
    floor: formatPercent(programme.floor),
    figures: years.map((year) => ({ year: year.year, result: shown(year) })),
  };
}

/** What the headteacher reads in the service once the council has told them. */
export const headNotice = (facts: Standing & Pick<HeadFacts, "sentence">): Words => ({
  title: titleOf(facts),
  body: canReply(facts.planState)
    ? `${facts.sentence}. Your council writes the plan. Read the reason and the figures, and how you can reply.`
    : ended(facts.planState)
      ? `${facts.sentence}. The case has ended since. Read the reason and the figures.`
      : `${facts.sentence}. The plan that your council has sent stands. Read the reason and the figures.`,
});
