import { describeConcern, describeExitRule, describeFlagRule, type RuleOf } from "~/schools/describe-rule";
import type { YearResult } from "~/schools/results-over-time";
import { formatDate } from "~/ui/format-date";
import { formatPercent, formatPlural } from "~/ui/format-number";

export type Words = { title: string; body: string };

/** A council's part of a publication; dates are "2027-02-26". */
export type CouncilFlags = {
  name: string;
  /** Schools with a new case. */
  opened: number;
  /** Schools whose open case goes on. */
  attached: number;
  /** The council's own date; null where no case is new. */
  dueOn: string | null;
};

/** What a council is told of a publication: its own schools and its own date, nothing of any other council. */
export function councilNotice({ name, opened, attached, dueOn }: CouncilFlags, programme: string): Words {
  const heads =
    "Tell each headteacher before anyone else learns of it: the reason, the figures and their right of reply.";
  if (opened === 0)
    return {
      title: `New results for ${formatPlural(attached, "school")} of ${name} in “${programme}”`,
      body: `${attached === 1 ? "The school is" : "These schools are"} flagged again. Plans and due dates stay as they are. ${heads}`,
    };
  const due = dueOn ? ` Plans are due on ${formatDate(dueOn)}.` : "";
  const again =
    attached > 0
      ? ` ${formatPlural(attached, "school")} with an open plan ${attached === 1 ? "is" : "are"} flagged again.`
      : "";
  return {
    title: `${formatPlural(opened, "school")} of ${name} ${opened === 1 ? "needs" : "need"} a plan`,
    body: `The Department has published “${programme}”.${due}${again} ${heads}`,
  };
}

/** What the letter to a headteacher is made of: nothing in it says when the plan is due or in which cohort the council is. */
export type HeadFacts = {
  school: string;
  council: string;
  programme: RuleOf & { name: string };
  sentence: string;
  firstConcern: boolean;
  years: YearResult[];
  /** The council's own date for the reply, where it has set one. */
  replyByOn: string | null;
  /** A headteacher of the school can sign in. */
  hasAccount: boolean;
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

const titleOf = (school: string) => `${school} needs an action plan`;

/** The council's letter to the head of a flagged school: the reason, the figures, the way out and the right of reply. */
export function headLetter(facts: HeadFacts): HeadLetter {
  const { school, council, programme, sentence, firstConcern, years, replyByOn, hasAccount } = facts;
  return {
    to: `To the headteacher of ${school}`,
    title: titleOf(school),
    parts: [
      {
        heading: "Why we are writing",
        paragraphs: [
          `The Department has identified ${school} in “${programme.name}”. We want you to learn of it from us before anyone else does.`,
          `${sentence}.`,
          describeFlagRule(programme),
          ...(firstConcern ? [describeConcern(programme)] : []),
        ],
      },
      {
        heading: "What happens next",
        paragraphs: [
          `${council} writes an action plan for the school and sends it to the Department. It says what support the school gets, from whom, and what it is to achieve.`,
          describeExitRule(programme),
        ],
      },
      {
        heading: "Your right of reply",
        paragraphs: [
          "You can read the plan and reply to it before it is sent: acknowledge it, or disagree and say why. Your reply stays with the plan, and the Department reads it.",
          ...(replyByOn ? [`We ask you to reply by ${formatDate(replyByOn)}.`] : []),
          "If you think that the figures are wrong, or that the rule does not fit your school, tell us what is wrong and how you know. We can challenge the flag before the plan is sent.",
        ],
      },
      {
        heading: "How to reply",
        paragraphs: [
          hasAccount
            ? "Sign in to the service and open “Your school”. There you find the reason, the figures and, once we have begun it, the plan with your reply."
            : `Ask ${council} for an account in the service. You can also tell us what you think, and we put your words into the plan.`,
        ],
      },
    ],
    floor: formatPercent(programme.floor),
    figures: years.map((year) => ({ year: year.year, result: shown(year) })),
  };
}

/** What the headteacher reads in the service once the council has told them. */
export const headNotice = ({ school, sentence }: Pick<HeadFacts, "school" | "sentence">): Words => ({
  title: titleOf(school),
  body: `${sentence}. Your council writes the plan. Read the reason and the figures, and how you can reply.`,
});
