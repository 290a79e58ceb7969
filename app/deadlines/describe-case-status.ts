import { hasEnded } from "~/plans/final-states";
import { describeDue, describeReceived, formatDate } from "~/ui/format-date";
import type { TagColour } from "~/ui/tag";
import type { PlanState } from "~workflows/school-plan/types";

const names: Record<PlanState, { name: string; colour: TagColour }> = {
  identified: { name: "Not started", colour: "grey" },
  challenged: { name: "Flag challenged", colour: "purple" },
  drafting: { name: "Drafting", colour: "blue" },
  submitted: { name: "Submitted", colour: "teal" },
  inReview: { name: "In review", colour: "teal" },
  awaitingSecondApproval: { name: "Awaiting second approval", colour: "teal" },
  returned: { name: "Returned", colour: "orange" },
  approved: { name: "Approved", colour: "green" },
  removed: { name: "Flag removed", colour: "grey" },
  exited: { name: "Left the programme", colour: "grey" },
  closed: { name: "School closed", colour: "grey" },
};

export const planStates = Object.keys(names) as PlanState[];

/** The states in which the council owes a plan: in them a due date runs. */
export const owedStates: readonly PlanState[] = ["identified", "challenged", "drafting", "returned"];

const known = (planState: string): PlanState => {
  if (planState in names) return planState as PlanState;
  throw new RangeError(`"${planState}" is not a state of a plan.`);
};

/** The state of a plan as pages write it: "Not started", "In review". */
export const planStateName = (planState: string): string => names[known(planState)].name;

export const planStateColour = (planState: string): TagColour => names[known(planState)].colour;

export const isOwed = (planState: string): boolean => owedStates.includes(known(planState));

/** Whether a plan is owed and its day is over. Dates are "2027-02-26" in Europe/London: in time until the end of the day. */
export const isOverdue = ({ planState, dueOn, today }: { planState: string; dueOn: string; today: string }): boolean =>
  isOwed(planState) && today > dueOn;

export type CaseStatus = {
  /** The tag's words: the plan's state, or "Overdue". */
  tag: string;
  colour: TagColour;
  /** The date in words: "Plan due 26 February 2027", "Plan received 24 February 2027"; null once a case has ended. */
  date: string | null;
  /** How that date stands: "Due in 9 days", "Overdue by 3 days", "Received 2 days early". */
  detail: string | null;
};

type CaseDates = {
  planState: string;
  /** "2027-02-26" in Europe/London, as all dates here. */
  dueOn: string;
  /** The day of the submission that stands, or null. */
  submittedOn: string | null;
  today: string;
};

/**
 * What a page says of a case, computed from its dates and today alone: the stored state of the deadline moves only when
 * a job has run, so it is never asked here.
 */
export function describeCaseStatus({ planState, dueOn, submittedOn, today }: CaseDates): CaseStatus {
  const state = known(planState);
  const { name: tag, colour } = names[state];
  if (hasEnded(state)) return { tag, colour, date: null, detail: null };
  if (isOwed(state)) {
    const late = isOverdue({ planState: state, dueOn, today });
    return {
      ...(late ? { tag: "Overdue", colour: "red" } : { tag, colour }),
      date: `Plan due ${formatDate(dueOn)}`,
      detail: describeDue(dueOn, today),
    };
  }
  return {
    tag,
    colour,
    date: submittedOn && `Plan received ${formatDate(submittedOn)}`,
    detail: submittedOn && describeReceived(dueOn, submittedOn),
  };
}
